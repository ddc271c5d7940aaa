import { failure } from '../../../../shared/contract/errors.ts'
import { decideReservation, type ReservableFacts } from '../../../../shared/domain/reservation.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { occupancyChanged } from '../../projections/occupancy.ts'
import { visibleItem } from '../../projections/offers.ts'
import { addOrder } from '../orders/orders.ts'
import { loadPerson, personChanged } from '../../projections/person.ts'
import { whenText } from './when-text.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { type KeptDone, presentDone } from '../present-done.ts'

/**
 * Reserves a room, a piece of equipment or a parking space. Errors: `item-unknown` also for what this person may not
 * see (R1.2); those of `decideReservation`; `item-taken` too when the schema refused what the rules had let through (I1).
 */
export const itemBook = defineCommand<'item.book', KeptDone>('item.book', {
  run(run, { reservation: id, item: itemId, from, until, price }) {
    const { store, account, now } = run
    const made = store.reservations.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'reservation' })
    // Tapped again after a lost answer (I2).
    if (made) return ok({ account, order: made.order })
    const person = loadPerson(run, account, now)
    if (!person) return failure('session-invalid')
    const row = visibleItem(run, itemId, person.facts)?.row
    if (!row?.bookable) return failure('item-unknown')

    const place = run.place().facts
    const item: ReservableFacts = { id: row.id, price: row.price, bookable: row.bookable }
    const occupancies = store.reservations.held(itemId, from, until)
    const facts = { person: person.facts, place, item, occupancies }
    const decided = decideReservation(facts, { from, until, price }, now)
    if (!decided.ok) return decided
    const { date, covered, charges } = decided.value
    const when = whenText({ from, until }, place.zone)
    const order = charges && addOrder(run, { account, what: `${row.name}, ${when}`, price: charges })
    const reservation = { id, account, item: itemId, date, from, until, covered, order: order?.id ?? null }
    store.reservations.add({ ...reservation, madeAt: now, device: run.device.id })

    run.activity('reserved', person.profile.name, row.name, when)
    run.audit('item.book', id, { item: itemId, from, until, covered, charges })
    run.person = personChanged(run, account, { session: run.session })
    occupancyChanged(run, itemId)
    return ok({ account, order: reservation.order })
  },
  refused: (constraint) =>
    constraint === 'primary-key' ? failure('invalid-input', { field: 'reservation' }) : failure('item-taken'),
  present: presentDone,
})
