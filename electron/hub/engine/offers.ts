import type { DeskRow, ItemRow } from '../../../shared/contract/rows.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import { isVisible, type Viewer, viewerOf } from '../../../shared/domain/visibility.ts'
import type { ItemRecord } from '../store/items.ts'
import type { Parts } from './run.ts'

const stranger: Viewer = { kind: 'public' }

/** What anybody may see: the catalogue of every device (R1.1). */
export function publicOffers(parts: Parts): { desks: DeskRow[]; items: ItemRow[] } {
  return {
    desks: visibleDesks(parts, null),
    items: parts.store.items
      .items()
      .filter(({ seen }) => isVisible(seen, stranger))
      .map(({ row }) => row),
  }
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
