import { describe, expect, it } from 'vitest'
import { languages } from '../../../shared/contract/basics.ts'
import { capitalOf, type Key, layouts, type Page, rowsOf } from './layouts.ts'

const pages: Page[] = ['letters', 'more']
const halves = (row: Key[]): number => row.reduce((sum, key) => sum + (key.span ?? 2), 0)
const texts = (rows: Key[][]): string[] => rows.flat().flatMap((key) => ('text' in key ? [key.text] : []))

describe.each(layouts)('the %s layout', (layout) => {
  it.each(languages)('fits into ten keys a row in %s, and has no key twice', (language) => {
    for (const page of pages) {
      const rows = rowsOf(layout, language, page)
      for (const row of rows) expect(halves(row)).toBeLessThanOrEqual(20)
      // A screen reader tells keys apart by their names.
      const all = texts(rows)
      const doubles = all.filter((text, i) => all.indexOf(text) !== i)
      expect(doubles.filter((text) => !['-', "'", '.', '_', '+'].includes(text))).toEqual([])
    }
  })
})

describe('what can be typed', () => {
  it('every character of an ordinary email', () => {
    for (const language of languages) {
      const keys = new Set(texts(rowsOf('email', language, 'letters')).join(''))
      for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789@._+-') expect(keys).toContain(character)
    }
  })

  it('every letter of a name, with those of the language at hand', () => {
    const own = { en: 'é', de: 'äöüß', fr: 'éèêçî', es: 'ñáé' }
    for (const language of languages) {
      const keys = new Set(texts(rowsOf('text', language, 'letters')).join(''))
      for (const letter of `abcdefghijklmnopqrstuvwxyz${own[language]}-'`) expect(keys).toContain(letter)
    }
  })

  it('every letter and digit of a pairing code', () => {
    for (const language of languages) {
      const keys = new Set(texts(rowsOf('code', language, 'letters')).join(''))
      for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') expect(keys).toContain(character)
    }
  })
})

it('stands as people are used to', () => {
  const second = (language: 'de' | 'fr'): string =>
    texts([rowsOf('text', language, 'letters')[1] ?? []]).join('')
  expect(second('de')).toBe('qwertzuiop')
  expect(second('fr')).toBe('azertyuiop')
})

it('has the right capitals', () => {
  expect(capitalOf('ß')).toBe('ẞ')
  expect(capitalOf('é')).toBe('É')
  expect(capitalOf('.com')).toBe('.com')
})
