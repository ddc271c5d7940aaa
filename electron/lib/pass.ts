import { z } from 'zod'
import { type SigningKey, verifySignature } from './ed25519.ts'

/**
 * The day pass in the QR (R7.1): a compact JWS (RFC 7515) with EdDSA (RFC 8037). Verifies with the hub's public key and
 * no network. Claims are short because every character makes the QR finer.
 */
const claimsSchema = z.object({
  /** Booking id: opaque, names nobody. */
  sub: z.string(),
  /** Location id. */
  loc: z.string(),
  /** Valid from and until, seconds since the epoch (RFC 7519 NumericDate). */
  nbf: z.number().int(),
  exp: z.number().int(),
})
export type PassClaims = z.infer<typeof claimsSchema>

/** Clocks may differ by this much, seconds (DOORS.md, "Credentials"). */
export const passLeeway = 60

const header = Buffer.from('{"alg":"EdDSA"}').toString('base64url')

export function signPass(key: SigningKey, claims: PassClaims): string {
  const body = bodyOf(claims)
  return `${body}.${key.sign(body)}`
}

/** The same, signed in a thread of its own. */
export async function signPassLater(key: SigningKey, claims: PassClaims): Promise<string> {
  const body = bodyOf(claims)
  return `${body}.${await key.signLater(body)}`
}

function bodyOf(claims: PassClaims): string {
  return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`
}

export type PassVerdict =
  | { ok: true; claims: PassClaims }
  | { ok: false; why: 'malformed' | 'forged' | 'not-yet' | 'expired' }

/** `nowSeconds` is the verifier's clock. Only this one header is taken, so no other algorithm can be talked into it. */
export function verifyPass(publicKey: string, text: string, nowSeconds: number): PassVerdict {
  const parts = text.split('.')
  const [head, payload, signature] = parts
  if (parts.length !== 3 || head !== header || !payload || !signature) return { ok: false, why: 'malformed' }
  if (!verifySignature(publicKey, `${head}.${payload}`, signature)) return { ok: false, why: 'forged' }
  const claims = readClaims(payload)
  if (!claims) return { ok: false, why: 'malformed' }
  if (nowSeconds < claims.nbf - passLeeway) return { ok: false, why: 'not-yet' }
  if (nowSeconds >= claims.exp + passLeeway) return { ok: false, why: 'expired' }
  return { ok: true, claims }
}

function readClaims(payload: string): PassClaims | null {
  try {
    const parsed = claimsSchema.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
