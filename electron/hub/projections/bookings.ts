import type { Person } from '../../../shared/contract/person.ts'
import type { BookingFacts, PersonFacts } from '../../../shared/domain/facts.ts'
import type { AccountId, BookingId, ItemId, LocalDate } from '../../../shared/domain/ids.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import type { JobContext } from '../pipeline/context.ts'
import { occupancyChanged, publishOccupancy } from './occupancy.ts'

/** A booking in the scopes: that the desk is held (catalogue, nobody named), and who is here today (reception). */
export function projectBooking(
  context: JobContext,
  person: Pick<Person, 'profile'> & { account: AccountId },
  booking: BookingFacts,
): void {
  const { id, item, date, from, until, cancelled } = booking
  const holds = !cancelled && from < until && context.now < until
  publishOccupancy(context, id, item, holds ? { item, date, from, until } : null)

  const place = context.place()
  const here = holds && date <= localDateOf(context.now, place.facts.zone)
  const { name, email } = person.profile
  const desk = place.deskById.get(item)?.label ?? ''
  const presence = { account: person.account, name, email, item, desk, date, from, until }
  context.publish('reception', 'presence', id, here ? presence : null)
}

/** A person's bookings; only those of one day if given. */
export function projectBookings(context: JobContext, { profile, facts }: Person, only?: DayChange): void {
  for (const booking of facts.bookings) {
    if (!only || booking.date === only.date)
      projectBooking(context, { profile, account: facts.account }, booking)
  }
  if (only?.cancelled) freeDesk(context, only.cancelled)
  if (only) for (const desk of changedDesks(context, facts, only)) occupancyChanged(context, desk)
}

function changedDesks(
  context: JobContext,
  { bookings }: PersonFacts,
  { date, cancelled }: DayChange,
): Set<ItemId> {
  const desks = new Set(bookings.filter((booking) => booking.date === date).map(({ item }) => item))
  const left = cancelled ? context.store.bookings.find(cancelled)?.item : undefined
  return left === undefined ? desks : desks.add(left)
}

/** A booking that holds nothing any more. */
export function freeDesk(context: JobContext, booking: BookingId): void {
  context.publish('catalogue', 'occupancy', booking, null)
  context.publish('reception', 'presence', booking, null)
}

/** What changed, when it was one day's bookings and nothing else: spares looking at all the others. */
export interface DayChange {
  date: LocalDate
  /** A booking that was cancelled: no fact any more, so it must be named. */
  cancelled?: BookingId | null
}
