import { createHmac } from 'node:crypto'

/** Milliseconds of a step: what is shown is worth nothing after it (R7.2). */
export const totpStep = 30_000

/** The step in which a moment lies, from 0 at the Unix epoch. */
export function stepOf(now: number): number {
  return Math.floor(now / totpStep)
}

/** A time-based one-time password (RFC 6238, with SHA-1 and steps of 30 s) for a step; at most 9 digits. */
export function totp(secret: Uint8Array, step: number, digits: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  // Dynamic truncation (RFC 4226 §5.3).
  const offset = (mac.at(-1) ?? 0) & 0xf
  const value = mac.readUInt32BE(offset) & 0x7fff_ffff
  return String(value % 10 ** digits).padStart(digits, '0')
}
