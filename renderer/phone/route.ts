/** What the page is about, by its address: one page for all, served by the hub. */
export type Route =
  | { name: 'me' }
  /** The link of a kiosk's QR code (R7.4). */
  | { name: 'handoff'; token: string }
  /** The link of an invitation (R4.2). */
  | { name: 'activate'; token: string }

export function routeOf(path: string): Route {
  const [, name, token = ''] = path.split('/')
  if (name === 'k') return { name: 'handoff', token }
  if (name === 'activate') return { name: 'activate', token }
  return { name: 'me' }
}

/** A link that was cut off on its way is not asked about: it leads nowhere. */
export function isWholeToken(token: string): boolean {
  return /^[\w-]{22,64}$/.test(token)
}
