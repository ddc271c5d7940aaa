import { CloudOff } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCountdown } from '../../i18n/format.ts'
import { useErrorText } from '../phone.ts'
import './pass-card.css'
import { qrPath } from '../../ui/qr.ts'
import { shareLeft } from './pass.ts'
import { usePass } from './usePass.ts'

/** The pass that is worth nothing as a picture after 30 s (R7.2): dark on white whatever the theme. */
export function PassCard() {
  const { t } = useTranslation('phone')
  const { code, now, error } = usePass()
  const say = useErrorText()
  return (
    <section className="card pass-card" aria-label={t('pass.heading')}>
      {code ? (
        <>
          <QrCode text={code.text} />
          <p className="pass-card__left">
            <Ring left={shareLeft(code, now)} />
            <span>
              {t('pass.next')} <time>{formatCountdown(code.until - now)}</time>
            </span>
          </p>
          <p className="pass-card__how">{t('pass.how')}</p>
        </>
      ) : (
        <div className="pass-card__none" role="status">
          {error && <CloudOff aria-hidden />}
          <p>
            {error ? (error.code === 'hub-unreachable' ? t('pass.offline') : say(error)) : t('pass.loading')}
          </p>
        </div>
      )}
    </section>
  )
}

function QrCode({ text }: { text: string }) {
  const { t } = useTranslation('phone')
  const { size, path } = useMemo(() => qrPath(text), [text])
  return (
    <svg
      className="pass-card__code"
      role="img"
      aria-label={t('pass.image')}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#111" />
    </svg>
  )
}

/** Runs down with the code; the seconds beside it say the same. */
function Ring({ left }: { left: number }) {
  return (
    <svg className="pass-card__ring" viewBox="0 0 24 24" aria-hidden>
      <circle cx="12" cy="12" r="9" pathLength="1" />
      <circle
        className="pass-card__ring-left"
        cx="12"
        cy="12"
        r="9"
        pathLength="1"
        strokeDasharray={`${left} 1`}
      />
    </svg>
  )
}
