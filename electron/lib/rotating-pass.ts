import { timingSafeEqual } from 'node:crypto'
import { stepOf, totp, totpStep } from './totp.ts'

/**
 * The rotating pass on a member's phone (R7.2): `FOYER2.<id>.<digits>`, new every 30 s. The id is opaque and the digits
 * follow from a secret that only the hub has, so that a picture of it is soon worth nothing.
 */
const digits = 8
const form = /^FOYER2\.([\w-]{1,64})\.(\d{8})$/

/** A text to show, and from when until when. */
export interface ShownPass {
  from: number
  until: number
  text: string
}

/** What to show now and in the `more` steps after it. */
export function passesToShow(id: string, secret: Uint8Array, now: number, more: number): ShownPass[] {
  return Array.from({ length: more + 1 }, (_, n) => {
    const step = stepOf(now) + n
    const text = `FOYER2.${id}.${totp(secret, step, digits)}`
    return { from: step * totpStep, until: (step + 1) * totpStep, text }
  })
}

export function readRotatingPass(text: string): { id: string; code: string } | null {
  const [, id, code] = form.exec(text) ?? []
  return id !== undefined && code !== undefined ? { id, code } : null
}

/** The step that a code is of: this one, or one to either side, as clocks differ and people take a while. null = none. */
export function stepShown(secret: Uint8Array, code: string, now: number): number | null {
  const shown = Buffer.from(code)
  let found: number | null = null
  // All three, and without a way out in between: how long it takes says nothing.
  for (const step of [stepOf(now) - 1, stepOf(now), stepOf(now) + 1]) {
    const expected = Buffer.from(totp(secret, Math.max(step, 0), digits))
    if (expected.length === shown.length && timingSafeEqual(expected, shown)) found = step
  }
  return found
}
