import type { Person } from '../../../../shared/contract/person.ts'
import {
  applyBooking,
  type DeskBookingFacts,
  type DeskBookingOutcome,
} from '../../../../shared/domain/booking.ts'
import type { BookingFacts, PersonFacts, PlaceFacts } from '../../../../shared/domain/facts.ts'
import { deriveGrants } from '../../../../shared/domain/grants.ts'
import type { Instant, ItemId, LocalDate } from '../../../../shared/domain/ids.ts'
import { dayWindow } from '../../../../shared/domain/time.ts'
import type { PassClaims } from '../../../lib/pass.ts'
import type { PersonContext } from '../../pipeline/context.ts'
import { ofDay } from '../../projections/grants.ts'
import { visibleDesks } from '../../projections/offers.ts'
import { addOrder } from '../orders/orders.ts'

/**
 * The facts for a booking. Who holds the other desks is read only where one of them may come of it: where it was promised
 * and its own desk cannot be had (R9.4).
 */
export function bookingFactsFor(
  context: PersonContext,
  person: PersonFacts,
  { desk, date }: { desk: ItemId; date: LocalDate },
): DeskBookingFacts {
  const place = context.place()
  const { from, until } = dayWindow(date, place.facts.zone)
  const desks = visibleDesks(context, person)
  const heldOf = (item: ItemId) => context.store.bookings.held(item, from, until)
  const own = heldOf(desk)
  const canBeHad = own.length === 0 && desks.some(({ id, bookable }) => id === desk && bookable)
  const others = context.promised && !canBeHad ? place.desks.filter(({ id }) => id !== desk) : []
  const occupancies = [...own, ...others.flatMap(({ id }) => heldOf(id))]
  return { person, place: place.facts, desks, occupancies }
}

/** Writes what was decided, and returns the person with it. Throws when the schema refuses it (I1, R5.1). */
export function writeBooking(
  context: PersonContext,
  person: Person,
  outcome: DeskBookingOutcome,
  at: Instant,
): Person {
  const { store, account } = context
  const { booking, cancels, spends, charges } = outcome
  const { id, item, date, from, until } = booking
  if (cancels !== null) store.bookings.cancel(cancels, context.now)
  store.bookings.add({
    id,
    account,
    location: context.location,
    item,
    date,
    from,
    until,
    madeAt: at,
    device: context.device.id,
  })
  if (spends !== null) store.bookings.spendPass(spends, date)
  const what = `${outcome.desk.label}, ${date}`
  const order = charges === null ? null : addOrder(context, { account, what, price: charges })
  if (spends !== null || order !== null)
    store.bookings.useDay(account, context.place().facts.id, date, {
      pass: spends,
      purchase: order?.id ?? null,
    })
  // Not read again: a check-in need not read twice what it has just written.
  const facts = applyBooking(person.facts, outcome, order?.id ?? null)
  return { ...person, facts, orders: order ? [order, ...person.orders] : person.orders }
}

/** What the pass for a booking says: the window of the grant that follows from it. Null when the day was taken away. */
export function passClaims(place: PlaceFacts, person: PersonFacts, booking: BookingFacts): PassClaims | null {
  const grant = deriveGrants(ofDay(person, booking.date), place).find(({ cause }) => cause.id === booking.id)
  if (!grant || grant.until === null || grant.revokedAt !== null) return null
  const { from, until } = grant
  return { sub: booking.id, loc: place.id, nbf: Math.floor(from / 1000), exp: Math.ceil(until / 1000) }
}
