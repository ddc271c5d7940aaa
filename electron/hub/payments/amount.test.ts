import fc from 'fast-check'
import { expect, it } from 'vitest'
import { amountFrom, amountText, decimalsOf } from './amount.ts'

it.each([
  [0, 'EUR', '0.00'],
  [5, 'EUR', '0.05'],
  [1000, 'EUR', '10.00'],
  [1, 'JPY', '1'],
  [1900, 'JPY', '1900'],
  [5, 'BHD', '0.005'],
  [12345, 'BHD', '12.345'],
])('%i %s is %s', (amount, currency, text) => {
  expect(amountText({ amount, currency })).toBe(text)
  expect(amountFrom(text, currency)).toBe(amount)
})

it('loses and adds nothing, in any currency', () => {
  const property = fc.property(
    fc.integer({ min: 0, max: 1_000_000_000 }),
    fc.constantFrom('EUR', 'USD', 'JPY', 'KRW', 'BHD', 'KWD', 'CHF'),
    (amount, currency) => {
      const text = amountText({ amount, currency })
      expect(amountFrom(text, currency)).toBe(amount)
      expect(text.split('.')[1]?.length ?? 0).toBe(decimalsOf(currency))
    },
  )
  fc.assert(property, { seed: 20261123 })
})

it.each(['10', '10.0', '10.000', '-1.00', '1e3', '', '1,00', ' 1.00'])('%j is no amount of euros', (text) => {
  expect(amountFrom(text, 'EUR')).toBeNull()
})
