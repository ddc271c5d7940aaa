import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import type { LocationDeps } from '../../pipeline/context.ts'
import { personSession } from '../../pipeline/sessions.ts'
import { personChanged } from '../../projections/person.ts'
import type { PaymentPage } from '../../seam/payments.ts'
import type { PaymentRecord } from '../../store/payments.ts'
import { presentPerson } from '../present.ts'
import { settlePayment } from './payments.ts'

type Kept = { account: string; url: string }

/** What the provider says before anything is written. `before`: the page that was there, and what came of it. */
interface Ready {
  before: { ref: string; verdict: 'paid' | 'failed' | 'expired' } | null
  page: Result<PaymentPage, FoyerError>
}

/**
 * A page on which what is due can be paid (R3.5). Errors: `order-unknown` (somebody else's is none), `already-done`,
 * `payment-unavailable`: the order stays due.
 */
export const paymentStart = defineCommand<'payment.start', Kept, Ready>('payment.start', {
  async prepare(deps, { order: id }, device, token) {
    const nothing = { before: null, page: failure('payment-unavailable') }
    const order = deps.store.orders.find(id)
    const person = personSession(deps.store, device.id, token, deps.system.now())
    // `run` says what is wrong; nobody opens a page for what is not theirs.
    if (!deps.payments || order?.state !== 'due') return nothing
    if (!person.ok || person.value.account !== order.account) return nothing

    const known = deps.store.payments.latestOf(id)
    const before = known?.state === 'open' ? await verdictOf(deps, known) : null
    if (known?.state === 'open' && before === null) return { before, page: ok(known) }
    if (before?.verdict === 'paid') return { ...nothing, before }
    const description = `${deps.place().row.name}: ${order.what}`
    return { before, page: await deps.payments.open({ ...order, description }, known?.ref ?? null) }
  },
  run(context, { order: id }, { before, page }) {
    const { store, account } = context
    if (store.orders.find(id)?.account !== account) return failure('order-unknown')
    if (before) settlePayment(context, before.ref, before.verdict)
    if (store.orders.find(id)?.state !== 'due') return failure('already-done')

    const known = store.payments.latestOf(id)
    // Two kiosks asked at the same time: the page that came first is the one.
    if (known?.state === 'open') return ok({ account, url: known.url })
    if (!page.ok) return page
    const { ref, url } = page.value
    if (store.payments.find(ref)) return failure('payment-unavailable')
    store.payments.open(ref, id, url, context.now)
    context.effects.push({ kind: 'payment-opened', ref })
    context.audit('payment.start', id, { ref })
    context.person = personChanged(context, account, { session: context.session })
    return ok({ account, url })
  },
  present: ({ account, url }, presenting) => ({ url, ...presentPerson({ account }, presenting) }),
})

/** null = it is still open, or the provider cannot say; then the page that is known will do. */
async function verdictOf(deps: LocationDeps, { ref }: PaymentRecord): Promise<Ready['before']> {
  const status = await deps.payments?.status(ref)
  if (!status?.ok || status.value === 'open') return null
  return { ref, verdict: status.value }
}
