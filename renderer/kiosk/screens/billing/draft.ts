import type { Billing } from '../../../../shared/contract/basics.ts'
import type { FoyerError } from '../../../../shared/contract/errors.ts'

export type BillingField = keyof Billing

/** In the order in which they are asked for. */
export const billingFields = ['name', 'street', 'postalCode', 'city', 'country', 'taxId'] as const

/** What is wrong with a field: nothing in it, a country that nobody knows, or something the hub does not take. */
export type BillingFault = 'missing' | 'countryUnknown' | 'wrong'
export type BillingFaults = Partial<Record<BillingField, BillingFault>>

/** What is still missing; a tax id is not asked of everybody. `country` null = what was typed is no country. */
export function faultsOf(draft: Billing, country: string | null): BillingFaults {
  const faults: BillingFaults = {}
  for (const field of billingFields)
    if (field !== 'taxId' && draft[field].trim() === '') faults[field] = 'missing'
  if (!faults.country && country === null) faults.country = 'countryUnknown'
  return faults
}

/** The field that an error of the hub is about; null = none of them. */
export function faultOf(error: FoyerError | null): BillingFaults {
  const name =
    error?.code === 'invalid-input'
      ? String(error.params?.field ?? '')
          .split('.')
          .at(-1)
      : ''
  const field = billingFields.find((one) => one === name)
  return field ? { [field]: 'wrong' } : {}
}
