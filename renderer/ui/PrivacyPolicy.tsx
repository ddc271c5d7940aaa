import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contract/basics.ts'
import { Dialog } from './Dialog.tsx'
import './privacy-policy.css'

interface PrivacyPolicyProps {
  /** The text by language, as far as the place has it. */
  texts: Partial<Record<Language, string>>
  language: Language
}

/** Going on means agreeing (R2.1): the sentence, and the whole text one tap away, on this very screen. */
export function PrivacyPolicy({ texts, language }: PrivacyPolicyProps) {
  const { t } = useTranslation('common')
  const [shown, setShown] = useState(false)
  return (
    <div className="privacy-policy">
      <p>{t('privacy.agree')}</p>
      <a
        href="#privacy"
        onClick={(event) => {
          event.preventDefault()
          setShown(true)
        }}
      >
        {t('privacy.policy')}
      </a>
      {shown && (
        <Dialog title={t('privacy.policy')} onClose={() => setShown(false)}>
          {texts[language] ?? texts.en ?? Object.values(texts)[0] ?? t('privacy.onPaper')}
        </Dialog>
      )}
    </div>
  )
}
