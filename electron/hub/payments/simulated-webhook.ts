import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { SimulatedPayment } from './simulated-payments.ts'

/** Milliseconds before each further try to tell somebody, and within which an answer counts. */
const retries = [2_000, 10_000]
const answerWithin = 15_000

/** Tells whoever ordered a payment that something happened to it: its id and nothing else. Given up after a few tries. */
export function tellWebhook({ id, webhookUrl }: SimulatedPayment, system: System, log: Log): void {
  if (webhookUrl === null) return
  const attempt = async (n: number): Promise<void> => {
    if (await post(webhookUrl, id, system)) return
    const wait = retries[n]
    if (wait === undefined) return log('warn', 'simulated-webhook-lost', { payment: id })
    system.after(wait, () => void attempt(n + 1))
  }
  void attempt(0)
}

async function post(url: string, id: string, system: System): Promise<boolean> {
  const given = new AbortController()
  const cancel = system.after(answerWithin, () => given.abort())
  try {
    const { ok } = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ id }),
      redirect: 'error',
      signal: given.signal,
    })
    return ok
  } catch {
    return false
  } finally {
    cancel()
  }
}
