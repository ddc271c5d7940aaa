import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import type { Instant } from '../../shared/domain/ids.ts'

/** Clock, chance and timers, passed in wherever they are used, so that tests can own them. */
export interface System {
  /** Milliseconds since the Unix epoch, UTC. */
  now(): Instant
  /** `length` bytes from a cryptographically secure source. */
  random(length: number): Uint8Array
  /** Calls back once after `ms`; the returned function cancels it. */
  after(ms: number, run: () => void): () => void
}

/** Random bytes are fetched so many at a time: asking the system for each id costs ten times as much as the id. */
const poolSize = 4096
let pool = randomBytes(poolSize)
let poolAt = 0

/** A part of the pool that nobody was given before and nobody will be given again. */
function fromPool(length: number): Uint8Array {
  if (length > poolSize) return randomBytes(length)
  if (poolAt + length > poolSize) {
    pool = randomBytes(poolSize)
    poolAt = 0
  }
  poolAt += length
  return pool.subarray(poolAt - length, poolAt)
}

/** The machine's own clock and chance: the only place that reads them. */
export const realSystem: System = {
  now: () => Date.now(),
  random: fromPool,
  after: (ms, run) => {
    // setTimeout takes at most 2^31-1 ms; a longer wait is cut short and its owner looks again.
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), 2_147_483_647))
    return () => clearTimeout(timer)
  },
}

/** A UUIDv7 (RFC 9562): sorts by time, names nobody. */
export function newId(system: System): string {
  return v7({ msecs: system.now(), random: system.random(16) })
}

/** `length` random bytes as base64url (RFC 4648 §5). */
export function randomToken(system: System, length = 32): string {
  return Buffer.from(system.random(length)).toString('base64url')
}

/** A number in [0, 1). */
export function chance(system: System): number {
  return Buffer.from(system.random(4)).readUInt32BE() / 2 ** 32
}

/** A whole number in [0, below), without modulo bias. `below` at most 2^32. */
export function randomBelow(system: System, below: number): number {
  const limit = Math.floor(2 ** 32 / below) * below
  for (;;) {
    const value = Buffer.from(system.random(4)).readUInt32BE()
    if (value < limit) return value % below
  }
}
