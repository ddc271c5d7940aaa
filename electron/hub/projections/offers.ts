import type { Offers } from '../../../shared/contract/offers.ts'
import type { DeskRow, ItemRow } from '../../../shared/contract/rows.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import { dayWindow, localDateOf } from '../../../shared/domain/time.ts'
import { isVisible, type Viewer, viewerOf } from '../../../shared/domain/visibility.ts'
import type { ItemRecord, Seen } from '../store/items.ts'
import type { Parts } from '../pipeline/context.ts'

const stranger: Viewer = { kind: 'public' }

/** Whether anybody may know of it: then it is in the catalogue of every device (R1.1). */
export function isPublic(seen: Seen): boolean {
  return isVisible(seen, stranger)
}

/** What anybody may see: the catalogue of every device (R1.1). */
export function publicOffers(parts: Parts): { desks: DeskRow[]; items: ItemRow[] } {
  return {
    desks: visibleDesks(parts, null),
    items: offered(parts)
      .filter(({ seen }) => isPublic(seen))
      .map(({ row }) => row),
  }
}

/** Everything but desks, without events of the days before today. */
function offered(parts: Parts): ItemRecord[] {
  return parts.store.items.items().filter(({ row }) => isOffered(parts, row))
}

/** Whether it belongs on a screen: an event that is over stays there for the rest of its day. */
export function isOffered(parts: Parts, { event }: ItemRow): boolean {
  if (!event) return true
  const { zone } = parts.place().facts
  return event.until > dayWindow(localDateOf(parts.system.now(), zone), zone).from
}

/** The desks that somebody may know of (R1.2); null = nobody is known. */
export function visibleDesks(parts: Parts, person: PersonFacts | null): DeskRow[] {
  const { desks, deskSeen } = parts.place()
  const viewer = viewerOf(person)
  return desks.filter(({ id }) => {
    const seen = deskSeen.get(id)
    return seen !== undefined && isVisible(seen, viewer)
  })
}

/** An item, if this viewer may know of it: otherwise it does not exist (R1.2). */
export function visibleItem(parts: Parts, id: ItemId, person: PersonFacts | null): ItemRecord | undefined {
  const record = parts.store.items.item(id)
  return record && isVisible(record.seen, viewerOf(person)) ? record : undefined
}

/** What somebody sees beyond the public catalogue, and when it is held: by whom is not said (R1.2, R10.1). */
export function offersOf(parts: Parts, person: PersonFacts): Offers {
  const viewer = viewerOf(person)
  const beyond = (seen: Seen | undefined): boolean =>
    seen !== undefined && !isPublic(seen) && isVisible(seen, viewer)
  const { desks: allDesks, deskSeen, itemSeen } = parts.place()
  const desks = allDesks.filter(({ id }) => beyond(deskSeen.get(id)))
  // Strangers see nothing more: they cost no look at the items.
  const any = [...itemSeen.values()].some(beyond)
  const items = any
    ? offered(parts)
        .filter(({ seen }) => beyond(seen))
        .map(({ row }) => row)
    : []
  return { items, desks, occupancies: occupanciesOf(parts, desks, items) }
}

function occupanciesOf(
  { store, system }: Parts,
  desks: readonly DeskRow[],
  items: readonly ItemRow[],
): Offers['occupancies'] {
  const now = system.now()
  const held = [
    ...desks.flatMap(({ id }) => store.bookings.openOn(id, now)).filter(({ from, until }) => from < until),
    ...items.filter(({ bookable }) => bookable).flatMap(({ id }) => store.reservations.openOn(id, now)),
  ]
  return held.map(({ id, item, date, from, until }) => ({ booking: id, item, date, from, until }))
}
