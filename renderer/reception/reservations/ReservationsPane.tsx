import { useMemo } from 'react'
import { dayWindow } from '../../../shared/domain/time.ts'
import { reservedWithin } from '../data/reservations.ts'
import { searchWords } from '../data/search.ts'
import { personInPanel } from '../state/console.ts'
import { Pane } from '../ui/Pane.tsx'
import '../ui/rows.css'
import { useConsole, useQuery, useRows, useToday, useZone } from '../state/useConsole.ts'
import { useWords } from '../state/words.ts'
import { Section } from '../ui/Section.tsx'
import './reservations.css'
import { ReservationRow } from './ReservationRow.tsx'

/** What is reserved today: which room, whose, from when until when (R8.1). */
export function ReservationsPane() {
  const { t } = useWords()
  const rows = useRows('reservation')
  const now = useConsole((state) => state.now)
  const zone = useZone()
  const person = useConsole(personInPanel)
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
    <Pane area="reservations">
      <Section title={t('columns.reserved')} count={count}>
        {shown.length === 0 && (
          <p className="calm">
            {query ? t('columns.nothingFound', { query: query.trim() }) : t('reserved.none')}
          </p>
        )}
        <ul className="rows">
          {shown.map((row) => (
            <ReservationRow
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
