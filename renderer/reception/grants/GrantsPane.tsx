import { KeyRound } from 'lucide-react'
import { useMemo, useState } from 'react'
import { groupGrants, type ListedGrant } from '../data/grants.ts'
import { searchWords } from '../data/search.ts'
import { Empty } from '../ui/Empty.tsx'
import { Pane } from '../ui/Pane.tsx'
import '../ui/rows.css'
import { personInPanel } from '../state/console.ts'
import { useConsole, useDoorName, useQuery, useRows, useZone } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import { GrantRow } from './GrantRow.tsx'

/** As many as anybody reads; older ones are found by the search. */
const earlierShown = 100

/** Who may open which door, why, and whether the door has heard of it (R8.1, R6.3). */
export function GrantsPane() {
  const { t } = useWords()
  const rows = useRows('grant')
  const now = useConsole((state) => state.now)
  const zone = useZone()
  const query = useQuery()
  const person = useConsole(personInPanel)
  const doorName = useDoorName()
  const [unfolded, setUnfolded] = useState(false)
  const groups = useMemo(
    () => groupGrants(rows, zone, now, searchWords(query), doorName),
    [rows, zone, now, query, doorName],
  )
  const current = groups.now.length + groups.later.length
  const shown = current + groups.earlier.length
  const list = (grants: ListedGrant[]) => (
    <ul className="rows">
      {grants.map(({ row, word }) => (
        <GrantRow key={row.id} row={row} word={word} current={row.account === person} />
      ))}
    </ul>
  )

  return (
    <Pane area="grants">
      <Section
        title={t('columns.grants')}
        count={
          query
            ? t('columns.found', { shown, count: rows.length })
            : current > 0
              ? t('columns.grants', { count: current })
              : undefined
        }
      >
        {shown === 0 && <Empty icon={KeyRound} title={t('grants.empty')} hint={t('grants.emptyHint')} />}
        {groups.now.length === 0 && shown > 0 && !query && (
          <p className="grants__group">{t('grants.noneNow')}</p>
        )}
        {list(groups.now)}
        {groups.later.length > 0 && (
          <>
            <h3 className="grants__group">{t('grants.later')}</h3>
            {list(groups.later)}
          </>
        )}
        {groups.earlier.length > 0 && (
          <details className="fold" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
            <summary>{t('grants.earlierCount', { count: groups.earlier.length })}</summary>
            {unfolded && list(groups.earlier.slice(0, earlierShown))}
          </details>
        )}
      </Section>
    </Pane>
  )
}
