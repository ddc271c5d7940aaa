import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import type { Protocol } from 'electron'

export const scheme = 'app'
export const origin = `${scheme}://foyer`

/** Nothing but our own files; no inline script, no other origin, no frame. `img-src data: blob:` is for QR codes. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.json': 'application/json',
}

/** Serves the built pages under `app://foyer/`. Anything outside `root` does not exist. */
export function servePages(protocol: Protocol, root: string): void {
  protocol.handle(scheme, async (request) => {
    const file = fileFor(request.url, root)
    if (request.method !== 'GET' || !file) return new Response('Not found', { status: 404 })
    const body = await readFile(file).catch(() => null)
    if (!body) return new Response('Not found', { status: 404 })
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    })
  })
}

/** The file that a URL means, or null when it is none of ours. */
export function fileFor(url: string, root: string): string | null {
  if (!URL.canParse(url)) return null
  const { protocol, host, pathname } = new URL(url)
  if (`${protocol}//${host}` !== origin) return null
  const path = decoded(pathname)
  if (path === null || path.includes('\0')) return null
  const file = normalize(join(root, path))
  return file.startsWith(root + sep) && extname(file) in types ? file : null
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
