import { expect, test } from 'vitest'
import { matches, searchWords } from './search.ts'

test('case, accents and sharp s do not matter', () => {
  expect(matches(searchWords('zoe'), 'Zoë Müller')).toBe(true)
  expect(matches(searchWords('MULLER'), 'Zoë Müller')).toBe(true)
  expect(matches(searchWords('strasse'), 'Hauptstraße 3')).toBe(true)
})

test('every word must be found, in whatever order and field', () => {
  expect(matches(searchWords('a1 mara'), 'Mara Lind', 'mara@example.com', 'A1')).toBe(true)
  expect(matches(searchWords('mara b2'), 'Mara Lind', 'A1')).toBe(false)
})

test('nothing typed finds everything, missing fields are no text', () => {
  expect(matches(searchWords('  '), 'anything')).toBe(true)
  expect(matches(searchWords('null'), null, undefined, '')).toBe(false)
})
