import type { Money } from '../../../shared/domain/facts.ts'

/** Decimals of a currency (ISO 4217): 2 for EUR, 0 for JPY, 3 for BHD. */
export function decimalsOf(currency: string): number {
  return (
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  )
}

/** '25.00' for 2500 EUR, '2500' for 2500 JPY: as the providers write amounts. No floating point on the way. */
export function amountText({ amount, currency }: Money): string {
  const decimals = decimalsOf(currency)
  if (decimals === 0) return String(amount)
  const digits = String(amount).padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Back to minor units; null for what is no amount of that currency. */
export function amountFrom(text: string, currency: string): number | null {
  const decimals = decimalsOf(currency)
  const form = decimals === 0 ? /^\d{1,12}$/ : new RegExp(`^\\d{1,12}\\.\\d{${decimals}}$`)
  return form.test(text) ? Number(text.replace('.', '')) : null
}
