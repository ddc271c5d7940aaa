import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stepOf, totp } from './totp.ts'

describe('time-based one-time passwords', () => {
  // RFC 6238, appendix B: the test vectors for SHA-1.
  const secret = Buffer.from('12345678901234567890')
  it.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %i s are %s (RFC 6238, appendix B)', (seconds, expected) => {
    expect(totp(secret, stepOf(seconds * 1000), 8)).toBe(expected)
  })

  // RFC 4226, appendix D: the same truncation at six digits.
  it('of six digits are those of RFC 4226, appendix D', () => {
    const codes = Array.from({ length: 10 }, (_, counter) => totp(secret, counter, 6))
    expect(codes.join(' ')).toBe('755224 287082 359152 969429 338314 254676 287922 162583 399871 520489')
  })

  it('always have as many digits as asked for', () => {
    const anySecret = fc.uint8Array({ minLength: 16, maxLength: 32 })
    fc.assert(
      fc.property(anySecret, fc.nat(), (some, step) => {
        expect(totp(some, step, 8)).toMatch(/^\d{8}$/)
      }),
      { seed: 20261123 },
    )
  })
})
