import type { ReservationRow } from '../data/rows.ts'
import { useWords } from '../state/words.ts'

/** Rooms, equipment and parking that the person has reserved. */
export function PersonReservations({ reservations }: { reservations: ReservationRow[] }) {
  const { t, start, end } = useWords()
  if (reservations.length === 0) return null
  return (
    <div className="person__part">
      <h3>{t('person.reservations')}</h3>
      <ul className="person__list">
        {reservations.map((row) => (
          <li key={row.id}>
            <p>{row.itemName}</p>
            <p className="row__soft">{t('time.range', { from: start(row.from), until: end(row.until) })}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
