import { type FoyerError, failure } from '../contract/errors.ts'
import type { Money, PersonFacts, PlaceFacts } from './facts.ts'
import { ok, type Result } from './result.ts'

/**
 * Whether a person may order something at this price: where the location asks for billing details they were given, and
 * where it does not, or for what costs nothing, nobody is asked (R3.3). Error: `billing-needed`.
 */
export function decideBilling(
  person: Pick<PersonFacts, 'hasBilling'>,
  place: Pick<PlaceFacts, 'asksBilling'>,
  price: Money | null,
): Result<null, FoyerError> {
  const costs = price !== null && price.amount > 0
  return costs && place.asksBilling && !person.hasBilling ? failure('billing-needed') : ok(null)
}

/** What of a price is tax, in minor units, halves up: prices include it. `percent` counts to three decimals. */
export function taxIn({ amount, currency }: Money, percent: number): Money {
  // In whole thousandths, so that a half is one: 66 × 5.6 / 105.6 is 3.5 and not a little less.
  const rate = Math.round(percent * 1000)
  return { amount: Math.round((amount * rate) / (100_000 + rate)), currency }
}

/** Whether two prices are the same. Null is nothing, in whatever currency the other one has; so 0 and null are the same. */
export function samePrice(a: Money | null, b: Money | null): boolean {
  const sameCurrency = a === null || b === null || a.currency === b.currency
  return sameCurrency && (a?.amount ?? 0) === (b?.amount ?? 0)
}

/**
 * Whether what stood on the button is what it costs (R1.4).
 * Error: `price-changed {amount, currency}` with the right one.
 */
export function decidePrice(shown: Money | null, cost: Money): Result<Money | null, FoyerError> {
  if (!samePrice(shown, cost))
    return failure('price-changed', { amount: cost.amount, currency: cost.currency })
  return ok(cost.amount === 0 ? null : cost)
}
