import type { Person } from '../../../shared/contract/person.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { loadPerson } from '../projections/person.ts'
import type { Presenting } from '../pipeline/command.ts'

/** The person as they are now, for answers that carry one: never stored with the command (I2 without keeping data). */
export function presentPerson(
  kept: { account: AccountId },
  { parts, person }: Presenting,
): { person: Person } {
  const found = person ?? loadPerson(parts, kept.account, parts.system.now())
  if (!found) throw new Error('the account of a stored answer is gone')
  return { person: found }
}
