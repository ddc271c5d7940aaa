import type { Log } from '../../lib/log.ts'
import { backoff } from '../../lib/retry.ts'
import type { System } from '../../lib/system.ts'
import type { Engine } from '../seam/engine.ts'
import type { Payments } from '../seam/payments.ts'
import { paymentDelays } from './delays.ts'

/** Finds out what became of pages: a provider may not be able to reach us, so we ask too. */
export interface PaymentWatch {
  /** Asks about a page now. False when the provider could not be asked: it should tell us again. */
  ask(ref: string): Promise<boolean>
  /** Somebody came back from a page: asks about those that were not asked about just now. */
  hurry(): void
  close(): void
}

interface Watched {
  openedAt: number
  askedAt: number
  /** How often it was asked about since it is no longer new. */
  late: number
  cancel(): void
}

type Asked = Pick<Engine, 'settlePayment' | 'unsettledPayments' | 'onCommit'>

/**
 * Watches every page that the provider has not had its last word on, those of before a start too, often at first and
 * then more and more seldom. `settlePayment` is idempotent.
 */
export function watchPayments(
  engine: Asked,
  payments: Payments,
  { system, log }: { system: System; log: Log },
): PaymentWatch {
  const watched = new Map<string, Watched>()
  const asking = new Map<string, Promise<boolean>>()
  let closed = false

  const plan = (ref: string, page: Watched, ms: number): void => {
    page.cancel()
    page.cancel = system.after(ms, () => void ask(ref))
  }
  const watch = (ref: string): void => {
    if (closed || watched.has(ref)) return
    const now = system.now()
    const page = { openedAt: now, askedAt: now, late: 0, cancel: () => {} }
    watched.set(ref, page)
    plan(ref, page, paymentDelays.poll)
  }
  const forget = (ref: string): void => {
    watched.get(ref)?.cancel()
    watched.delete(ref)
  }

  const ask = (ref: string): Promise<boolean> => {
    const running = asking.get(ref)
    if (running) return running
    const question = askOnce(ref).finally(() => asking.delete(ref))
    asking.set(ref, question)
    return question
  }

  const askOnce = async (ref: string): Promise<boolean> => {
    const page = watched.get(ref)
    if (page) page.askedAt = system.now()
    try {
      const status = await payments.status(ref)
      if (status.ok && status.value !== 'open') {
        if (!closed) await engine.settlePayment(ref, status.value)
        forget(ref)
        return true
      }
      if (page && !closed) again(ref, page)
      return status.ok
    } catch (error) {
      log('error', 'payment-lost', { ref, why: (error as Error).message })
      if (page && !closed) again(ref, page)
      return false
    }
  }

  const again = (ref: string, page: Watched): void => {
    const isNew = system.now() - page.openedAt < paymentDelays.pollOften
    plan(ref, page, isNew ? paymentDelays.poll : backoff(paymentDelays.pollLater, page.late++, 0))
  }

  engine.onCommit(({ effects }) => {
    for (const effect of effects) if (effect.kind === 'payment-opened') watch(effect.ref)
  })
  for (const ref of engine.unsettledPayments()) watch(ref)

  return {
    ask,
    hurry() {
      const before = system.now() - paymentDelays.poll
      for (const [ref, { askedAt }] of watched) if (askedAt <= before) void ask(ref)
    },
    close() {
      closed = true
      for (const ref of watched.keys()) forget(ref)
    },
  }
}
