import { CloudOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { usePhoneState } from '../phone.ts'
import './frame.css'
import { LanguageSwitch } from './LanguageSwitch.tsx'

/** Whose page it is, its language, and a word when there is no network. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation('phone')
  const name = usePhoneState(({ place }) => place?.name)
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
        <LanguageSwitch />
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
