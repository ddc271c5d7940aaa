import type { Offers } from '../../../shared/contract/offers.ts'
import type { DeskRow, ItemRow, LocationRow, OccupancyRow, TermsRow } from '../../../shared/contract/rows.ts'
import type { PlaceFacts } from '../../../shared/domain/facts.ts'
import type { ItemId, LocalDate } from '../../../shared/domain/ids.ts'
import type { DeskPromise } from '../store/outbox-table.ts'
import { createHeldIndex, type HeldIndex, type Occupancy } from './held-index.ts'
import type { ScopeRows } from './rows.ts'

/** A10 stands behind A9. Made once: making it takes longer than sorting by it. */
const byLabel = new Intl.Collator('en', { numeric: true }).compare

/**
 * What is on offer, as this kiosk knows it: the hub's rows, and on top what it promised itself (R9.4). Lists and facts are
 * the same objects until one of their rows changes.
 */
export interface Catalogue {
  location(): LocationRow | null
  place(): PlaceFacts | null
  terms(): TermsRow | null
  desks(): readonly DeskRow[]
  items(): readonly ItemRow[]
  /** Who holds which desk or item on a date, without saying who. */
  occupancies(date: LocalDate): Occupancy[]
  /** The same by desk or item, with one look-up each. */
  heldOn(date: LocalDate): HeldOn
  /** The same with what one person sees beyond the public (R1.2), in place of whatever was seen beyond it before. */
  withOffers(offers: Offers | null): Catalogue
}

/** Who holds a desk or an item on a date; undefined = nobody. */
export type HeldOn = (item: ItemId) => readonly Occupancy[] | undefined

type Kind = 'location' | 'terms' | 'desk' | 'item'

/** `promises`: what waits in the outbox or was just answered. Follows the rows from here on. */
export function createCatalogue(
  rows: ScopeRows<'catalogue'>,
  promises: () => Iterable<DeskPromise>,
): Catalogue {
  const withBooking = (booking: string, row: OccupancyRow): Occupancy => ({ booking, ...row })
  const held = createHeldIndex([...rows.of('occupancy')].map(([id, row]) => withBooking(id, row)))
  const versions = { location: 0, terms: 0, desk: 0, item: 0 }
  rows.changed.on((change) => {
    if (change === null) {
      held.clear()
      for (const kind of Object.keys(versions) as Kind[]) versions[kind]++
    } else if (change.kind !== 'occupancy') versions[change.kind as Kind]++
    else if (change.row === null) held.delete(change.id)
    else held.set(withBooking(change.id, change.row as OccupancyRow))
  })

  /** Made again only after a row of that kind has changed: desks alone take milliseconds to sort. */
  const remembered = <T>(kind: Kind, make: () => T): (() => T) => {
    let value: T
    let version = -1
    return () => {
      if (version !== versions[kind]) value = make()
      version = versions[kind]
      return value
    }
  }
  const location = (): LocationRow | null => rows.of('location').values().next().value ?? null
  const shared = {
    location,
    place: remembered('location', () => {
      const row = location()
      return row && placeOf(row)
    }),
    terms: remembered(
      'terms',
      () => [...rows.of('terms').values()].toSorted((a, b) => b.version - a.version)[0] ?? null,
    ),
  }

  const seenWith = (offers: Offers | null): Catalogue => ({
    ...shared,
    desks: remembered('desk', () =>
      together(rows.of('desk'), offers?.desks).toSorted((a, b) => byLabel(a.label, b.label)),
    ),
    items: remembered('item', () =>
      together(rows.of('item'), offers?.items).toSorted(
        (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
      ),
    ),
    ...holdings(held, createHeldIndex(offers?.occupancies), promises),
    withOffers,
  })
  const open = seenWith(null)
  let last: { offers: Offers; catalogue: Catalogue } | null = null
  function withOffers(offers: Offers | null): Catalogue {
    if (offers === null) {
      // What one person sees goes with them.
      last = null
      return open
    }
    if (last?.offers !== offers) last = { offers, catalogue: seenWith(offers) }
    return last.catalogue
  }
  return open
}

/** `open` is what the hub tells everybody, `beyond` what it tells one person; its own promises count before either. */
function holdings(
  open: HeldIndex,
  beyond: HeldIndex,
  promises: () => Iterable<DeskPromise>,
): Pick<Catalogue, 'occupancies' | 'heldOn'> {
  const ownOn = (date: LocalDate): DeskPromise[] => {
    const own: DeskPromise[] = []
    for (const promise of promises()) if (promise.date === date) own.push(promise)
    return own
  }

  const look = (date: LocalDate, own: readonly DeskPromise[]): HeldOn => {
    const [known, more] = [open.on(date), beyond.on(date)]
    if (own.length === 0 && more.size === 0) return (item) => known.get(item)

    const replaced = new Set(
      own.flatMap(({ booking, cancels }) => (cancels ? [booking, cancels] : [booking])),
    )
    const promised = standing(own)
    // Few are touched by a promise; all others are looked up as ever.
    const touched = new Set(own.map(({ item }) => item))
    for (const booking of replaced) {
      const one = open.find(booking) ?? beyond.find(booking)
      if (one) touched.add(one.item)
    }
    return (item) => {
      const extra = more.get(item)
      if (!extra && !touched.has(item)) return known.get(item)
      const hidden = extra?.filter(({ booking }) => !open.find(booking)) ?? []
      const others = [...(known.get(item) ?? []), ...hidden].filter(({ booking }) => !replaced.has(booking))
      return [...others, ...promised.filter((promise) => promise.item === item)]
    }
  }

  return {
    heldOn: (date) => look(date, ownOn(date)),
    occupancies: (date) => {
      const own = ownOn(date)
      const held = look(date, own)
      const items = new Set([
        ...open.on(date).keys(),
        ...beyond.on(date).keys(),
        ...own.map(({ item }) => item),
      ])
      return [...items].flatMap((item) => held(item) ?? [])
    },
  }
}

/** Promises without those that a later one moved: whoever changes desks with the hub away leaves the first one free. */
function standing(own: readonly DeskPromise[]): DeskPromise[] {
  const moved = new Set(own.map(({ cancels }) => cancels))
  return own.filter(({ booking }) => !moved.has(booking))
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
