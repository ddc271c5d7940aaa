import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLocale, usePlace } from '../phone.ts'
import './privacy.css'

/** Going on means agreeing (R2.1): the sentence, and the whole text one tap away. */
export function Privacy() {
  const { t } = useTranslation('phone')
  const { language } = useLocale()
  const { privacyPolicy: texts } = usePlace()
  const [shown, setShown] = useState(false)
  return (
    <p className="privacy">
      {t('email.agree')}{' '}
      <a
        href="#privacy"
        className="privacy__link"
        onClick={(event) => {
          event.preventDefault()
          setShown(true)
        }}
      >
        {t('email.privacy')}
      </a>
      {shown && (
        <Dialog title={t('email.privacy')} onClose={() => setShown(false)}>
          {texts[language] ?? texts.en ?? Object.values(texts)[0] ?? t('email.noPolicy')}
        </Dialog>
      )}
    </p>
  )
}
