import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { roleSchema } from '../../../shared/contract/socket.ts'
import { newSigningKey, type SigningKey, signingKeyFromPem } from '../../lib/ed25519.ts'
import type { Log } from '../../lib/log.ts'
import { writeFileAtomic } from './atomic-file.ts'

const identitySchema = z.object({ device: z.string(), hub: z.string(), roles: z.array(roleSchema) })
/** Who this device is to its hub (R10.2). */
export type Identity = z.infer<typeof identitySchema>

/** Kept outside `core.db`, so that a broken database does not unpair the kiosk. */
export interface IdentityFile {
  /** null until the device was paired. */
  get(): Identity | null
  set(identity: Identity): void
  key(): SigningKey
  wipe(): void
}

export function identityFile(dir: string, log: Log): IdentityFile {
  const path = join(dir, 'device.json')
  const keyPath = join(dir, 'device-key.pem')
  let key = readKey(keyPath, log)
  // Without its key an identity proves nothing.
  let identity = key ? readIdentity(path, log) : null
  return {
    get: () => identity,
    set: (value) => {
      // Proving repeats what is there: nothing is written for that.
      if (JSON.stringify(value) === JSON.stringify(identity)) return
      writeFileAtomic(path, `${JSON.stringify(value, null, 2)}\n`)
      identity = value
    },
    key: () => {
      key ??= makeKey(keyPath)
      return key
    },
    wipe: () => {
      for (const file of [path, keyPath, `${path}.new`, `${keyPath}.new`]) rmSync(file, { force: true })
      key = null
      identity = null
    },
  }
}

function makeKey(path: string): SigningKey {
  const key = newSigningKey()
  writeFileAtomic(path, key.pem)
  return key
}

function readKey(path: string, log: Log): SigningKey | null {
  const text = readText(path)
  if (text === null) return null
  try {
    return signingKeyFromPem(text)
  } catch (error) {
    log('error', 'device-key-unreadable', { path, why: (error as Error).message })
    return null
  }
}

function readIdentity(path: string, log: Log): Identity | null {
  const text = readText(path)
  if (text === null) return null
  try {
    return identitySchema.parse(JSON.parse(text))
  } catch (error) {
    log('error', 'device-identity-unreadable', { path, why: (error as Error).message })
    return null
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
