import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSigningKey, type SigningKey, signingKeyFromPem } from '../../lib/ed25519.ts'
import type { System } from '../../lib/system.ts'

/** The hub's secrets. They lie in files of their own, readable by the owner only, never in the database. */
export interface Keys {
  /** Signs day passes (R7.1). */
  pass: SigningKey
  /** Keyed hash of what a person types: of no use without the key file (R2.2). */
  hash(purpose: 'code' | 'pairing' | 'activation' | 'handoff', text: string): Uint8Array
  /** The secret of a session: follows from the command that opened it, so that a repeat gets the same one (I2). */
  sessionSecret(command: string): string
  /** 8 characters for a person to type (R10.2), following from the command that asked for them. */
  pairingCode(command: string): string
  /** Six digits that staff tell somebody (R2.7), following from the command that asked for them. */
  staffCode(command: string): string
  /** The token of a kiosk's link for phones (R7.4), following from the command that asked for it. */
  handoffToken(command: string): string
  /** What the digits of a rotating pass are made from (R7.2): never stored, so a copy of the database shows no pass. */
  passSecret(pass: string): Uint8Array
}

/** Crockford's base 32: no letter that could be taken for a digit. */
const pairingAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Reads `hub-key.pem` and `code-key` in `dir`, making what is missing. Throws when a file is there but is no key. */
export function openKeys(dir: string, system: System): Keys {
  const pem = secretFile(join(dir, 'hub-key.pem'), () => Buffer.from(newSigningKey().pem)).toString()
  const codeKey = secretFile(join(dir, 'code-key'), () => system.random(32))
  if (codeKey.length !== 32)
    throw new Error(`${join(dir, 'code-key')} should hold 32 bytes, found ${codeKey.length}`)
  const keyed = (text: string): Buffer => createHmac('sha256', codeKey).update(text).digest()
  return {
    pass: signingKeyFromPem(pem),
    hash: (purpose, text) => keyed(`${purpose}|${text}`),
    sessionSecret: (command) => keyed(`session|${command}`).toString('base64url'),
    pairingCode: (command) =>
      Array.from(keyed(`pair|${command}`).subarray(0, 8), (byte) => pairingAlphabet[byte % 32]).join(''),
    staffCode: (command) =>
      // 48 bits: one code is more likely than another by 4 in a thousand million.
      String(keyed(`spoken|${command}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
    handoffToken: (command) => keyed(`handoff-token|${command}`).toString('base64url'),
    passSecret: (pass) => keyed(`rotating-pass|${pass}`),
  }
}

function secretFile(path: string, make: () => Uint8Array): Buffer {
  if (!existsSync(path)) writeFileSync(path, make(), { mode: 0o600, flag: 'wx' })
  chmodSync(path, 0o600)
  return readFileSync(path)
}

export function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

/** Compares in constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
