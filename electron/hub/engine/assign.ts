import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { AccountId, ItemId, LocalDate } from '../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { newId } from '../../lib/system.ts'
import { visibleDesks } from './offers.ts'
import type { Run } from './run.ts'

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
  for (const desk of visibleDesks(run, null)) {
    if (items.includes(desk.id)) run.publish('catalogue', 'desk', desk.id, desk)
  }
}
