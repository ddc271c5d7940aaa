import { expect, it } from 'vitest'
import { activationStep, type Looked } from './links.ts'

const look = (state: Looked['state'], email = 'a…@example.com'): Looked => ({
  state,
  name: state === 'fresh' ? 'Ada' : '',
  email,
  language: 'en',
})

it('a fresh link waits for its button, whoever is signed in (R4.2)', () => {
  expect(activationStep(look('fresh'), undefined)).toBe('fresh')
  expect(activationStep(look('fresh'), 'ada@example.com')).toBe('fresh')
})

it('one that is used or late leads to the account by a code, and to oneself without', () => {
  expect(activationStep(look('used'), undefined)).toBe('code')
  expect(activationStep(look('late'), 'bob@example.com')).toBe('code')
  expect(activationStep(look('used'), 'ada@example.com')).toBe('mine')
})

it('one that nobody knows says so', () => {
  expect(activationStep(look('unknown', ''), 'ada@example.com')).toBe('unknown')
})
