import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../contract/errors.ts'
import { type CodeRecord, decideCodeRequest, decideCodeVerify } from './code.ts'
import { minute } from './facts.fixture.ts'
import { ok } from './result.ts'
import { codeLifetime, resendAfter } from './sign-in.ts'

const fresh: CodeRecord = { issuedAt: 0, usedAt: null }
const fiveWrong = [0, 1, 2, 3, 4]

it('has the fixed times (R2.2, R2.4)', () => {
  expect(codeLifetime).toBe(600_000)
  expect(resendAfter).toBe(60_000)
})

describe('asking for a code', () => {
  it('is valid 10 minutes and can be repeated after 60 s (R2.2, R2.4)', () => {
    expect(decideCodeRequest({ failures: [], lastIssuedAt: null }, 1000)).toEqual(
      ok({ expiresAt: 601_000, resendAt: 61_000 }),
    )
  })

  it('is refused until 60 s have passed (R2.4)', () => {
    const facts = { failures: [], lastIssuedAt: 1000 }
    expect(decideCodeRequest(facts, 60_999)).toEqual(failure('resend-too-soon', { againAt: 61_000 }))
    expect(decideCodeRequest(facts, 61_000).ok).toBe(true)
  })

  it('sends none while it is locked, and does afterwards (R2.3)', () => {
    const facts = { failures: fiveWrong, lastIssuedAt: 0 }
    expect(decideCodeRequest(facts, 19 * minute)).toEqual(failure('locked', { untilAt: 20 * minute }))
    expect(decideCodeRequest(facts, 20 * minute).ok).toBe(true)
  })
})

describe('typing a code', () => {
  it('proves the email with the newest code in time (R2.2)', () => {
    const facts = { failures: [], code: fresh, matches: true }
    expect(decideCodeVerify(facts, 0)).toEqual({ result: ok('proved'), countsAsFailure: false })
    expect(decideCodeVerify(facts, 10 * minute - 1).result.ok).toBe(true)
  })

  it('is expired after 10 minutes (R2.2)', () => {
    expect(decideCodeVerify({ failures: [], code: fresh, matches: true }, 10 * minute)).toEqual({
      result: failure('code-expired'),
      countsAsFailure: false,
    })
  })

  it('works once (R2.2)', () => {
    const code = { issuedAt: 0, usedAt: 5 }
    const used = { result: failure('code-used'), countsAsFailure: false }
    expect(decideCodeVerify({ failures: [], code, matches: true }, 6)).toEqual(used)
    expect(decideCodeVerify({ failures: [], code, matches: true }, 11 * minute)).toEqual(used)
  })

  it('counts a wrong one and says how many are left (R2.3)', () => {
    expect(decideCodeVerify({ failures: [0, 1], code: fresh, matches: false }, 2)).toEqual({
      result: failure('code-wrong', { left: 2 }),
      countsAsFailure: true,
    })
  })

  it('says locked, and until when, at the wrong code that locks (R2.3)', () => {
    const facts = { failures: [0, 1, 2, 3].map((m) => m * minute), code: fresh, matches: false }
    expect(decideCodeVerify(facts, 19 * minute)).toEqual({
      result: failure('locked', { untilAt: 20 * minute }),
      countsAsFailure: true,
    })
  })

  it('refuses the right code while locked and counts nothing (R2.3)', () => {
    for (const matches of [true, false]) {
      expect(decideCodeVerify({ failures: fiveWrong, code: fresh, matches }, 5)).toEqual({
        result: failure('locked', { untilAt: 20 * minute }),
        countsAsFailure: false,
      })
    }
  })

  it('counts nothing when no code was sent', () => {
    expect(decideCodeVerify({ failures: [], code: null, matches: false }, 0)).toEqual({
      result: failure('code-none'),
      countsAsFailure: false,
    })
  })
})

it('lets a guesser through at most 5 wrong codes per lock, however they mix in right ones (R2.3)', () => {
  const attempt = fc.record({ wait: fc.integer({ min: 0, max: 4 * minute }), matches: fc.boolean() })
  fc.assert(
    fc.property(fc.array(attempt, { minLength: 1, maxLength: 60 }), (attempts) => {
      const failures: number[] = []
      let now = 0
      let sinceLock = 0
      for (const { wait, matches } of attempts) {
        now += wait
        const { result, countsAsFailure } = decideCodeVerify({ failures, code: fresh, matches }, now)
        if (countsAsFailure) failures.push(now)
        if (result.ok) expect(matches && now < codeLifetime).toBe(true)
        if (!result.ok && result.error.code === 'locked') {
          expect(result.error.params?.['untilAt']).toBeGreaterThan(now)
          sinceLock = 0
        } else if (countsAsFailure) {
          sinceLock += 1
          const inWindow = failures.filter((at) => at > now - 20 * minute).length
          expect(result).toEqual(failure('code-wrong', { left: 5 - Math.min(sinceLock, inWindow) }))
        }
      }
    }),
    { seed: 20261123, numRuns: 500 },
  )
})
