import { Coffee } from 'lucide-react'
import { useMemo } from 'react'
import { AttentionSection } from '../attention/AttentionSection.tsx'
import { newestActivity } from '../data/activity.ts'
import { searchWords } from '../data/search.ts'
import { Empty } from '../ui/Empty.tsx'
import { Pane } from '../ui/Pane.tsx'
import { Section } from '../ui/Section.tsx'
import '../ui/rows.css'
import { useQuery, useRows } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { ActivityRow } from './ActivityRow.tsx'
import { NewerPill } from './NewerPill.tsx'

/** What needs attention, and below it what happened, newest first (R8.1). */
export function ActivityPane() {
  const { t } = useWords()
  const rows = useRows('activity')
  const query = useQuery()
  const shown = useMemo(() => newestActivity(rows, searchWords(query)), [rows, query])

  return (
    <Pane area="activity">
      <AttentionSection />
      <Section
        title={t('columns.activity')}
        count={query ? t('columns.found', { shown: shown.length, count: rows.length }) : undefined}
      >
        <NewerPill rows={shown} />
        {shown.length === 0 && (
          <Empty icon={Coffee} title={t('activity.empty')} hint={t('activity.emptyHint')} />
        )}
        <ol className="rows">
          {shown.map((row) => (
            <ActivityRow key={row.id} row={row} />
          ))}
        </ol>
      </Section>
    </Pane>
  )
}
