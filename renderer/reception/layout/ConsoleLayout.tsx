import { ActivityPane } from '../activity/ActivityPane.tsx'
import { DoorsPane } from '../doors/DoorsPane.tsx'
import { GrantsPane } from '../grants/GrantsPane.tsx'
import { Header } from '../header/Header.tsx'
import { HerePane } from '../presence/PresencePane.tsx'
import { ReservedPane } from '../reservations/ReservationsPane.tsx'
import { useDesk } from '../state/useConsole.ts'
import { AwayLine } from './AwayLine.tsx'
import { BesidePanel } from './BesidePanel.tsx'
import './layout.css'
import { useTouch } from './useTouch.ts'

/** The open console: its columns, and beside them what was opened. */
export function Bench({ staff, lockAt }: { staff: string; lockAt: number }) {
  useTouch()
  const beside = useDesk((state) => state.beside)
  const online = useDesk((state) => state.view?.link === 'online')
  const classes = ['bench', beside && 'bench--beside', !online && 'bench--stale']
  return (
    <div className="console">
      <Header staff={staff} lockAt={lockAt} />
      <AwayLine />
      {/* Takes the focus where what had it is gone. */}
      <main tabIndex={-1} className={classes.filter(Boolean).join(' ')}>
        <div className="bench__house">
          <HerePane />
          <ReservedPane />
        </div>
        <GrantsPane />
        {beside && <BesidePanel beside={beside} />}
        <DoorsPane />
        <ActivityPane />
      </main>
    </div>
  )
}
