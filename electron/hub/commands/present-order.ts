import type { Order, Person } from '../../../shared/contract/person.ts'
import type { AccountId, OrderId } from '../../../shared/domain/ids.ts'
import { withoutAccount } from '../store/orders.ts'
import type { Presenting } from '../pipeline/command.ts'
import { presentPerson } from './present.ts'

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
  const found = kept.order === null ? undefined : presenting.parts.store.orders.find(kept.order)
  return { order: found ? withoutAccount(found) : null, ...presentPerson(kept, presenting) }
}
