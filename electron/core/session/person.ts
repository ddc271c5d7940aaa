import type { Person } from '../../../shared/contract/person.ts'
import { applyBooking } from '../../../shared/domain/booking.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { FlowState, SignedIn } from './state.ts'

/** The person's facts with what was decided here and the hub does not know yet (R9.2). */
export function factsOf({ person, provisionalBookings }: SignedIn): PersonFacts {
  return provisionalBookings.reduce((facts, decided) => applyBooking(facts, decided, null), person.facts)
}

/** The facts of whoever is signed in; null = nobody is. */
export function factsIn({ signedIn }: Pick<FlowState, 'signedIn'>): PersonFacts | null {
  return signedIn && factsOf(signedIn)
}

/** Who has just proved who they are. */
export function newlySignedIn(session: string, person: Person): SignedIn {
  return { session, person, provisionalBookings: [], offers: null, photo: null, acted: false }
}

/** Takes over what the hub says of the person. */
export function withPerson(signedIn: SignedIn, person: Person): SignedIn {
  return { ...signedIn, person }
}

/** The first word of the name; '' when there is none. */
export function firstNameOf({ profile }: Person): string {
  return profile.name.trim().split(/\s+/)[0] ?? ''
}

/** At most two letters; '' when there is no name yet (R10.3). */
export function initialsOf({ profile }: Person): string {
  const words = profile.name.trim().split(/\s+/).filter(Boolean)
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
