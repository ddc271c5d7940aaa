import { readFileSync } from 'node:fs'
import { extname, join, normalize, sep } from 'node:path'
import type { Protocol } from 'electron'
import { lastHomeId } from '../../shared/contract/channels.ts'
import type { PortRole } from '../../shared/contract/ipc.ts'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'

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

/** The page of a role. */
export function pageUrl(role: PortRole): string {
  return `${origin}/${role}/index.html`
}

/** What is served beside the built pages. */
export interface Served {
  /** The folder of the catalogue's pictures, which the core keeps. */
  pictures: string
  /** How the home screen looked last; null = the page is to wait for the core. */
  lastHome(): KioskView | null
}

/**
 * Serves the built pages under `app://foyer/`, and the catalogue's pictures under `app://foyer/images/`. Anything else does
 * not exist.
 */
export function servePages(protocol: Protocol, root: string, { pictures, lastHome }: Served): void {
  protocol.handle(scheme, ({ url, method }) => {
    const file = pictureFor(url, pictures) ?? fileFor(url, root)
    const body = method === 'GET' && file ? bodyOf(file) : null
    if (!file || !body) return new Response('Not found', { status: 404 })
    return new Response(url === pageUrl('kiosk') ? withLastHome(body, lastHome()) : new Uint8Array(body), {
      headers: {
        'content-type': types[extname(file)] ?? 'image/webp',
        'content-security-policy': contentSecurityPolicy,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
      },
    })
  })
}

/**
 * A page's files are few, small and read once: asking for them asynchronously loads more of Node, and waits for more of
 * Electron's own start, than reading them takes.
 */
function bodyOf(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

/** The kiosk's page with the view in a block of data, which no policy takes for a script and no text can end early. */
export function withLastHome(html: Buffer, view: KioskView | null): string {
  const page = html.toString('utf8')
  if (!view) return page
  const data = JSON.stringify(view).replaceAll('<', '\\u003c')
  return page.replace(
    '</body>',
    () => `<script type="application/json" id="${lastHomeId}">${data}</script></body>`,
  )
}

const pictureUrl = /^app:\/\/foyer\/images\/([0-9a-f]{64}\.webp)$/

/** The picture that a URL means, or null: only what is named by a SHA-256, so that nothing else can be meant (I9). */
export function pictureFor(url: string, pictures: string): string | null {
  const name = pictureUrl.exec(url)?.[1]
  return name === undefined ? null : join(pictures, name)
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
