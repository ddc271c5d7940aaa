import type { BookingFacts, Grant, PersonFacts, PlaceFacts, SubscriptionFacts } from './facts.ts'
import { byLasting, deriveGrants, grantStateAt } from './grants.ts'
import type { Instant, LocalDate } from './ids.ts'
import { liveBooking } from './live.ts'
import { passesLeft } from './passes.ts'
import { dayWindow, localDateOf } from './time.ts'

/** What the screen says to whoever identified themselves. */
export type Arrival =
  /** Needs no check-in; `grant` says why (R5.3). */
  | { kind: 'continuous'; grant: Grant }
  /** Has a desk today: welcome back (R5.4). */
  | { kind: 'booked'; booking: BookingFacts }
  /** Chooses a desk, with a pass if one is left, else a single day or a plan (R5.1, R5.2). */
  | {
      kind: 'choose'
      passesLeft: number
      /** Today is paid for already, so that a desk costs nothing more (R5.1). */
      dayPaid: boolean
      /** Their next plan that has not begun yet, to be named on the screen (R4.3). */
      startsLater: SubscriptionFacts | null
    }

/**
 * What arriving means for a person at `now` (R5.1 to R5.4). Continuous access counts if the doors open by it now or
 * later today; before its first day, after its hours and when revoked the person is like any other.
 */
export function arrivalOf(person: PersonFacts, place: PlaceFacts, now: Instant): Arrival {
  const today = localDateOf(now, place.zone)
  const grant = continuousGrant(person, place, today, now)
  if (grant) return { kind: 'continuous', grant }
  const booking = liveBooking(person.bookings, today, now)
  if (booking) return { kind: 'booked', booking }
  return {
    kind: 'choose',
    passesLeft: passesLeft(person.passes, today),
    dayPaid: person.dayUses.some(({ date }) => date === today),
    startsLater: firstToStart(person.subscriptions, today),
  }
}

function continuousGrant(
  person: PersonFacts,
  place: PlaceFacts,
  today: LocalDate,
  now: Instant,
): Grant | null {
  const dayEnds = dayWindow(today, place.zone).until
  const [first] = deriveGrants(person, place)
    .filter(({ cause }) => cause.kind === 'subscription' || cause.kind === 'assignment')
    .flatMap((grant) => {
      const judged = grantStateAt(grant, place.zone, now)
      const opensAt = judged.state === 'active' ? now : 'fromAt' in judged ? judged.fromAt : null
      return opensAt !== null && opensAt < dayEnds ? [{ grant, opensAt }] : []
    })
    .toSorted((a, b) => a.opensAt - b.opensAt || byLasting(a.grant, b.grant))
  return first?.grant ?? null
}

function firstToStart(
  subscriptions: readonly SubscriptionFacts[],
  today: LocalDate,
): SubscriptionFacts | null {
  const [first] = subscriptions
    .filter(({ startsOn, endsOn }) => startsOn > today && (endsOn === null || startsOn <= endsOn))
    .toSorted((a, b) =>
      a.startsOn === b.startsOn ? (a.id < b.id ? -1 : 1) : a.startsOn < b.startsOn ? -1 : 1,
    )
  return first ?? null
}
