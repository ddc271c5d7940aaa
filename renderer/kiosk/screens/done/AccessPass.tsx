import { useTranslation } from 'react-i18next'
import { QrCode } from '../../parts/QrCode.tsx'
import './access-pass.css'

/** The pass as a QR code, large enough for the phone in one's hand. */
export function AccessPass({ pass }: { pass: string }) {
  const { t } = useTranslation('kiosk')
  if (!pass)
    return (
      <div className="access-pass access-pass--later">
        <p>{t('done.passLater')}</p>
      </div>
    )
  return (
    <figure className="access-pass">
      <div className="access-pass__place">
        <QrCode className="access-pass__code" text={pass} label={t('done.pass')} />
      </div>
      <figcaption className="access-pass__how">{t('done.passHow')}</figcaption>
    </figure>
  )
}
