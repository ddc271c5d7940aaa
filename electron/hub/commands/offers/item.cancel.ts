import { failure } from '../../../../shared/contract/errors.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { occupancyChanged } from '../../projections/occupancy.ts'
import { personChanged } from '../../projections/person.ts'
import { freeItem } from '../../projections/reservations.ts'
import { cancelOrder } from '../orders/orders.ts'
import { presentPerson } from '../present.ts'
import { moneyText, whenText } from './when-text.ts'

/**
 * Gives a reservation back before it begins: what was due for it is cancelled, what was paid stays paid, and minutes of
 * a plan come back. Errors: `booking-unknown`, `undo-too-late`.
 */
export const itemCancel = defineCommand<'item.cancel', { account: AccountId }>('item.cancel', {
  run(context, { reservation: id }) {
    const { store, account, now } = context
    const reservation = store.reservations.find(id)
    if (reservation?.account !== account) return failure('booking-unknown')
    if (reservation.cancelled) return ok({ account })
    if (reservation.from <= now) return failure('undo-too-late')
    store.reservations.cancel(id, now)
    const paid = cancelOrder(context, reservation.order)
    freeItem(context, reservation)
    context.audit('item.cancel', id, { paid })
    const person = personChanged(context, account, { session: context.session })
    context.person = person
    occupancyChanged(context, reservation.item)
    // Whoever paid may want it back: that is reception's to decide.
    const detail = [
      whenText(reservation, context.place().facts.zone),
      ...(paid ? [moneyText(paid)] : []),
    ].join(' · ')
    context.activity(
      'reservation-cancelled',
      person.profile.name,
      store.items.nameOf(reservation.item),
      detail,
    )
    return ok({ account })
  },
  present: presentPerson,
})
