import type { OccupancyRow } from '../../../shared/contract/rows.ts'
import type { ItemId } from '../../../shared/domain/ids.ts'
import type { JobContext } from '../pipeline/context.ts'
import type { Audience } from '../store/items.ts'
import { offersChanged } from './notify-offers.ts'
import { isOffered, isPublic } from './offers.ts'

/** That something is held, in the catalogue: only of what anybody may know of (R1.2). `row` null: it is free again. */
export function publishOccupancy(
  context: JobContext,
  id: string,
  item: ItemId,
  row: OccupancyRow | null,
): void {
  const audience = audienceOf(context, item)
  context.publish('catalogue', 'occupancy', id, audience && isPublic(audience) ? row : null)
}

/** To be called when who holds it changed: tells whoever may know of it, where not everybody may (R1.3). */
export function occupancyChanged(context: JobContext, item: ItemId): void {
  const audience = audienceOf(context, item)
  if (audience && !isPublic(audience)) offersChanged(context, audience)
}

/** To be called when an item itself changed: the places of an event that are taken, the stock of the shop (R1.3). */
export function itemChanged(context: JobContext, id: ItemId): void {
  const record = context.store.items.item(id)
  if (!record) return
  const { row, audience } = record
  if (isPublic(audience)) context.publish('catalogue', 'item', id, isOffered(context, row) ? row : null)
  else offersChanged(context, audience)
}

function audienceOf(context: JobContext, item: ItemId): Audience | undefined {
  const { deskAudience, itemAudience } = context.place()
  return deskAudience.get(item) ?? itemAudience.get(item)
}
