import { failure } from '../../../shared/contract/errors.ts'
import { ok } from '../../../shared/domain/result.ts'
import { projectOrder } from '../engine/orders.ts'
import { defineCommand } from './command.ts'

/** Somebody paid what was due (R3.5). Errors: `order-unknown`, `already-done`. */
export const staffMarkPaid = defineCommand('staff.markPaid', {
  run(run, { order: id }) {
    const { store, now, staff } = run
    const order = store.orders.find(id)
    if (!order) return failure('order-unknown')
    if (order.state !== 'due') return failure('already-done')
    store.orders.pay(id, staff.id, now)
    projectOrder(run, { ...order, state: 'paid' })
    run.activity('order-paid', store.people.profile(order.account)?.name ?? '', order.what)
    run.audit('staff.markPaid', id, { ...order.price })
    return ok({})
  },
})
