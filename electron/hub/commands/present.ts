import type { Order, Person } from '../../../shared/contract/person.ts'
import type { AccountId, OrderId } from '../../../shared/domain/ids.ts'
import type { Presenting } from '../pipeline/command.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import { withoutAccount } from '../store/orders.ts'

/** The person as they are now, for answers that carry one: never stored with the command (I2 without keeping data). */
export function presentPerson(
  kept: { account: AccountId },
  { deps, person }: Presenting,
): { person: Person } {
  const found = person ?? loadPerson(deps, kept.account, deps.system.now())
  if (!found) throw new Error('the account of a stored answer is gone')
  return { person: found }
}

export interface KeptOrder {
  account: AccountId
  /** null = it cost nothing. */
  order: OrderId | null
}

/** What was ordered, as it is now, and the person with it. */
export function presentOrder(
  kept: KeptOrder,
  presenting: Presenting,
): { order: Order | null; person: Person } {
  const found = kept.order === null ? undefined : presenting.deps.store.orders.find(kept.order)
  return { order: found ? withoutAccount(found) : null, ...presentPerson(kept, presenting) }
}
