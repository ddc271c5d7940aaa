import { ActivityPane } from '../activity/ActivityPane.tsx'
import { DoorsPane } from '../doors/DoorsPane.tsx'
import { GrantsPane } from '../grants/GrantsPane.tsx'
import { Header } from '../header/Header.tsx'
import { HerePane } from '../here/HerePane.tsx'
import { PersonPane } from '../person/PersonPane.tsx'
import { useDesk } from '../useDesk.ts'
import { AwayLine } from './AwayLine.tsx'
import './bench.css'
import { useTouch } from './useTouch.ts'

/** The open console: its columns, and a person beside them when a row was opened. */
export function Bench({ staff, lockAt }: { staff: string; lockAt: number }) {
  useTouch()
  const person = useDesk((state) => state.person)
  const online = useDesk((state) => state.view?.link === 'online')
  const classes = ['bench', person && 'bench--person', !online && 'bench--stale']
  return (
    <div className="console">
      <Header staff={staff} lockAt={lockAt} />
      <AwayLine />
      <main className={classes.filter(Boolean).join(' ')}>
        <HerePane />
        <GrantsPane />
        {person && <PersonPane key={person} account={person} />}
        <DoorsPane />
        <ActivityPane />
      </main>
    </div>
  )
}
