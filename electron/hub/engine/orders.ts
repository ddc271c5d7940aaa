import type { Order } from '../../../shared/contract/facts.ts'
import { taxIn } from '../../../shared/domain/billing.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import { newId } from '../../lib/system.ts'
import type { OrderRecord } from '../store/orders.ts'
import type { Run } from './run.ts'

/** Something to order: `what` names it for the person and for reception, without naming anybody. */
export interface NewOrder {
  /** Chosen by the device where that makes a repeat harmless; else made here. */
  id?: string
  account: AccountId
  what: string
  price: Money
}

/** Orders something: due at once, free when it costs nothing (R3.5). The bill is made out to whoever they are now. */
export function addOrder(run: Run, { id = newId(run.system), account, what, price }: NewOrder): Order {
  const { row, facts } = run.place()
  const state = price.amount > 0 ? 'due' : 'free'
  const order = {
    id,
    what,
    price,
    tax: taxIn(price, row.tax.percent),
    state,
    at: run.now,
    payAt: null,
  } as const
  run.store.orders.add(facts.id, { ...order, account }, run.store.people.billing(account))
  projectOrder(run, { ...order, account })
  return order
}

/** What somebody owes or paid, as reception sees it (R3.5). */
export function projectOrder(run: Run, { id, account, what, price, state, at }: OrderRecord): void {
  const { name = '', email = '' } = run.store.people.profile(account) ?? {}
  run.publish('reception', 'order', id, { account, name, email, what, price, state, at })
}
