import type { IncomingMessage, RequestListener } from 'node:http'
import { notFound, send } from '../http/send.ts'
import type { DemoMailServer } from '../seam/mails.ts'
import type { HandlePayment } from '../seam/payments.ts'
import { mailboxCsp, mailboxPage } from './mailbox-page.ts'

export interface HttpOptions {
  hub: string
  version: string
  mailbox: DemoMailServer | null
  /** Pages and commands of phones; false for what is not theirs. */
  phones: (path: string, ...request: Parameters<RequestListener>) => boolean
  /** Webhook and return page of the payment provider; absent = there is none. */
  pay?: HandlePayment | null
}

/**
 * What the hub says over plain HTTP: `/health`, the phones' pages, the payment provider's calls, in the demo `/mailbox`,
 * and nothing else.
 */
export function answerHttp({ hub, version, mailbox, phones, pay }: HttpOptions): RequestListener {
  return (request, response) => {
    if (pay?.(request, response)) return
    const path = (request.url ?? '').split('?')[0] ?? ''
    if (phones(path, request, response)) return
    if (request.method !== 'GET' && request.method !== 'HEAD') return notFound(response)
    if (path === '/health') {
      return send(response, 200, 'application/json', JSON.stringify({ ok: true, hub, version }))
    }
    if (path === '/mailbox' && mailbox && isLocal(request)) {
      response.setHeader('Content-Security-Policy', mailboxCsp)
      return send(response, 200, 'text/html; charset=utf-8', mailboxPage(mailbox.mails(), mailbox.url))
    }
    return notFound(response)
  }
}

/**
 * Codes stand in the mailbox, so it is for this machine: a loopback peer, and a loopback name in the Host header, as a
 * page elsewhere could have its own name resolved to 127.0.0.1 (DNS rebinding).
 */
function isLocal(request: IncomingMessage): boolean {
  const peer = (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const name = (request.headers.host ?? '').replace(/:\d+$/, '')
  return (peer === '::1' || peer.startsWith('127.')) && /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(name)
}
