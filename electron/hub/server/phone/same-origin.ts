import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from a page of our own, as far as the browser says (CSRF). Beside this the content type has to
 * be JSON, which another site's form cannot send and its script may not, and the cookies are SameSite=Strict.
 * `publicHost` is what a proxy in front of the hub is called; null = there is none.
 */
export function isSameOrigin({ headers }: IncomingMessage, publicHost: string | null): boolean {
  const { origin } = headers
  if (origin !== undefined) {
    const host = hostOf(origin)
    if (host === null || (host !== headers.host?.toLowerCase() && host !== publicHost)) return false
  }
  const site = headers['sec-fetch-site']
  return site === undefined || site === 'same-origin'
}

/** The host and port of a URL as a Host header has them; null for one that has none, such as "null". */
export function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).host || null : null
}
