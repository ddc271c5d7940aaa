import { expect, test } from 'vitest'
import { pageLanguage } from './language.ts'

test('the first language that the app speaks', () => {
  expect(pageLanguage(['it-IT', 'de-AT', 'en'])).toBe('de')
  expect(pageLanguage(['fr'])).toBe('fr')
})

test('English when it speaks none of them', () => {
  expect(pageLanguage(['it', 'nl'])).toBe('en')
  expect(pageLanguage([])).toBe('en')
})
