import type { Order, Person } from '../../../shared/contract/person.ts'
import type { AccountId, OrderId } from '../../../shared/domain/ids.ts'
import type { Presenting } from '../pipeline/command.ts'
import { presentPerson } from './present.ts'

/** What is kept of something that may have cost money: which order, as it may be paid by the time of a repeat. */
export interface KeptDone {
  account: AccountId
  order: OrderId | null
}

/** The order as it is now, and the person. */
export function presentDone(kept: KeptDone, presenting: Presenting): { order: Order | null; person: Person } {
  const record = kept.order === null ? undefined : presenting.parts.store.orders.find(kept.order)
  if (!record) return { order: null, ...presentPerson(kept, presenting) }
  const { account: _, ...order } = record
  return { order, ...presentPerson(kept, presenting) }
}
