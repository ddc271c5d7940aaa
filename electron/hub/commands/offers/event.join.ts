import { failure } from '../../../../shared/contract/errors.ts'
import { decideJoin } from '../../../../shared/domain/obligations.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { itemChanged } from '../../projections/occupancy.ts'
import { visibleItem } from '../../projections/offers.ts'
import { personChanged } from '../../projections/person.ts'
import { addOrder } from '../orders/orders.ts'
import { type KeptOrder, presentOrder } from '../present.ts'
import { whenText } from './when-text.ts'

/**
 * A place at an event; who has one keeps it. Errors: `item-unknown` also for what this person may not see (R1.2); those
 * of `decideJoin`; `event-full` too when the schema refused what the rules had let through.
 */
export const eventJoin = defineCommand<'event.join', KeptOrder>('event.join', {
  run(context, { place: id, event: eventId, price }) {
    const { store, account, now } = context
    const made = store.eventPlaces.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'place' })
    // Tapped again after a lost answer (I2).
    if (made) return ok({ account, order: made.order })
    const person = loadPerson(context, account, now)
    if (!person) return failure('session-invalid')
    const row = visibleItem(context, eventId, person.facts)?.row
    if (!row?.event) return failure('item-unknown')

    const place = context.place().facts
    const event = { id: eventId, price: row.price, ...row.event }
    const decided = decideJoin({ person: person.facts, place, event }, { price }, now)
    if (!decided.ok) return decided
    const { kind, charges } = decided.value
    if (kind === 'already') {
      const has = person.facts.eventPlaces.find((one) => one.event === eventId)
      return ok({ account, order: (has && store.eventPlaces.find(has.id)?.order) ?? null })
    }
    const when = whenText(event, place.zone)
    const order = charges && addOrder(context, { account, what: `${row.name}, ${when}`, price: charges })
    const orderId = order?.id ?? null
    store.eventPlaces.add({
      id,
      account,
      event: eventId,
      order: orderId,
      madeAt: now,
      device: context.device.id,
    })

    context.activity('event-joined', person.profile.name, row.name, when)
    context.audit('event.join', id, { event: eventId, charges })
    context.person = personChanged(context, account, { session: context.session })
    itemChanged(context, eventId)
    return ok({ account, order: orderId })
  },
  refused: (constraint) =>
    constraint === 'primary-key' ? failure('invalid-input', { field: 'place' }) : failure('event-full'),
  present: presentOrder,
})
