import { failure } from '../../../../shared/contract/errors.ts'
import { decideReservation, type ReservableFacts } from '../../../../shared/domain/reservation.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { occupancyChanged } from '../../projections/occupancy.ts'
import { visibleItem } from '../../projections/offers.ts'
import { personChanged } from '../../projections/person.ts'
import { addOrder } from '../orders/orders.ts'
import { type KeptOrder, presentOrder } from '../present.ts'
import { whenText } from './when-text.ts'

/**
 * Reserves a room, a piece of equipment or a parking space. Errors: `item-unknown` also for what this person may not
 * see (R1.2); those of `decideReservation`; `item-taken` too when the schema refused what the rules had let through (I1).
 */
export const itemBook = defineCommand<'item.book', KeptOrder>('item.book', {
  run(context, { reservation: id, item: itemId, from, until, price }) {
    const { store, account, now } = context
    const made = store.reservations.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'reservation' })
    // Tapped again after a lost answer (I2).
    if (made) return ok({ account, order: made.order })
    const person = loadPerson(context, account, now)
    if (!person) return failure('session-invalid')
    const row = visibleItem(context, itemId, person.facts)?.row
    if (!row?.bookable) return failure('item-unknown')

    const place = context.place().facts
    const item: ReservableFacts = { id: row.id, price: row.price, bookable: row.bookable }
    const occupancies = store.reservations.held(itemId, from, until)
    const facts = { person: person.facts, place, item, occupancies }
    const decided = decideReservation(facts, { from, until, price }, now)
    if (!decided.ok) return decided
    const { date, covered, charges } = decided.value
    const when = whenText({ from, until }, place.zone)
    const order = charges && addOrder(context, { account, what: `${row.name}, ${when}`, price: charges })
    const reservation = { id, account, item: itemId, date, from, until, covered, order: order?.id ?? null }
    store.reservations.add({ ...reservation, madeAt: now, device: context.device.id })

    context.activity('reserved', person.profile.name, row.name, when)
    context.audit('item.book', id, { item: itemId, from, until, covered, charges })
    context.person = personChanged(context, account, { session: context.session })
    occupancyChanged(context, itemId)
    return ok({ account, order: reservation.order })
  },
  refused: (constraint) =>
    constraint === 'primary-key' ? failure('invalid-input', { field: 'reservation' }) : failure('item-taken'),
  present: presentOrder,
})
