import type { System } from '../../lib/system.ts'

export interface Bucket {
  /** Takes `count` tokens, one when left out, or none; false when there are not so many. */
  take(count?: number): boolean
}

/** A token bucket: `burst` at once, refilled at `perSecond`. */
export function tokenBucket(system: System, perSecond: number, burst: number): Bucket {
  let tokens = burst
  let at = system.now()
  return {
    take(count = 1) {
      const now = system.now()
      // A clock that was set back refills nothing, and must not drain the bucket either.
      tokens = Math.min(burst, tokens + (Math.max(0, now - at) * perSecond) / 1000)
      at = now
      if (tokens < count) return false
      tokens -= count
      return true
    },
  }
}
