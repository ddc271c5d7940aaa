import { DoorClosed } from 'lucide-react'
import { lastDoorEvents, newestActivity } from '../data/activity.ts'
import { matches, searchWords } from '../data/search.ts'
import { KiosksSection } from '../kiosks/KiosksSection.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Pane } from '../ui/Pane.tsx'
import '../ui/rows.css'
import { useConsole, useQuery, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import { DoorCard } from './DoorCard.tsx'

/** What stands in the house: its doors, and the devices that serve people. */
export function DoorsPane() {
  return (
    <Pane area="doors">
      <DoorsSection />
      <KiosksSection />
    </Pane>
  )
}

/** The doors and their health (R8.1, R6.3). */
function DoorsSection() {
  const { t } = useWords()
  const doors = useRows('door')
  const activity = useRows('activity')
  const query = useQuery()
  const now = useConsole((state) => state.now)
  const words = searchWords(query)
  const shown = doors.filter((door) => matches(words, door.name, door.detail))
  const last = lastDoorEvents(newestActivity(activity, []))

  return (
    <Section
      title={t('columns.doors')}
      count={
        query
          ? t('columns.found', { shown: shown.length, count: doors.length })
          : doors.length > 0
            ? t('columns.doors', { count: doors.length })
            : undefined
      }
    >
      {shown.length === 0 && <Empty icon={DoorClosed} title={t('doors.empty')} hint={t('doors.emptyHint')} />}
      <ul className="rows">
        {shown.map((door) => (
          <DoorCard key={door.id} door={door} last={last.get(door.name) ?? last.get(door.id)} now={now} />
        ))}
      </ul>
    </Section>
  )
}
