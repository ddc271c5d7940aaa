import { Check } from 'lucide-react'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCountdown } from '../../i18n/format.ts'
import { Button } from '../../ui/Button.tsx'
import { useNow } from '../../ui/clock.ts'
import { useOwn, useSend, useView } from '../page.ts'
import './result.css'

/** Whom it worked for, with a tick. */
export function ResultHello({ children }: { children: ReactNode }) {
  return (
    <p className="result-hello">
      <Check aria-hidden />
      {children}
    </p>
  )
}

/** "Done", and under it the bar that shows when the screen forgets by itself (R10.3). */
export function ResultFooter({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('kiosk')
  const send = useSend()
  return (
    <div className="result-footer">
      <div className="result-footer__buttons">
        {children}
        <Button icon={Check} label={t('done.finish')} onClick={() => send('home', {})} />
      </div>
      <ForgettingBar />
    </div>
  )
}

function ForgettingBar() {
  const { t } = useTranslation('kiosk')
  const touchedAt = useOwn((own) => own.touchedAt)
  const forgetAt = useView((view) => view.shell.idle?.forgetAt ?? null)
  const seconds = useView(({ shell: { location } }) =>
    location ? location.idleAskAfter + location.idleForgetAfter : 60,
  )
  const left = Math.max(0, (forgetAt ?? touchedAt + seconds * 1000) - useNow())
  const share = Math.min(1, left / (seconds * 1000))
  return (
    <div className="forgetting">
      <span className="forgetting__track" aria-hidden>
        <span className="forgetting__bar" style={{ '--share': share } as CSSProperties} />
      </span>
      <span className="forgetting__words">{t('done.forgets', { time: formatCountdown(left) })}</span>
    </div>
  )
}
