import type { IncomingMessage, ServerResponse } from 'node:http'
import { hubTimeHeader } from '../../../../shared/contract/phone-page.ts'
import { notFound, send } from '../../http/send.ts'
import { limits } from '../limits.ts'
import { type ApiOptions, createApi } from './api.ts'
import { createCookies } from './cookies.ts'
import { type Asset, createPages } from './pages.ts'
import { peerOf } from './peer.ts'
import { phonePlaceOf } from './place.ts'
import { createRates } from './rates.ts'
import { hostOf } from './same-origin.ts'

export interface PhonesOptions extends Omit<ApiOptions, 'cookies' | 'publicHost'> {
  /** Folder of the built pages (`out/renderer`). */
  pages: string
  /** The address in links to phones; null = the one on which the hub listens. */
  publicUrl: string | null
  track: (work: Promise<void>) => void
}

/** Nothing but our own files: no inline script or style, no other origin, no frame around it. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** A page's address says what it is about; the page itself is the same, and asking for it changes nothing (R4.2). */
const pagePath = /^\/(?:me|(?:k|activate)\/[^/]{1,200})$/

/**
 * Pages and commands of phones. The listener takes what is theirs and leaves the rest: it returns false for it.
 * Pages can be asked for any number of times, by mail scanners too: only `POST /api/…` does anything.
 */
export function servePhones(options: PhonesOptions) {
  const { system, log, track } = options
  // A phone looks at the hub's first location; with more of them its page will say which (R1.5, R12.1).
  const [location] = options.engine.locations()
  if (location === undefined) throw new Error('the hub has no location')
  const cookies = createCookies(system, options.publicUrl?.startsWith('https:') ?? false, location)
  const publicHost = options.publicUrl === null ? null : hostOf(options.publicUrl)
  const api = createApi({ ...options, cookies, publicHost })
  const place = phonePlaceOf(options.engine, location)
  const built = createPages(options.pages)
  const readers = createRates(system, limits.phone.readsPerPeer, limits.phone.remembered)

  const newPhone = (request: IncomingMessage): { 'Set-Cookie'?: string } => {
    const { fresh } = cookies.caller(request)
    return fresh === null ? {} : { 'Set-Cookie': fresh }
  }

  const sendPage = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const pages = await built()
    if (!pages) return send(response, 503, 'text/plain; charset=utf-8', notBuilt)
    send(response, 200, 'text/html; charset=utf-8', pages.html, {
      'Content-Security-Policy': contentSecurityPolicy,
      // Who comes by a link in a web mail sends no strict cookie: theirs must not be replaced. The page's own first
      // request brings it, or gets one.
      ...(isForeign(request) ? {} : newPhone(request)),
    })
  }

  const sendAsset = async (
    request: IncomingMessage,
    response: ServerResponse,
    name: string,
  ): Promise<void> => {
    const asset = await (await built())?.asset(name)
    if (!asset) return notFound(response)
    const { body, encoding } = fitting(asset, request)
    send(response, 200, asset.type, body, {
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...encoding,
    })
  }

  const read = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!readers.take(peerOf(request)))
      return send(response, 429, 'text/plain; charset=utf-8', 'Too many requests\n')
    if (path === '/api/place')
      return send(response, 200, 'application/json', place(), {
        [hubTimeHeader]: system.now(),
        ...newPhone(request),
      })
    return pagePath.test(path)
      ? sendPage(request, response)
      : sendAsset(request, response, path.slice('/assets/'.length))
  }

  return (path: string, request: IncomingMessage, response: ServerResponse): boolean => {
    const work = workFor(path, request, response)
    if (!work) return false
    track(
      work.catch((error: unknown) => {
        log('error', 'phone-request-failed', { path: path.split('/')[1] ?? '', error: String(error) })
        if (!response.headersSent) send(response, 500, 'text/plain; charset=utf-8', 'Out of order\n')
      }),
    )
    return true
  }

  function workFor(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> | null {
    if (request.method === 'POST')
      return path.startsWith('/api/') ? api(request, response, path.slice('/api/'.length)) : null
    if (request.method !== 'GET' && request.method !== 'HEAD') return null
    const ours = path === '/api/place' || path.startsWith('/assets/') || pagePath.test(path)
    return ours ? read(path, request, response) : null
  }
}

const notBuilt = 'The pages are not built yet: run npm run build\n'

function isForeign({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  return site === 'cross-site' || site === 'same-site'
}

function fitting({ body, gzipped }: Asset, { headers }: IncomingMessage) {
  const takes = /\bgzip\b/.test(headers['accept-encoding'] ?? '')
  return gzipped && takes
    ? { body: gzipped, encoding: { 'Content-Encoding': 'gzip' } }
    : { body, encoding: {} }
}
