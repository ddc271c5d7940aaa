import { CloudOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatCountdown } from '../../i18n/format.ts'
import { QrCode } from '../../ui/QrCode.tsx'
import { useErrorText } from '../phone.ts'
import { shareLeft } from './pass.ts'
import { usePass } from './usePass.ts'
import './pass-card.css'

/** The pass that is worth nothing as a picture after 30 s (R7.2): dark on white whatever the theme. */
export function PassCard() {
  const { t } = useTranslation('phone')
  const { code, now, error } = usePass()
  const say = useErrorText()
  return (
    <section className="card pass-card" aria-label={t('pass.heading')}>
      {code ? (
        <>
          <QrCode className="pass-card__code" text={code.text} label={t('pass.image')} />
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
