import type { DeskBookingFacts, DeskBookingOutcome } from '../../../shared/domain/booking.ts'
import type { BookingFacts, PersonFacts, PlaceFacts } from '../../../shared/domain/facts.ts'
import { deriveGrants } from '../../../shared/domain/grants.ts'
import type { Instant, ItemId, LocalDate } from '../../../shared/domain/ids.ts'
import { dayWindow } from '../../../shared/domain/time.ts'
import type { PassClaims } from '../../lib/pass.ts'
import { newId } from '../../lib/system.ts'
import { ofDay } from './project-grants.ts'
import { projectPurchase } from './purchases.ts'
import type { PersonRun } from './run.ts'

/**
 * The facts for a booking. Unless it was promised, only one desk can come of it, so who holds the others is not read.
 */
export function bookingFactsFor(
  run: PersonRun,
  person: PersonFacts,
  { desk, date }: { desk: ItemId; date: LocalDate },
): DeskBookingFacts {
  const place = run.place()
  const { from, until } = dayWindow(date, place.facts.zone)
  const asked = run.promised ? place.desks.map(({ id }) => id) : [desk]
  const occupancies = asked.flatMap((item) => run.store.bookings.held(item, from, until))
  return { person, place: place.facts, desks: place.desks, occupancies }
}

/** Writes what was decided. Throws when the schema refuses it (I1, R5.1). */
export function writeBooking(run: PersonRun, outcome: DeskBookingOutcome, at: Instant): void {
  const { store, account } = run
  const { booking, cancels, spends, charges } = outcome
  const { id, item, date, from, until } = booking
  const location = run.place().facts.id
  if (cancels !== null) store.bookings.cancel(cancels, run.now)
  store.bookings.add({ id, account, item, date, from, until, madeAt: at, device: run.device.id })
  if (spends !== null) {
    store.bookings.spendPass(spends, date)
    store.bookings.useDay(account, location, date, { pass: spends, purchase: null })
  }
  if (charges === null) return
  const state = charges.amount > 0 ? ('due' as const) : ('free' as const)
  const purchase = {
    id: newId(run.system),
    account,
    what: `${outcome.desk.label}, ${date}`,
    price: charges,
    state,
    at: run.now,
  }
  store.bookings.addPurchase(location, purchase)
  store.bookings.useDay(account, location, date, { pass: null, purchase: purchase.id })
  projectPurchase(run, purchase)
}

/** What the pass for a booking says: the window of the grant that follows from it. Null when the day was taken away. */
export function passClaims(place: PlaceFacts, person: PersonFacts, booking: BookingFacts): PassClaims | null {
  const grant = deriveGrants(ofDay(person, booking.date), place).find(({ cause }) => cause.id === booking.id)
  if (!grant || grant.until === null || grant.revokedAt !== null) return null
  const { from, until } = grant
  return { sub: booking.id, loc: place.id, nbf: Math.floor(from / 1000), exp: Math.ceil(until / 1000) }
}
