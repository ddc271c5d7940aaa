import type { Offers } from '../../../shared/contract/offers.ts'
import type { DeskRow, ItemRow } from '../../../shared/contract/rows.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import { dayWindow, localDateOf } from '../../../shared/domain/time.ts'
import { isVisible, type Viewer, viewerOf } from '../../../shared/domain/visibility.ts'
import type { LocationDeps } from '../pipeline/context.ts'
import type { Audience, ItemRecord } from '../store/items.ts'

const stranger: Viewer = { kind: 'public' }

/** Whether anybody may know of it: then it is in the catalogue of every device (R1.1). */
export function isPublic(audience: Audience): boolean {
  return isVisible(audience, stranger)
}

/** What anybody may see: the catalogue of every device (R1.1). */
export function publicOffers(deps: LocationDeps): { desks: DeskRow[]; items: ItemRow[] } {
  return {
    desks: visibleDesks(deps, null),
    items: offered(deps)
      .filter(({ audience }) => isPublic(audience))
      .map(({ row }) => row),
  }
}

/** Everything but desks, without events of the days before today. */
function offered(deps: LocationDeps): ItemRecord[] {
  return deps.store.items.items(deps.location).filter(({ row }) => isOffered(deps, row))
}

/** Whether it belongs on a screen: an event that is over stays there for the rest of its day. */
export function isOffered(deps: LocationDeps, { event }: ItemRow): boolean {
  if (!event) return true
  const { zone } = deps.place().facts
  return event.until > dayWindow(localDateOf(deps.system.now(), zone), zone).from
}

/** The desks that somebody may know of (R1.2); null = nobody is known. */
export function visibleDesks(deps: LocationDeps, person: PersonFacts | null): DeskRow[] {
  const { desks, deskAudience } = deps.place()
  const viewer = viewerOf(person)
  return desks.filter(({ id }) => {
    const audience = deskAudience.get(id)
    return audience !== undefined && isVisible(audience, viewer)
  })
}

/** An item, if this viewer may know of it: otherwise it does not exist (R1.2). */
export function visibleItem(
  deps: LocationDeps,
  id: ItemId,
  person: PersonFacts | null,
): ItemRecord | undefined {
  const record = deps.store.items.item(id)
  return record && isVisible(record.audience, viewerOf(person)) ? record : undefined
}

/** What somebody sees beyond the public catalogue, and when it is held: by whom is not said (R1.2, R10.1). */
export function offersOf(deps: LocationDeps, person: PersonFacts): Offers {
  const viewer = viewerOf(person)
  const beyond = (audience: Audience | undefined): boolean =>
    audience !== undefined && !isPublic(audience) && isVisible(audience, viewer)
  const { desks: allDesks, deskAudience, itemAudience } = deps.place()
  const desks = allDesks.filter(({ id }) => beyond(deskAudience.get(id)))
  // Strangers see nothing more: they cost no look at the items.
  const any = [...itemAudience.values()].some(beyond)
  const items = any
    ? offered(deps)
        .filter(({ audience }) => beyond(audience))
        .map(({ row }) => row)
    : []
  return { items, desks, occupancies: occupanciesOf(deps, desks, items) }
}

function occupanciesOf(
  { store, system }: LocationDeps,
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
