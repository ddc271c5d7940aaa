import { failure } from '../../../../shared/contract/errors.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { itemChanged } from '../../projections/occupancy.ts'
import { personChanged } from '../../projections/person.ts'
import { cancelOrder } from '../orders/orders.ts'
import { presentPerson } from '../present.ts'
import { moneyText, whenText } from './when-text.ts'

/**
 * Gives a place at an event back before it begins; what was due for it is cancelled, what was paid stays paid.
 * Errors: `booking-unknown`, `undo-too-late`.
 */
export const eventLeave = defineCommand<'event.leave', { account: AccountId }>('event.leave', {
  run(context, { place: id }) {
    const { store, account, now } = context
    const place = store.eventPlaces.find(id)
    const times = place && store.eventPlaces.times(place.event)
    if (place?.account !== account || !times) return failure('booking-unknown')
    if (place.cancelled) return ok({ account })
    if (times.from <= now) return failure('undo-too-late')
    store.eventPlaces.cancel(id, now)
    const paid = cancelOrder(context, place.order)
    context.audit('event.leave', id, { paid })
    const person = personChanged(context, account, { session: context.session })
    context.person = person
    itemChanged(context, place.event)
    // Whoever paid may want it back: that is reception's to decide.
    const detail = [whenText(times, context.place().facts.zone), ...(paid ? [moneyText(paid)] : [])].join(
      ' · ',
    )
    context.activity('event-left', person.profile.name, store.items.nameOf(place.event), detail)
    return ok({ account })
  },
  present: presentPerson,
})
