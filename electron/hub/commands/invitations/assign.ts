import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import type { AccountId, ItemId, LocalDate } from '../../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import type { JobContext } from '../../pipeline/context.ts'
import { occupancyChanged } from '../../projections/occupancy.ts'
import { projectDesks } from '../../projections/place.ts'

/**
 * Whether these desks and offices can become somebody's own from a day on: each exists and is nobody's.
 * Errors: `item-unknown`, `item-assigned {item}`.
 */
export function mayAssign(
  context: JobContext,
  items: readonly ItemId[],
  on: LocalDate,
): Result<null, FoyerError> {
  for (const id of items) {
    const name = nameOf(context, id)
    if (name === undefined) return failure('item-unknown')
    if (context.store.entitlements.assignedTo(id, on) !== undefined)
      return failure('item-assigned', { item: name })
  }
  return ok(null)
}

function nameOf(context: JobContext, id: ItemId): string | undefined {
  const desk = context.place().deskById.get(id)
  if (desk) return desk.label
  const row = context.store.items.item(id)?.row
  return row?.kind === 'office' ? row.name : undefined
}

/** Makes desks and offices somebody's own (R5.3). What others booked there before stays theirs; nobody books it any more. */
export function assign(
  context: JobContext,
  account: AccountId,
  items: readonly ItemId[],
  startsOn: LocalDate,
): void {
  for (const item of new Set(items)) {
    context.store.entitlements.assign({ id: newId(context.system), account, item, startsOn, endsOn: null })
    context.store.items.setBookable(item, false)
  }
  context.reloadPlaces()
  projectDesks(context, items)
  for (const item of items) occupancyChanged(context, item)
}
