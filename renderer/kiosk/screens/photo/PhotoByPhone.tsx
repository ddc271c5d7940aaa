import { CameraOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useView } from '../../page.ts'
import { QrCode } from '../../parts/QrCode.tsx'
import './photo-by-phone.css'

/** Why there is no picture here, and the other way to one. */
export function PhotoByPhone({ why }: { why: string }) {
  const { t } = useTranslation('kiosk')
  const handoff = useView((view) => view.shell.handoff)
  return (
    <div className="photo-by-phone">
      <p className="photo-by-phone__why" role="status">
        <CameraOff aria-hidden />
        {why}
      </p>
      {handoff && <QrCode text={handoff} label={t('home.handoff')} />}
      <p className="photo-by-phone__how">{t(handoff ? 'photo.byPhone' : 'photo.later')}</p>
    </div>
  )
}
