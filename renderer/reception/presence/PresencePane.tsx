import { Armchair } from 'lucide-react'
import { hereNow } from '../data/people.ts'
import { searchWords } from '../data/search.ts'
import { Empty } from '../ui/Empty.tsx'
import { Pane } from '../ui/Pane.tsx'
import '../ui/rows.css'
import { personBeside } from '../state/console.ts'
import { useDesk, useRows } from '../state/useConsole.ts'
import { useQuery } from '../state/useQuery.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import { HereRow } from './PresenceRow.tsx'

/** Who is in the house, and until when (R8.1). */
export function HerePane() {
  const { t } = useWords()
  const rows = useRows('presence')
  const now = useDesk((state) => state.now)
  const query = useQuery()
  const person = useDesk(personBeside)
  const all = hereNow(rows, now, [])
  const shown = query ? hereNow(rows, now, searchWords(query)) : all
  const count = query
    ? t('columns.found', { shown: shown.length, count: all.length })
    : all.length > 0
      ? t('columns.people', { count: all.length })
      : undefined

  return (
    <Pane area="here">
      <Section title={t('columns.here')} count={count}>
        {shown.length === 0 && <Empty icon={Armchair} title={t('here.empty')} hint={t('here.emptyHint')} />}
        <ul className="rows">
          {shown.map((row) => (
            <HereRow key={row.id} row={row} current={row.account === person} />
          ))}
        </ul>
      </Section>
    </Pane>
  )
}
