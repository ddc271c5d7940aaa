import { LoaderCircle, TriangleAlert } from 'lucide-react'
import { useConsole } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import './overlay.css'

/** Covers everything while the process behind the page restarts, and says whom to call when it no longer does (R9.6). */
export function HealthOverlay() {
  const { t } = useWords()
  const { state, helpPhone } = useConsole((console) => console.health)
  const starting = useConsole((console) => console.view === null)
  if (state === 'up' && !starting) return null
  const broken = state === 'out-of-order'
  const sentence = broken
    ? t(helpPhone ? 'health.outOfOrder' : 'health.outOfOrderNoPhone', { phone: helpPhone })
    : t(starting ? 'loading' : 'health.restarting')
  return (
    <div className="overlay">
      <p role={broken ? 'alert' : 'status'} className="overlay__card">
        {broken ? <TriangleAlert aria-hidden /> : <LoaderCircle aria-hidden className="outcome__turn" />}
        <span>{sentence}</span>
      </p>
    </div>
  )
}
