import type { BookingFacts } from './facts.ts'
import type { Instant, LocalDate } from './ids.ts'

/**
 * The booking on a date that is not cancelled and not over at `now` (R5.4). Of several the one that lasts longest: judged
 * at the time of a promise that comes late, one that was checked out since is still live too (R9.4).
 */
export function liveBooking(
  bookings: readonly BookingFacts[],
  date: LocalDate,
  now: Instant,
): BookingFacts | null {
  const [last] = bookings
    .filter((one) => one.date === date && isLive(one, now))
    .toSorted((a, b) => b.until - a.until || (a.id < b.id ? -1 : 1))
  return last ?? null
}

function isLive(booking: BookingFacts, now: Instant): boolean {
  return !booking.cancelled && booking.from < booking.until && now < booking.until
}
