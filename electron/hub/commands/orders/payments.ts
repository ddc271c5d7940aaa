import type { JobContext } from '../../pipeline/context.ts'
import { personChanged } from '../../projections/person.ts'
import type { PaymentVerdict } from '../../seam/payments.ts'
import { payOrder } from './orders.ts'

/**
 * Takes down what the provider says of a page, once, however often it is told (R3.5). Unknown references are ignored.
 * Money that came for an order which was paid or cancelled meanwhile stands in the audit log: somebody has to give it back.
 */
export function settlePayment(context: JobContext, ref: string, verdict: PaymentVerdict): void {
  const { store } = context
  const payment = store.payments.find(ref)
  if (!payment || payment.state === verdict || payment.state === 'paid') return
  if (verdict !== 'paid' && payment.state !== 'open' && payment.state !== 'closed') return
  store.payments.settle(ref, verdict)
  const order = store.orders.find(payment.order)
  if (!order) return
  const { amount, currency } = order.price
  if (verdict !== 'paid') context.audit('payment.over', order.id, { ref, verdict })
  else if (order.state === 'due') {
    payOrder(context, order, null)
    context.audit('payment.paid', order.id, { ref, amount, currency })
  } else {
    context.log('warn', 'payment-surplus', { order: order.id, ref })
    context.audit('payment.surplus', order.id, { ref, amount, currency, state: order.state })
  }
  personChanged(context, order.account)
}
