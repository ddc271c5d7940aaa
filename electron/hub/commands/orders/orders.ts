import type { Order } from '../../../../shared/contract/person.ts'
import { taxIn } from '../../../../shared/domain/billing.ts'
import type { Money } from '../../../../shared/domain/facts.ts'
import type { AccountId, Instant, OrderId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { OrderRecord } from '../../store/orders.ts'
import type { Run } from '../../pipeline/context.ts'

/** Something to order: `what` names it for the person and for reception, without naming anybody. */
export interface NewOrder {
  /** Chosen by the device where that makes a repeat harmless; else made here. */
  id?: string
  account: AccountId
  what: string
  price: Money
  /** When it was due, where that was before now. */
  at?: Instant
}

/** Orders something: due at once, free when it costs nothing (R3.5). The bill is made out to whoever they are now. */
export function addOrder(
  run: Run,
  { id = newId(run.system), account, what, price, at = run.now }: NewOrder,
): Order {
  const { row, facts } = run.place()
  const state = price.amount > 0 ? 'due' : 'free'
  const order = {
    id,
    what,
    price,
    tax: taxIn(price, row.tax.percent),
    state,
    at,
    payAt: null,
  } as const
  run.store.orders.add(facts.id, { ...order, account }, run.store.people.billing(account))
  projectOrder(run, { ...order, account })
  return order
}

/**
 * What was ordered was given back: what is due is cancelled with it, what was paid stays paid (R3.5). Says what was paid,
 * so that reception can be told; null = nothing.
 */
export function cancelOrder(run: Run, id: OrderId | null): Money | null {
  const order = id === null ? undefined : run.store.orders.find(id)
  if (order?.state === 'due') {
    run.store.orders.cancel(order.id, run.now)
    projectOrder(run, { ...order, state: 'cancelled' })
  }
  return order?.state === 'paid' ? order.price : null
}

/** What somebody owes or paid, as reception sees it (R3.5). */
export function projectOrder(run: Run, { id, account, what, price, state, at }: OrderRecord): void {
  const { name = '', email = '' } = run.store.people.profile(account) ?? {}
  run.publish('reception', 'order', id, { account, name, email, what, price, state, at })
}

/** Somebody paid what was due: by the provider, or at reception if `staff` is given (R3.5). Its page is closed. */
export function payOrder(run: Run, order: OrderRecord, staff: string | null): void {
  run.store.orders.pay(order.id, staff, run.now)
  projectOrder(run, { ...order, state: 'paid' })
  run.activity('order-paid', run.store.people.profile(order.account)?.name ?? '', order.what)
}
