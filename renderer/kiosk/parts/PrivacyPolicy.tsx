import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../ui/Dialog.tsx'
import { useLocale, useView } from '../page.ts'
import './privacy.css'

/** Going on means agreeing (R2.1): the sentence, and the whole text one tap away, on this very screen. */
export function PrivacyPolicy() {
  const { t } = useTranslation('kiosk')
  const { language } = useLocale()
  const texts = useView((view) => view.shell.location?.privacyPolicy)
  const [shown, setShown] = useState(false)
  return (
    <div className="privacy">
      <p>{t('email.agree')}</p>
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
          {texts?.[language] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? t('email.noPolicy')}
        </Dialog>
      )}
    </div>
  )
}
