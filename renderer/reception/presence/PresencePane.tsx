import { Armchair } from 'lucide-react'
import { hereNow } from '../data/people.ts'
import { searchWords } from '../data/search.ts'
import { Empty } from '../ui/Empty.tsx'
import { Pane } from '../ui/Pane.tsx'
import '../ui/rows.css'
import { personInPanel } from '../state/console.ts'
import { useConsole, useQuery, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import { PresenceRow } from './PresenceRow.tsx'

/** Who is in the house, and until when (R8.1). */
export function PresencePane() {
  const { t } = useWords()
  const rows = useRows('presence')
  const now = useConsole((state) => state.now)
  const query = useQuery()
  const person = useConsole(personInPanel)
  const all = hereNow(rows, now, [])
  const shown = query ? hereNow(rows, now, searchWords(query)) : all
  const count = query
    ? t('columns.found', { shown: shown.length, count: all.length })
    : all.length > 0
      ? t('columns.people', { count: all.length })
      : undefined

  return (
    <Pane area="presence">
      <Section title={t('columns.here')} count={count}>
        {shown.length === 0 && <Empty icon={Armchair} title={t('here.empty')} hint={t('here.emptyHint')} />}
        <ul className="rows">
          {shown.map((row) => (
            <PresenceRow key={row.id} row={row} current={row.account === person} />
          ))}
        </ul>
      </Section>
    </Pane>
  )
}
