import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { DockAnswer, DockOrder, DockState } from '../dock/contract.ts'
import { orderSchema } from '../dock/contract.ts'

export interface ControlOptions {
  port: number
  state: () => DockState
  /** Rejects with what is to be said in the dock. */
  obey: (order: DockOrder) => Promise<void>
  /** Where the hub listens; null until it is up. */
  hub: () => string | null
}

const loopback = /^(localhost|127\.0\.0\.1)(:\d+)?$/

/**
 * What the dock talks to, through Vite: `GET /dock/api` says how things stand, `POST /dock/api` does something. Whatever else
 * begins with `/api/` is for the hub: the phone's page, which comes from Vite, is then of one origin with it.
 */
export function serveControl({ port, state, obey, hub }: ControlOptions): void {
  const server = createServer((request, response) => {
    // For this machine alone, also where a page elsewhere has its name resolved to it.
    if (!loopback.test(request.headers.host ?? ''))
      return answer(response, 403, { ok: false, why: 'not from here' })
    if (request.url !== '/dock/api') return forward(hub(), request, response)
    if (request.method === 'GET') return answer(response, 200, state())
    void read(request)
      .then((body) => {
        const order = orderSchema.safeParse(JSON.parse(body))
        if (!order.success) throw new Error(`the dock knows no such order (dev/dock/contract.ts): ${body}`)
        return obey(order.data)
      })
      .then(
        () => answer(response, 200, { ok: true }),
        (error: unknown) => answer(response, 200, { ok: false, why: (error as Error).message }),
      )
  })
  server.listen(port, '127.0.0.1')
}

function answer(response: ServerResponse, status: number, body: DockAnswer | DockState): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

async function read(request: IncomingMessage): Promise<string> {
  // A form of another site cannot send JSON.
  if (request.headers['content-type'] !== 'application/json') throw new Error('expected application/json')
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}

function forward(hub: string | null, request: IncomingMessage, response: ServerResponse): void {
  if (hub === null) return answer(response, 503, { ok: false, why: 'the hub is not up yet' })
  const { method, headers, url = '/' } = request
  const onward = ask(new URL(url, hub), { method, headers, setHost: false }, (answered) => {
    response.writeHead(answered.statusCode ?? 502, answered.headers)
    answered.pipe(response)
  })
  onward.on('error', () => response.destroy())
  request.pipe(onward)
}
