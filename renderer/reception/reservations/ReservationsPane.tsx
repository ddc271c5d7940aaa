import { useMemo } from 'react'
import { dayWindow } from '../../../shared/domain/time.ts'
import { reservedWithin } from '../data/reservations.ts'
import { searchWords } from '../data/search.ts'
import { personBeside } from '../state/console.ts'
import { Pane } from '../ui/Pane.tsx'
import '../ui/rows.css'
import { useDesk, useRows } from '../state/useConsole.ts'
import { useQuery } from '../state/useQuery.ts'
import { useToday } from '../state/useToday.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import './reservations.css'
import { ReservedRow } from './ReservationRow.tsx'

/** What is reserved today: which room, whose, from when until when (R8.1). */
export function ReservedPane() {
  const { t } = useWords()
  const rows = useRows('reservation')
  const now = useDesk((state) => state.now)
  const zone = useDesk((state) => state.view?.location?.zone ?? 'UTC')
  const person = useDesk(personBeside)
  const query = useQuery()
  const today = useToday()
  const day = useMemo(() => dayWindow(today, zone), [today, zone])
  const all = useMemo(() => reservedWithin(rows, day, now, []), [rows, day, now])
  const shown = useMemo(
    () => (query ? reservedWithin(rows, day, now, searchWords(query)) : all),
    [rows, day, now, query, all],
  )
  const count = query
    ? t('columns.found', { shown: shown.length, count: all.length })
    : all.length > 0
      ? t('columns.reservations', { count: all.length })
      : undefined

  return (
    <Pane area="reserved">
      <Section title={t('columns.reserved')} count={count}>
        {shown.length === 0 && (
          <p className="calm">
            {query ? t('columns.nothingFound', { query: query.trim() }) : t('reserved.none')}
          </p>
        )}
        <ul className="rows">
          {shown.map((row) => (
            <ReservedRow
              key={row.id}
              row={row}
              day={day}
              running={row.from <= now}
              current={row.account === person}
            />
          ))}
        </ul>
      </Section>
    </Pane>
  )
}
