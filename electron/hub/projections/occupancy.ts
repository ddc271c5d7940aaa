import type { OccupancyRow } from '../../../shared/contract/rows.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import type { Seen } from '../store/items.ts'
import { isOffered, isPublic } from './offers.ts'
import type { Run } from '../pipeline/context.ts'
import { offersChanged } from './tell-offers.ts'

/** That something is held, in the catalogue: only of what anybody may know of (R1.2). `row` null: it is free again. */
export function publishOccupancy(run: Run, id: string, item: ItemId, row: OccupancyRow | null): void {
  const seen = seenOf(run, item)
  run.publish('catalogue', 'occupancy', id, seen && isPublic(seen) ? row : null)
}

/** To be called when who holds it changed: tells whoever may know of it, where not everybody may (R1.3). */
export function occupancyChanged(run: Run, item: ItemId): void {
  const seen = seenOf(run, item)
  if (seen && !isPublic(seen)) offersChanged(run, seen)
}

/** To be called when an item itself changed: the places of an event that are taken, the stock of the shop (R1.3). */
export function itemChanged(run: Run, id: ItemId): void {
  const record = run.store.items.item(id)
  if (!record) return
  const { row, seen } = record
  if (isPublic(seen)) run.publish('catalogue', 'item', id, isOffered(run, row) ? row : null)
  else offersChanged(run, seen)
}

function seenOf(run: Run, item: ItemId): Seen | undefined {
  const { deskSeen, itemSeen } = run.place()
  return deskSeen.get(item) ?? itemSeen.get(item)
}
