import type { Person } from '../../../shared/contract/person.ts'
import type { AccountId, Instant } from '../../../shared/domain/ids.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import type { LocationDeps } from './context.ts'

/**
 * A person's facts from the day before `at` on. Yesterday's are needed where a day ends after midnight and where a
 * promise of yesterday arrives today. Undefined when there is no such account.
 */
export function loadPerson(deps: LocationDeps, account: AccountId, at: Instant): Person | undefined {
  const place = deps.place().facts
  return deps.store.facts.load(account, place.id, addDays(localDateOf(at, place.zone), -1))
}
