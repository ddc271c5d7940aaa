import { readFile } from 'node:fs/promises'
import type { Session } from 'electron'
import { contentSecurityPolicy, origin, pictureFor, scheme } from '../../electron/main/protocol.ts'
import { installPageClock } from './page-clock.ts'

/** The product's policy, with what Vite needs in order to put changes into a page that is open. */
function policy(vite: string): string {
  const { host } = new URL(vite)
  return contentSecurityPolicy
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'none'", `connect-src 'self' ws://${host}`)
}

/**
 * Serves the pages under app:// as main does, but out of Vite, which puts what was changed into them. `ahead`: how far the clock
 * of a new page is ahead, in milliseconds.
 */
export function servePagesOfVite(
  session: Session,
  { vite, pictures, ahead }: { vite: string; pictures: string; ahead: () => number },
): void {
  const { host } = new URL(vite)
  // In place of the product's own rule: a session has one.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const own = [`${origin}/`, 'data:', 'blob:', `ws://${host}/`, 'devtools:'].some((start) =>
      url.startsWith(start),
    )
    answer({ cancel: !own })
  })
  session.protocol.handle(scheme, async (request) => {
    const picture = pictureFor(request.url, pictures)
    if (picture !== null) {
      const body = await readFile(picture).catch(() => null)
      return body
        ? new Response(new Uint8Array(body), { headers: { 'content-type': 'image/webp' } })
        : new Response('Not found', { status: 404 })
    }
    const { pathname, search } = new URL(request.url)
    // What was asked for as a script is answered as one: Vite looks at these.
    const headers = new Headers()
    for (const name of ['accept', 'sec-fetch-dest', 'if-none-match']) {
      const value = request.headers.get(name)
      if (value !== null) headers.set(name, value)
    }
    const found = await fetch(vite + pathname.slice(1) + search, { headers })
    const type = found.headers.get('content-type') ?? ''
    const answered = new Headers({
      'content-type': type,
      'content-security-policy': policy(vite),
      'cache-control': 'no-store',
    })
    if (!type.startsWith('text/html'))
      return new Response(found.body, { status: found.status, headers: answered })
    const clock = `<script>(${installPageClock.toString()})(${ahead().toString()})</script>`
    const html = (await found.text()).replace('<head>', `<head>${clock}`)
    return new Response(html, { status: found.status, headers: answered })
  })
}
