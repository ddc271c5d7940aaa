import type { Offers } from '../../../shared/contract/offers.ts'
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
  /** Who holds which desk or item on a date, without saying who. */
  occupancies(date: LocalDate): Occupancy[]
  /** The same with what one person sees beyond the public (R1.2), in place of whatever was seen beyond it before. */
  withOffers(offers: Offers | null): Catalogue
}

/** `promises`: what waits in the outbox or was just answered. `offers`: what somebody sees beyond the public rows. */
export function createCatalogue(
  rows: ScopeRows<'catalogue'>,
  promises: () => Iterable<DeskPromise>,
  offers: Offers | null = null,
): Catalogue {
  const location = (): LocationRow | null => [...rows.of('location').values()][0] ?? null
  return {
    location,
    place: () => {
      const row = location()
      return row && placeOf(row)
    },
    terms: () => [...rows.of('terms').values()].toSorted((a, b) => b.version - a.version)[0] ?? null,
    desks: () => together(rows.of('desk'), offers?.desks).toSorted((a, b) => byLabel(a.label, b.label)),
    items: () =>
      together(rows.of('item'), offers?.items).toSorted(
        (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
      ),
    occupancies: (date) => {
      const own = [...promises()].filter((promise) => promise.date === date)
      const replaced = new Set(
        own.flatMap(({ booking, cancels }) => (cancels ? [booking, cancels] : [booking])),
      )
      const open = rows.of('occupancy')
      const known = [...open]
        .filter(([id, row]) => row.date === date && !replaced.has(id))
        .map(([booking, row]) => ({ booking, ...row }))
      const beyond = (offers?.occupancies ?? []).filter(
        (one) => one.date === date && !replaced.has(one.booking) && !open.has(one.booking),
      )
      return [...known, ...beyond, ...own]
    },
    withOffers: (others) => createCatalogue(rows, promises, others),
  }
}

/** An item that has just become public may still be among somebody's offers: it is one. */
function together<T extends { id: string }>(open: ReadonlyMap<string, T>, beyond: readonly T[] = []): T[] {
  return [...open.values(), ...beyond.filter(({ id }) => !open.has(id))]
}

/** The facts of a place, as decisions want them. */
export function placeOf(row: LocationRow): PlaceFacts {
  const { id, zone, openingHours, dayEnd, singleDay, termsVersion, asksBilling } = row
  const doors = row.doors.map((door) => door.id)
  return { id, zone, openingHours, dayEnd, singleDay, termsVersion, asksBilling, doors }
}
