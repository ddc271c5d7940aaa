import type { Money } from '../../../../shared/domain/facts.ts'
import type { Zone } from '../../../../shared/domain/ids.ts'
import { localDateOf, type Window } from '../../../../shared/domain/time.ts'

/** When something is, in the location's time and in no language: '2026-11-24 10:00–11:30'. */
export function whenText({ from, until }: Window, zone: Zone): string {
  // 'en-GB' for its digits only.
  const time = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${localDateOf(from, zone)} ${time.format(from)}–${time.format(until)}`
}

/** An amount in no language: 'EUR 28.00'. */
export function moneyText({ amount, currency }: Money): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'code' })
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions()
  return `${currency} ${(amount / 10 ** digits).toFixed(digits)}`
}
