import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../shared/contract/basics.ts'
import { setPageLanguage } from '../../i18n/index.ts'
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx'
import { useLocale, usePhone, usePhoneState } from '../phone.ts'
import './frame.css'

/** Whose page it is, its language, and a word when there is no network. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('phone')
  const name = usePhoneState(({ place }) => place?.name)
  const { words, memory } = usePhone()
  const { language } = useLocale()
  const offered = usePhoneState(({ place }) => place?.languages)
  const choose = (chosen: Language): void => {
    memory.language.write(chosen)
    setPageLanguage(words, chosen)
  }
  const offline = usePhoneState(({ link }) => link === 'offline')
  return (
    <div className="frame">
      <header className="frame__head">
        <p className="frame__place">
          <span className="frame__mark" aria-hidden>
            {[...(name ?? t('product'))][0]}
          </span>
          <span className="frame__name">{name ?? t('product')}</span>
        </p>
        {offered && offered.length > 1 && (
          <LanguageSwitch
            look="select"
            className="frame__language"
            offered={offered}
            current={language}
            onChoose={choose}
          />
        )}
      </header>
      <div className="frame__link" role="status">
        {offline && (
          <p>
            <CloudOff aria-hidden />
            {t('offline')}
          </p>
        )}
      </div>
      {children}
    </div>
  )
}
