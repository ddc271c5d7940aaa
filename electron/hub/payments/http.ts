import type { IncomingMessage } from 'node:http'
import type { System } from '../../lib/system.ts'
import { send } from '../http/send.ts'
import type { Engine } from '../seam/engine.ts'
import type { HandlePayment } from '../seam/payments.ts'
import { languageOf } from './language.ts'
import { donePage, pageCsp } from './page.ts'
import { readSmallBody } from './small-body.ts'
import type { PaymentWatch } from './watch.ts'

export const webhookPath = '/pay/webhook'
export const donePath = '/pay/done'

/**
 * What the hub hears of payments over HTTP: the provider's webhook, and people who come back from its page. A webhook says
 * only that something happened to a page, and anybody could say so: what happened is asked of the provider itself, and
 * only about pages that are ours.
 */
export function servePayments(
  engine: Pick<Engine, 'isPayment'>,
  watch: PaymentWatch,
  system: System,
): HandlePayment {
  return (request, response) => {
    const path = (request.url ?? '').split('?')[0]
    const { method } = request
    if (path === webhookPath && method === 'POST') {
      void heard(engine, watch, system, request).then((status) => send(response, status, 'text/plain', ''))
      return true
    }
    if (path !== donePath || (method !== 'GET' && method !== 'HEAD')) return false
    watch.hurry()
    const page = donePage(languageOf(request.headers['accept-language']))
    send(response, 200, 'text/html; charset=utf-8', page, { 'Content-Security-Policy': pageCsp() })
    return true
  }
}

/** An unknown page gets the same answer as a known one. 503: the provider is to tell us again. */
async function heard(
  engine: Pick<Engine, 'isPayment'>,
  watch: PaymentWatch,
  system: System,
  request: IncomingMessage,
): Promise<number> {
  const body = await readSmallBody(request, system)
  const ref = body === null ? null : new URLSearchParams(body).get('id')
  if (ref === null || !/^\w{1,80}$/.test(ref)) return 400
  if (!engine.isPayment(ref)) return 200
  return (await watch.ask(ref)) ? 200 : 503
}
