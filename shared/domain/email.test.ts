import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskEmail, normalizeEmail } from './email.ts'

it.each([
  [' Ada@Example.COM\n', 'ada@example.com'],
  ['ada+desk@example.com', 'ada+desk@example.com'],
  ['a.d.a@gmail.com', 'a.d.a@gmail.com'],
  ['jose\u0301@example.com', 'jos\u00e9@example.com'],
])('normalizes %j to %j', (raw, key) => {
  expect(normalizeEmail(raw)).toBe(key)
})

it('has one key per email: normalizing again changes nothing, nor does the case it was typed in (R2.3)', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(text, (raw) => {
      expect(normalizeEmail(normalizeEmail(raw))).toBe(normalizeEmail(raw))
    }),
    { seed: 20261123, numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.emailAddress(), (email) => {
      expect(normalizeEmail(email.toUpperCase())).toBe(normalizeEmail(email))
    }),
    { seed: 20261123, numRuns: 500 },
  )
})

it.each([
  ['ada@example.com', 'a…@example.com'],
  ['a@example.com', 'a…@example.com'],
  ['😀x@example.com', '😀…@example.com'],
  ['"a@b"@example.com', '"…@example.com'],
  ['ada', 'a…'],
  ['', '…'],
])('masks %s as %s', (email, masked) => {
  expect(maskEmail(email)).toBe(masked)
})
