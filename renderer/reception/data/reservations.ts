import type { Window } from '../../../shared/domain/time.ts'
import type { ReservationRow } from './rows.ts'
import { matches } from './search.ts'

/** What is reserved within a day and not over, by its beginning, then by the room (R8.1). */
export function reservedWithin(
  rows: readonly ReservationRow[],
  day: Window,
  now: number,
  words: readonly string[],
): ReservationRow[] {
  return rows
    .filter((row) => row.from < day.until && row.until > Math.max(day.from, now))
    .filter((row) => matches(words, row.itemName, row.name, row.email))
    .toSorted((a, b) => a.from - b.from || a.itemName.localeCompare(b.itemName) || (a.id < b.id ? -1 : 1))
}
