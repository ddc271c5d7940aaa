import { expect, it } from 'vitest'
import { billing } from '../../../../test/fixtures/views.ts'
import { faultOf, faultsOf } from './draft.ts'

it('asks for everything but the tax id', () => {
  expect(faultsOf({ ...billing, taxId: '' }, 'DE')).toEqual({})
  expect(faultsOf({ ...billing, name: ' ', city: '' }, 'DE')).toEqual({ name: 'missing', city: 'missing' })
})

it('wants a country that there is', () => {
  expect(faultsOf({ ...billing, country: 'Atlantis' }, null)).toEqual({ country: 'countryUnknown' })
  expect(faultsOf({ ...billing, country: '' }, null)).toEqual({ country: 'missing' })
})

it('knows which field the hub did not take', () => {
  const of = (field: string) => faultOf({ code: 'invalid-input', params: { field } })
  expect(of('postalCode')).toEqual({ postalCode: 'wrong' })
  expect(of('billing.street')).toEqual({ street: 'wrong' })
  expect(of('nonsense')).toEqual({})
  expect(faultOf({ code: 'hub-unreachable' })).toEqual({})
  expect(faultOf(null)).toEqual({})
})
