import type { System } from '../../lib/system.ts'

export interface Bucket {
  /** Takes one token; false when there is none left. */
  take(): boolean
}

/** A token bucket: `burst` at once, refilled at `perSecond`. */
export function tokenBucket(system: System, perSecond: number, burst: number): Bucket {
  let tokens = burst
  let at = system.now()
  return {
    take() {
      const now = system.now()
      // A clock that was set back refills nothing, and must not drain the bucket either.
      tokens = Math.min(burst, tokens + (Math.max(0, now - at) * perSecond) / 1000)
      at = now
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
