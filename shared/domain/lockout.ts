import type { Instant } from './ids.ts'

/** So many wrong codes within the window lock an email (R2.3). */
export const wrongCodesAllowed = 5
/** Milliseconds: both how far back wrong codes count and how long after the first of them the lock lasts (R2.3). */
export const lockoutWindow = 20 * 60_000

/** `left`: that many more wrong codes now would lock. */
export type Lockout = { locked: true; until: Instant } | { locked: false; left: number }

/**
 * Whether an email is locked at `now`, from the times of its wrong codes (R2.3).
 *
 * A wrong code at f counts with those in (f - 20 min, f]. The fifth locks until the first of the five + 20 min. Wrong
 * codes while it is locked are ignored, and a lock uses its five up: afterwards the count starts afresh.
 */
export function lockoutOf(failures: readonly Instant[], now: Instant): Lockout {
  let counted: Instant[] = []
  let lockedUntil = -Infinity
  // Sorted, and none left out as "later than now": a clock that was set back must not give further guesses away.
  for (const at of failures.toSorted((a, b) => a - b)) {
    if (at < lockedUntil) continue
    counted = [...counted.filter((earlier) => earlier > at - lockoutWindow), at]
    const [first] = counted
    if (first === undefined || counted.length < wrongCodesAllowed) continue
    lockedUntil = first + lockoutWindow
    counted = []
  }
  if (now < lockedUntil) return { locked: true, until: lockedUntil }
  const recent = counted.filter((at) => at > now - lockoutWindow)
  return { locked: false, left: wrongCodesAllowed - recent.length }
}
