import type { Instant } from '../../../shared/domain/ids.ts'

export interface PassCode {
  from: Instant
  until: Instant
  text: string
}

/** Fetched ahead when less than this is left, ms: long enough for a slow network, short enough to ask seldom. */
const aheadMs = 45_000

/** The code that is good at a moment; null = none is, and none may be shown (R7.2). */
export function codeAt(codes: readonly PassCode[], now: Instant): PassCode | null {
  return codes.find(({ from, until }) => from <= now && now < until) ?? null
}

/** Whether more codes have to be fetched. */
export function runsOut(codes: readonly PassCode[], now: Instant): boolean {
  let end = now
  for (const { from, until } of codes.toSorted((a, b) => a.from - b.from))
    if (from <= end && until > end) end = until
  return end - now < aheadMs
}

/** How much of its time a code still has, 1 to 0. */
export function shareLeft({ from, until }: PassCode, now: Instant): number {
  return Math.min(1, Math.max(0, (until - now) / (until - from)))
}
