import { expect, it } from 'vitest'
import { languages } from '../../../shared/contract/basics.ts'
import { languageOf, wordsIn } from './language.ts'

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.5', 'de'],
  ['it, fr;q=0.5, es;q=0.8', 'es'],
  ['FR-ch', 'fr'],
  ['en;q=0, es', 'es'],
  ['*', 'en'],
  ['x'.repeat(5000), 'en'],
])('%j reads %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})

it('has the same words in every language, and shouts in none (R11.1)', () => {
  const keys = Object.keys(wordsIn('en'))
  for (const language of languages) {
    const words = wordsIn(language)
    expect(Object.keys(words)).toEqual(keys)
    for (const text of Object.values(words)) expect(text).toMatch(/^[^!]+$/)
  }
})
