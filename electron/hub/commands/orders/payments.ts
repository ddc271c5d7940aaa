import { payOrder } from './orders.ts'
import { personChanged } from '../../projections/person.ts'
import type { Run } from '../../pipeline/context.ts'

/** The last word of a payment provider on a page. */
export type PaymentVerdict = 'paid' | 'failed' | 'expired'

/**
 * Takes down what the provider says of a page, once, however often it is told (R3.5). One that nobody knows is nobody's.
 * Money that came for an order which was paid or cancelled meanwhile stands in the audit log: somebody has to give it back.
 */
export function settlePayment(run: Run, ref: string, verdict: PaymentVerdict): void {
  const { store } = run
  const payment = store.payments.find(ref)
  if (!payment || payment.state === verdict || payment.state === 'paid') return
  if (verdict !== 'paid' && payment.state !== 'open' && payment.state !== 'closed') return
  store.payments.settle(ref, verdict)
  const order = store.orders.find(payment.order)
  if (!order) return
  const { amount, currency } = order.price
  if (verdict !== 'paid') run.audit('payment.over', order.id, { ref, verdict })
  else if (order.state === 'due') {
    payOrder(run, order, null)
    run.audit('payment.paid', order.id, { ref, amount, currency })
  } else {
    run.log('warn', 'payment-surplus', { order: order.id, ref })
    run.audit('payment.surplus', order.id, { ref, amount, currency, state: order.state })
  }
  personChanged(run, order.account)
}
