import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import { randomToken, type System } from '../../lib/system.ts'
import type { Engine } from '../seam/engine.ts'
import { type HandlePayment, type Payments } from '../seam/payments.ts'
import type { PaymentConfig } from './config.ts'
import { donePath, servePayments, webhookPath } from './http.ts'
import { mollieProvider } from './mollie.ts'
import type { PaymentProvider, PaymentTrouble } from './provider.ts'
import { canReach } from './reach.ts'
import { startSimulatedServer } from './simulated-server.ts'
import { watchPayments } from './watch.ts'

/** Paying online, from the settings file to the hub's HTTP server (R3.5). */
export interface OnlinePayments extends Payments {
  /** Begins to look after pages: the handler is for the hub's HTTP server. To be stopped before the engine closes. */
  serve(engine: Engine): { handle: HandlePayment; stop(): void }
  /** Where the hub can be reached by people and by the provider, once that is known. */
  listensAt(url: string): void
  close(): Promise<void>
}

interface Surroundings {
  system: System
  log: Log
}

/** The provider of the settings file; in the demo a simulated one; null = paying is for reception. */
export async function openPayments(
  config: PaymentConfig | undefined,
  demo: boolean,
  surroundings: Surroundings,
): Promise<OnlinePayments | null> {
  const { system } = surroundings
  if (config) {
    const api = config.url === undefined ? {} : { url: config.url }
    return onlinePayments(
      mollieProvider({ key: config.key, ...api, system }),
      config.url ?? null,
      surroundings,
    )
  }
  if (!demo) return null
  const key = randomToken(system)
  const simulated = await startSimulatedServer({ key, ...surroundings })
  const provider = mollieProvider({ key, url: simulated.url, system })
  return onlinePayments(provider, simulated.url, surroundings, () => simulated.close())
}

/** `api`: where the provider is, if not out in the world. */
export function onlinePayments(
  provider: PaymentProvider,
  api: string | null,
  { system, log }: Surroundings,
  closed: () => Promise<void> = async () => {},
): OnlinePayments {
  let base: string | null = null
  const payments: Payments = {
    async open({ id, price, description }, again) {
      if (base === null) return failure('payment-unavailable')
      const created = await provider.create({
        order: id,
        amount: price,
        description,
        redirectUrl: `${base}${donePath}`,
        webhookUrl: canReach(api, base) ? `${base}${webhookPath}` : null,
        // A page for each that is over, and the same page for each time that it is asked for.
        idempotencyKey: `${id}:${again ?? 'first'}`,
      })
      return told(log, { order: id }, created)
    },
    status: async (ref) => told(log, { ref }, await provider.status(ref)),
  }
  return {
    ...payments,
    serve(engine) {
      const watch = watchPayments(engine, payments, { system, log })
      return { handle: servePayments(engine, watch, system), stop: watch.close }
    },
    listensAt: (url) => void (base = url.replace(/\/+$/, '')),
    close: closed,
  }
}

function told<T>(log: Log, about: object, result: Result<T, PaymentTrouble>): Result<T, FoyerError> {
  if (result.ok) return ok(result.value)
  log('warn', `payment-${result.error.kind}`, { ...about, detail: result.error.detail })
  return failure('payment-unavailable')
}
