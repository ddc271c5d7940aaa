import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { payOrder } from './orders.ts'
import { personChanged } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Somebody paid what was due (R3.5). Errors: `order-unknown`, `already-done`. */
export const staffMarkPaid = defineCommand('staff.markPaid', {
  run(run, { order: id }) {
    const { store, staff } = run
    const order = store.orders.find(id)
    if (!order) return failure('order-unknown')
    if (order.state !== 'due') return failure('already-done')
    payOrder(run, order, staff.id)
    run.audit('staff.markPaid', id, { ...order.price })
    personChanged(run, order.account)
    return ok({})
  },
})
