import type { Order, Person } from '../../../shared/contract/facts.ts'
import type { AccountId, OrderId } from '../../../shared/domain/ids.ts'
import type { Presenting } from './command.ts'
import { presentPerson } from './present-person.ts'

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
  if (!found) return { order: null, ...presentPerson(kept, presenting) }
  const { account: _, ...order } = found
  return { order, ...presentPerson(kept, presenting) }
}
