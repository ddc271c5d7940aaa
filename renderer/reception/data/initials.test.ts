import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test('first and last word of the name', () => {
  expect(initials('Mara Lind')).toBe('ML')
  expect(initials('Juan Pablo de la Cruz')).toBe('JC')
  expect(initials('émile')).toBe('É')
})

test('without a name, the email says it', () => {
  expect(initials('', 'ada.lovelace@example.com')).toBe('AL')
  expect(initials(' ', '')).toBe('')
})

test('a letter outside the basic plane stays whole', () => {
  expect(initials('𝒜da')).toBe('𝒜')
})
