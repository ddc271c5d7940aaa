import type { Person } from '../../../shared/contract/person.ts'
import type { BookingFacts, PersonFacts } from '../../../shared/domain/facts.ts'
import type { AccountId, BookingId, ItemId } from '../../../shared/domain/ids.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import { occupancyChanged, publishOccupancy } from './occupancy.ts'
import type { DayChange } from './person.ts'
import type { Run } from '../pipeline/context.ts'

/** A booking in the scopes: that the desk is held (catalogue, nobody named), and who is here today (reception). */
export function projectBooking(
  run: Run,
  person: Pick<Person, 'profile'> & { account: AccountId },
  booking: BookingFacts,
): void {
  const { id, item, date, from, until, cancelled } = booking
  const holds = !cancelled && from < until && run.now < until
  publishOccupancy(run, id, item, holds ? { item, date, from, until } : null)

  const place = run.place()
  const here = holds && date <= localDateOf(run.now, place.facts.zone)
  const { name, email } = person.profile
  const desk = place.deskById.get(item)?.label ?? ''
  const presence = { account: person.account, name, email, item, desk, date, from, until }
  run.publish('reception', 'presence', id, here ? presence : null)
}

/** A person's bookings; only those of one day if given. */
export function projectBookings(run: Run, { profile, facts }: Person, only?: DayChange): void {
  for (const booking of facts.bookings) {
    if (!only || booking.date === only.date) projectBooking(run, { profile, account: facts.account }, booking)
  }
  if (only?.cancelled) freeDesk(run, only.cancelled)
  if (only) for (const desk of changedDesks(run, facts, only)) occupancyChanged(run, desk)
}

function changedDesks(run: Run, { bookings }: PersonFacts, { date, cancelled }: DayChange): Set<ItemId> {
  const desks = new Set(bookings.filter((booking) => booking.date === date).map(({ item }) => item))
  const left = cancelled ? run.store.bookings.find(cancelled)?.item : undefined
  return left === undefined ? desks : desks.add(left)
}

/** A booking that holds nothing any more. */
export function freeDesk(run: Run, booking: BookingId): void {
  run.publish('catalogue', 'occupancy', booking, null)
  run.publish('reception', 'presence', booking, null)
}
