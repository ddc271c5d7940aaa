import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import { languageOf } from './language.ts'
import { checkoutPage, overPage, pageCsp } from './page.ts'
import {
  createSimulatedPayments,
  type SimulatedPayment,
  type SimulatedPayments,
} from './simulated-payments.ts'
import { tellWebhook } from './simulated-webhook.ts'
import { readSmallBody } from './small-body.ts'

/** The demo's payment provider: Mollie's HTTP API on this machine, with a page of its own. No money moves. */
export interface SimulatedServer {
  /** http://127.0.0.1:PORT, for the driver. */
  url: string
  close(): Promise<void>
}

/** Listens on a free port of 127.0.0.1 and takes requests that carry `key`. Everything it knows is in memory. */
export async function startSimulatedServer({
  key,
  system,
  log,
}: {
  key: string
  system: System
  log: Log
}): Promise<SimulatedServer> {
  let stopped = false
  const payments = createSimulatedPayments(system, (payment) => {
    if (!stopped) tellWebhook(payment, system, log)
  })
  const server = createServer((request, response) => {
    handle({ key, payments, system, url: () => url }, request, response).catch((error: unknown) => {
      log('error', 'simulated-payment-failed', { why: (error as Error).message })
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve())
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    close() {
      stopped = true
      payments.close()
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

interface Context {
  key: string
  payments: SimulatedPayments
  system: System
  url(): string
}

async function handle(context: Context, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? ''
  const [, ref] = /^\/(?:v2\/payments|checkout)\/(\w+)$/.exec(path) ?? []
  if (path.startsWith('/v2/')) {
    if (request.headers.authorization !== `Bearer ${context.key}`)
      return problem(
        response,
        401,
        'Unauthorized Request',
        'Missing authentication, or failed to authenticate',
      )
    if (path === '/v2/payments' && request.method === 'POST') return create(context, request, response)
    const payment = ref === undefined ? undefined : context.payments.find(ref)
    if (request.method !== 'GET' || !payment)
      return problem(response, 404, 'Not Found', `No payment exists with token ${ref ?? ''}.`)
    return json(response, 200, described(context, payment))
  }
  if (ref === undefined || !['GET', 'HEAD', 'POST'].includes(request.method ?? ''))
    return html(response, 404, overPage(languageOf(request.headers['accept-language']), 'unknown'))
  await checkout(context, ref, request, response)
}

async function create(
  { payments, system, url }: Context,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readSmallBody(request, system)
  const made = payments.create(body ?? '', [request.headers['idempotency-key']].flat()[0])
  if (!made.ok) return problem(response, 422, 'Unprocessable Entity', made.error)
  json(response, 201, described({ url }, made.value))
}

async function checkout(
  { payments, system }: Context,
  ref: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const language = languageOf(request.headers['accept-language'])
  const action = request.method === 'POST' ? await readSmallBody(request, system) : null
  const payment = payments.find(ref)
  if (!payment) return html(response, 404, overPage(language, 'unknown'))
  if (payment.status !== 'open') {
    const how = payment.status === 'canceled' ? 'failed' : payment.status
    return html(response, request.method === 'POST' ? 409 : 200, overPage(language, how))
  }
  if (request.method !== 'POST')
    return html(response, 200, checkoutPage(language, payment), [
      "'self'",
      new URL(payment.redirectUrl).origin,
    ])
  const wanted = new URLSearchParams(action ?? '').get('action')
  if (wanted !== 'pay' && wanted !== 'cancel') return html(response, 400, checkoutPage(language, payment))
  payments.settle(ref, wanted === 'pay' ? 'paid' : 'canceled')
  response.writeHead(303, { Location: payment.redirectUrl, 'Cache-Control': 'no-store' }).end()
}

/** A payment as Mollie describes one. */
function described({ url }: Pick<Context, 'url'>, payment: SimulatedPayment): object {
  const { id, status, amountText, amount, description, redirectUrl, webhookUrl, metadata } = payment
  const checkoutLink = { href: `${url()}/checkout/${id}`, type: 'text/html' }
  return {
    resource: 'payment',
    id,
    mode: 'test',
    createdAt: new Date(payment.createdAt).toISOString(),
    expiresAt: new Date(payment.expiresAt).toISOString(),
    amount: { currency: amount.currency, value: amountText },
    description,
    status,
    isCancelable: false,
    metadata,
    redirectUrl,
    ...(webhookUrl !== null && { webhookUrl }),
    _links: {
      self: { href: `${url()}/v2/payments/${id}`, type: 'application/hal+json' },
      ...(status === 'open' && { checkout: checkoutLink }),
    },
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/hal+json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}

function problem(response: ServerResponse, status: number, title: string, detail: string): void {
  json(response, status, { status, title, detail })
}

function html(response: ServerResponse, status: number, body: string, formTo: readonly string[] = []): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': pageCsp(formTo),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  })
  response.end(body)
}
