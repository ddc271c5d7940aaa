import type { Billing } from '../../../../shared/contract/basics.ts'
import type { FieldRule, FormSchema } from '../../../ui/useForm.ts'
import { countryOf } from './countries.ts'

/** What is wrong with a field: nothing in it, or a country that nobody knows. */
export type BillingFault = 'missing' | 'countryUnknown'

const needed = (maxLength: number): FieldRule<Billing, string, BillingFault> => ({
  maxLength,
  check: (value) => (value === '' ? 'missing' : null),
})

/** Whom a bill is made out to, in the order in which it is asked for; a tax id is not asked of everybody (R3.3). */
export const billingForm: FormSchema<Billing, BillingFault> = {
  name: needed(120),
  street: needed(120),
  postalCode: needed(16),
  city: needed(80),
  country: {
    maxLength: 60,
    check: (country) => {
      if (country === '') return 'missing'
      return countryOf(country) === null ? 'countryUnknown' : null
    },
  },
  taxId: { maxLength: 40 },
}
