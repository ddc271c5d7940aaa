import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideBilling, decidePrice, samePrice, taxIn } from './billing.ts'
import { ok } from './result.ts'

const settings = { seed: 20261124, numRuns: 1000 }
const euro = (amount: number) => ({ amount, currency: 'EUR' })

describe('what of a price is tax', () => {
  it.each([
    [11_900, 19, 1900],
    [2500, 19, 399],
    [1070, 7, 70],
    [2500, 0, 0],
    [0, 19, 0],
    [1081, 8.1, 81],
    [66, 5.6, 4],
    [3, 20, 1],
    [100, 100, 50],
  ])('%i with %f %% is %i', (amount, percent, tax) => {
    expect(taxIn(euro(amount), percent)).toEqual(euro(tax))
  })

  it('is the nearest whole amount, halves up, however large the price is', () => {
    const amounts = fc.integer({ min: 0, max: 1_000_000_000 })
    const thousandths = fc.integer({ min: 0, max: 100_000 })
    fc.assert(
      fc.property(amounts, thousandths, (amount, rate) => {
        const tax = taxIn(euro(amount), rate / 1000).amount
        // Exactly: 2 · amount · rate lies in [(2 · tax − 1) · whole, (2 · tax + 1) · whole).
        const [twice, whole] = [2n * BigInt(amount) * BigInt(rate), BigInt(100_000 + rate)]
        expect(twice >= (2n * BigInt(tax) - 1n) * whole && twice < (2n * BigInt(tax) + 1n) * whole).toBe(true)
        expect(tax).toBeLessThanOrEqual(amount)
      }),
      settings,
    )
  })
})

describe('the price on the button (R1.4)', () => {
  it('null and 0 are both nothing', () => {
    expect(decidePrice(null, euro(0))).toEqual(ok(null))
    expect(decidePrice(euro(0), euro(0))).toEqual(ok(null))
  })

  it('is the same as another of that amount and currency; null is nothing in any currency', () => {
    const money = fc.record({ amount: fc.constantFrom(0, 1, 2), currency: fc.constantFrom('EUR', 'CHF') })
    fc.assert(
      fc.property(money, money, (a, b) => {
        expect(samePrice(a, b)).toBe(a.amount === b.amount && a.currency === b.currency)
        expect(samePrice(a, null)).toBe(a.amount === 0)
        expect(samePrice(null, a)).toBe(a.amount === 0)
      }),
      settings,
    )
    expect(samePrice(null, null)).toBe(true)
  })

  it('is what is charged, or nothing is', () => {
    const money = fc.record({
      amount: fc.constantFrom(0, 1, 2500, 2501),
      currency: fc.constantFrom('EUR', 'CHF'),
    })
    fc.assert(
      fc.property(fc.option(money), money, (shown, cost) => {
        const decided = decidePrice(shown, cost)
        const said = shown ?? { ...cost, amount: 0 }
        if (said.amount === cost.amount && said.currency === cost.currency)
          expect(decided).toEqual(ok(cost.amount === 0 ? null : cost))
        else expect(decided).toMatchObject({ ok: false, error: { code: 'price-changed', params: cost } })
      }),
      settings,
    )
  })
})

it.each([
  ['asked for and missing', true, false, euro(1), false],
  ['given', true, true, euro(1), true],
  ['not asked for here', false, false, euro(1), true],
  ['for what costs nothing', true, false, euro(0), true],
  ['for what has no price', true, false, null, true],
] as const)('billing details: %s (R3.3)', (_, asksBilling, hasBilling, price, may) => {
  expect(decideBilling({ hasBilling }, { asksBilling }, price).ok).toBe(may)
})
