import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import type { AccountId, ItemId, LocalDate } from '../../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import { occupancyChanged } from '../../projections/occupancy.ts'
import { visibleDesks } from '../../projections/offers.ts'
import type { Run } from '../../pipeline/context.ts'

/**
 * Whether these desks and offices can become somebody's own from a day on: each exists and is nobody's.
 * Errors: `item-unknown`, `item-assigned {item}`.
 */
export function mayAssign(run: Run, items: readonly ItemId[], on: LocalDate): Result<null, FoyerError> {
  for (const id of items) {
    const name = nameOf(run, id)
    if (name === undefined) return failure('item-unknown')
    if (run.store.entitlements.assignedTo(id, on) !== undefined)
      return failure('item-assigned', { item: name })
  }
  return ok(null)
}

function nameOf(run: Run, id: ItemId): string | undefined {
  const desk = run.place().deskById.get(id)
  if (desk) return desk.label
  const row = run.store.items.item(id)?.row
  return row?.kind === 'office' ? row.name : undefined
}

/** Makes desks and offices somebody's own (R5.3). What others booked there before stays theirs; nobody books it any more. */
export function assign(run: Run, account: AccountId, items: readonly ItemId[], startsOn: LocalDate): void {
  for (const item of new Set(items)) {
    run.store.entitlements.assign({ id: newId(run.system), account, item, startsOn, endsOn: null })
    run.store.items.setBookable(item, false)
  }
  run.reloadPlace()
  const ofAll = visibleDesks(run, null).filter(({ id }) => items.includes(id))
  for (const desk of ofAll) run.publish('catalogue', 'desk', desk.id, desk)
  for (const item of items) occupancyChanged(run, item)
}
