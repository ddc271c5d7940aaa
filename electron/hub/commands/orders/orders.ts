import type { Order } from '../../../../shared/contract/person.ts'
import { taxIn } from '../../../../shared/domain/billing.ts'
import type { Money } from '../../../../shared/domain/facts.ts'
import type { AccountId, Instant, OrderId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { JobContext } from '../../pipeline/context.ts'
import { projectOrder } from '../../projections/reception.ts'
import type { OrderRecord } from '../../store/orders.ts'

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
  context: JobContext,
  { id = newId(context.system), account, what, price, at = context.now }: NewOrder,
): Order {
  const { row, facts } = context.place()
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
  context.store.orders.add(facts.id, { ...order, account }, context.store.people.billing(account))
  projectOrder(context, { ...order, account })
  return order
}

/**
 * What was ordered was given back: what is due is cancelled with it, what was paid stays paid (R3.5). Says what was paid,
 * so that reception can be told; null = nothing.
 */
export function cancelOrder(context: JobContext, id: OrderId | null): Money | null {
  const order = id === null ? undefined : context.store.orders.find(id)
  if (order?.state === 'due') {
    context.store.orders.cancel(order.id, context.now)
    projectOrder(context, { ...order, state: 'cancelled' })
  }
  return order?.state === 'paid' ? order.price : null
}

/** Somebody paid what was due: by the provider, or at reception if `staff` is given (R3.5). Its page is closed. */
export function payOrder(context: JobContext, order: OrderRecord, staff: string | null): void {
  context.store.orders.pay(order.id, staff, context.now)
  projectOrder(context, { ...order, state: 'paid' })
  context.activity('order-paid', context.store.people.profile(order.account)?.name ?? '', order.what)
}
