import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { LocationId } from '../../../../shared/domain/ids.ts'
import { randomToken, type System } from '../../../lib/system.ts'
import type { DeviceContext } from '../../seam/engine.ts'
import { limits } from '../limits.ts'

const phoneCookie = 'foyer_phone'
const sessionCookie = 'foyer_session'

/** Whose phone it is, and who is signed in on it. */
export interface Caller {
  device: DeviceContext
  session: string | undefined
  /** To be set with the answer: this phone was not known. */
  fresh: string | null
}

/**
 * Two cookies that no script can read and no other site can send. The phone's is 32 random bytes; the hub knows it by a
 * hash, so that what it stores opens nothing. A phone without one gets one with the answer.
 */
export function createCookies(system: System, secure: boolean, location: LocationId) {
  const cookie = (name: string, value: string, maxAge: number): string =>
    `${name}=${value}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  return {
    caller(request: IncomingMessage): Caller {
      const cookies = read(request.headers.cookie ?? '')
      const known = cookies.get(phoneCookie)
      const value = known !== undefined && /^[\w-]{43}$/.test(known) ? known : null
      const phone = value ?? randomToken(system)
      const session = cookies.get(sessionCookie)
      return {
        device: {
          id: `phone:${createHash('sha256').update(phone).digest('base64url')}`,
          roles: ['phone'],
          location,
        },
        session: session !== undefined && /^[\w.-]{1,200}$/.test(session) ? session : undefined,
        fresh: value === null ? cookie(phoneCookie, phone, limits.phone.cookieAge) : null,
      }
    },
    /** The token of a session, which no page script ever sees. */
    session: (token: string): string => cookie(sessionCookie, token, limits.phone.cookieAge),
    noSession: (): string => cookie(sessionCookie, '', 0),
  }
}

export type Cookies = ReturnType<typeof createCookies>

/** By name; of two of one name the first, which has the longer path (RFC 6265 §5.4). */
function read(header: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const part of header.split(';')) {
    const at = part.indexOf('=')
    const name = part.slice(0, at).trim()
    if (at > 0 && !found.has(name)) found.set(name, part.slice(at + 1).trim())
  }
  return found
}
