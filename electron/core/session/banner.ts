import type { Person } from '../../../shared/contract/person.ts'
import type { SignedIn } from './state.ts'

/**
 * Whether the main page asks to complete the profile (R3.4, R4.4): after the first interaction, until photo, bio and phone
 * are there or the banner was dismissed for good.
 */
export function asksForProfile({ person, acted }: SignedIn): boolean {
  const { photo, bio, phone, bannerDismissed } = person.profile
  const complete = photo !== null && bio !== '' && phone !== ''
  return !complete && !bannerDismissed && (acted || hasInteracted(person))
}

/** An invited member was given something before they did anything themselves: that counts. */
function hasInteracted({ facts, orders, requests }: Person): boolean {
  return [
    facts.acceptedTerms,
    facts.memberships,
    facts.subscriptions,
    facts.assignments,
    facts.bookings,
    facts.dayUses,
    facts.reservations,
    facts.eventPlaces,
    orders,
    requests,
  ].some((list) => list.length > 0)
}
