import { useTranslation } from 'react-i18next'
import { QrCode } from '../../parts/QrCode.tsx'
import './handoff.css'

/** The way to one's own phone and its keyboard (R7.4). */
export function Handoff({ url }: { url: string }) {
  const { t } = useTranslation('kiosk')
  return (
    <figure className="handoff">
      <QrCode text={url} label={t('home.handoff')} />
      <figcaption className="handoff__words">
        <span className="handoff__title">{t('home.handoff')}</span>
        <span className="handoff__text">{t('home.handoffText')}</span>
      </figcaption>
    </figure>
  )
}
