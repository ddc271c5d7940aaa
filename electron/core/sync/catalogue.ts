import type { DeskRow, ItemRow, LocationRow, OccupancyRow, TermsRow } from '../../../shared/contract/rows.ts'
import type { PlaceFacts } from '../../../shared/domain/facts.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import type { DeskPromise } from '../store/outbox-table.ts'
import type { ScopeRows } from './rows.ts'

/** A10 stands behind A9. Made once: making it takes longer than sorting by it. */
const byLabel = new Intl.Collator('en', { numeric: true }).compare

export type Occupancy = OccupancyRow & { booking: string }

/** What is on offer, as this kiosk knows it: the hub's rows, and on top what it promised itself (R9.4). */
export interface Catalogue {
  location(): LocationRow | null
  place(): PlaceFacts | null
  terms(): TermsRow | null
  desks(): DeskRow[]
  items(): ItemRow[]
  /** Who holds which desk on a date, without saying who. */
  occupancies(date: LocalDate): Occupancy[]
}

/** `promises`: what waits in the outbox or was just answered. */
export function createCatalogue(
  rows: ScopeRows<'catalogue'>,
  promises: () => Iterable<DeskPromise>,
): Catalogue {
  const location = (): LocationRow | null => [...rows.of('location').values()][0] ?? null
  return {
    location,
    place: () => {
      const row = location()
      return row && placeOf(row)
    },
    terms: () => [...rows.of('terms').values()].toSorted((a, b) => b.version - a.version)[0] ?? null,
    desks: () => [...rows.of('desk').values()].toSorted((a, b) => byLabel(a.label, b.label)),
    items: () =>
      [...rows.of('item').values()].toSorted((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)),
    occupancies: (date) => {
      const own = [...promises()].filter((promise) => promise.date === date)
      const replaced = new Set(
        own.flatMap(({ booking, cancels }) => (cancels ? [booking, cancels] : [booking])),
      )
      const known = [...rows.of('occupancy')]
        .filter(([id, row]) => row.date === date && !replaced.has(id))
        .map(([booking, row]) => ({ booking, ...row }))
      return [...known, ...own]
    },
  }
}

/** The facts of a place, as decisions want them. */
export function placeOf(row: LocationRow): PlaceFacts {
  const { id, zone, openingHours, dayEnd, singleDay, termsVersion } = row
  return { id, zone, openingHours, dayEnd, singleDay, termsVersion, doors: row.doors.map((door) => door.id) }
}
