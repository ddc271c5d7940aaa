import { expect, it } from 'vitest'
import { billing } from '../../../../test/fixtures/views.ts'
import { faultsOf, fieldOf } from '../../../ui/useForm.ts'
import { billingForm } from './billing-form.ts'

it('asks for everything but the tax id (R3.3)', () => {
  expect(faultsOf(billingForm, { ...billing, taxId: '' })).toEqual({})
  expect(faultsOf(billingForm, { ...billing, name: ' ', city: '' })).toEqual({
    name: 'missing',
    city: 'missing',
  })
})

it('wants a country that there is', () => {
  expect(faultsOf(billingForm, { ...billing, country: 'Atlantis' })).toEqual({ country: 'countryUnknown' })
  expect(faultsOf(billingForm, { ...billing, country: '' })).toEqual({ country: 'missing' })
})

it('knows which field the hub did not take', () => {
  const of = (field: string) => fieldOf(billingForm, { code: 'invalid-input', params: { field } })
  expect(of('postalCode')).toBe('postalCode')
  expect(of('billing.street')).toBe('street')
  expect(of('nonsense')).toBeNull()
  expect(fieldOf(billingForm, { code: 'hub-unreachable' })).toBeNull()
})
