import { z } from 'zod'
import type { Money } from '../../../shared/domain/facts.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import { fail, ok, type Result } from '../../../shared/domain/result.ts'
import type { System } from '../../lib/system.ts'
import { amountFrom, decimalsOf } from './amount.ts'

/** Milliseconds for which a page is open. */
export const simulatedLifetime = 15 * 60_000
/** Payments that are remembered at most; the oldest are forgotten. */
const kept = 500

export interface SimulatedPayment {
  id: string
  status: 'open' | 'paid' | 'canceled' | 'expired'
  amount: Money
  amountText: string
  description: string
  redirectUrl: string
  webhookUrl: string | null
  metadata: unknown
  createdAt: Instant
  expiresAt: Instant
}

export interface SimulatedPayments {
  /** The same idempotency key again gives the same payment. The error is worded for whoever wrote the request. */
  create(body: string, idempotencyKey: string | undefined): Result<SimulatedPayment, string>
  find(id: string): SimulatedPayment | undefined
  settle(id: string, status: Exclude<SimulatedPayment['status'], 'open'>): void
  close(): void
}

const link = z.url({ protocol: /^https?$/ })
const requestSchema = z.object({
  amount: z.object({ currency: z.string().regex(/^[A-Z]{3}$/), value: z.string() }),
  description: z.string().min(1).max(255),
  redirectUrl: link,
  webhookUrl: link.optional(),
  metadata: z.unknown().optional(),
})

/** The simulated provider's ledger. `changed` is called when a payment is no longer open. */
export function createSimulatedPayments(
  system: System,
  changed: (payment: SimulatedPayment) => void,
): SimulatedPayments {
  const payments = new Map<string, SimulatedPayment>()
  const byKey = new Map<string, SimulatedPayment>()
  const timers = new Map<string, () => void>()

  const settle: SimulatedPayments['settle'] = (id, status) => {
    const payment = payments.get(id)
    if (payment?.status !== 'open') return
    payment.status = status
    timers.get(id)?.()
    timers.delete(id)
    changed(payment)
  }
  const remember = (payment: SimulatedPayment): void => {
    payments.set(payment.id, payment)
    timers.set(
      payment.id,
      system.after(simulatedLifetime, () => settle(payment.id, 'expired')),
    )
    const [oldest] = payments.keys()
    if (payments.size <= kept || oldest === undefined) return
    timers.get(oldest)?.()
    timers.delete(oldest)
    payments.delete(oldest)
    for (const [key, one] of byKey) if (one.id === oldest) byKey.delete(key)
  }

  return {
    create(body, key) {
      const known = key === undefined ? undefined : byKey.get(key)
      if (known) return ok(known)
      const request = requestSchema.safeParse(parsed(body))
      if (!request.success) return fail(request.error.issues[0]?.message ?? 'The request is malformed')
      const { amount, webhookUrl = null, metadata = null, ...rest } = request.data
      const minor = amountFrom(amount.value, amount.currency)
      if (minor === null || minor <= 0)
        return fail(`The amount must have ${decimalsOf(amount.currency)} decimals and be more than nothing`)
      const now = system.now()
      const payment: SimulatedPayment = {
        id: `tr_${Buffer.from(system.random(8)).toString('hex')}`,
        status: 'open',
        ...rest,
        amount: { amount: minor, currency: amount.currency },
        amountText: amount.value,
        webhookUrl,
        metadata,
        createdAt: now,
        expiresAt: now + simulatedLifetime,
      }
      remember(payment)
      if (key !== undefined) byKey.set(key, payment)
      return ok(payment)
    },
    find: (id) => payments.get(id),
    settle,
    close() {
      for (const cancel of timers.values()) cancel()
    },
  }
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return null
  }
}
