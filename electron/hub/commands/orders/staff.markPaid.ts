import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { payOrder } from './orders.ts'

/** Somebody paid what was due (R3.5). Errors: `order-unknown`, `already-done`. */
export const staffMarkPaid = defineCommand('staff.markPaid', {
  run(context, { order: id }) {
    const { store, staff } = context
    const order = store.orders.find(id)
    if (!order) return failure('order-unknown')
    if (order.state !== 'due') return failure('already-done')
    payOrder(context, order, staff.id)
    context.audit('staff.markPaid', id, { ...order.price })
    personChanged(context, order.account)
    return ok({})
  },
})
