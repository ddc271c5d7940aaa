import { type FoyerError, failure } from '../contract/errors.ts'
import type { PersonFacts, PlaceFacts } from './facts.ts'
import { ok, type Result } from './result.ts'

/**
 * Whether a person may take on an obligation: they gave a name and accepted the terms (R3.1). A later version than the
 * one that is asked for will do, so that nobody is asked twice by a kiosk that has not heard of it yet (R3.2).
 * Errors: `terms-needed` (the screen asks for name and terms), `name-needed` (terms accepted, only the name is missing).
 */
export function decideTerms(
  person: Pick<PersonFacts, 'hasName' | 'acceptedTerms'>,
  place: Pick<PlaceFacts, 'termsVersion'>,
): Result<null, FoyerError> {
  if (!person.acceptedTerms.some((version) => version >= place.termsVersion)) return failure('terms-needed')
  if (!person.hasName) return failure('name-needed')
  return ok(null)
}
