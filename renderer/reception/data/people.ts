import type { Instant } from '../../../shared/domain/ids.ts'
import type { PresenceRow } from './rows.ts'
import { matches } from './search.ts'

/** Who is in the house: booked and not yet over (R8.1), by name. */
export function hereNow(rows: readonly PresenceRow[], now: Instant, words: readonly string[]): PresenceRow[] {
  return rows
    .filter((row) => row.from <= now && now < row.until)
    .filter((row) => matches(words, row.name, row.email, row.desk))
    .toSorted(byName)
}

/** By name as people read it; those without one by email; ids make the order firm. */
export function byName(
  a: { name: string; email: string; id: string },
  b: { name: string; email: string; id: string },
): number {
  return collator.compare(a.name || a.email, b.name || b.email) || (a.id < b.id ? -1 : 1)
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })
