import { LoaderCircle, TriangleAlert } from 'lucide-react'
import { useDesk } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './overlay.css'

/** Over everything while the process behind the page comes back, or when it no longer does (R9.6). */
export function HealthVeil() {
  const { t } = useWords()
  const { state, helpPhone } = useDesk((desk) => desk.health)
  const starting = useDesk((desk) => desk.view === null)
  if (state === 'up' && !starting) return null
  const broken = state === 'out-of-order'
  const sentence = broken
    ? t(helpPhone ? 'health.outOfOrder' : 'health.outOfOrderNoPhone', { phone: helpPhone })
    : t(starting ? 'loading' : 'health.restarting')
  return (
    <div className="veil">
      <p role={broken ? 'alert' : 'status'} className="veil__card">
        {broken ? <TriangleAlert aria-hidden /> : <LoaderCircle aria-hidden className="outcome__turn" />}
        <span>{sentence}</span>
      </p>
    </div>
  )
}
