import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText } from './clean.ts'

describe('names', () => {
  it.each([
    'Zoë Œuvrard-Nuñez',
    'Владимир Ильич',
    '北京 張偉',
    'محمد علي',
    'שרה כהן',
    'नरेन्द्र',
    'علی‌رضا',
    '👩🏽‍💻 Ada 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'O’Brien "the 2nd" <x>',
  ])('of any script are kept as they were typed: %s', (name) => {
    expect(cleanLine(name)).toBe(name)
  })

  it('come out composed (NFC)', () => {
    expect(cleanLine('Zoe\u0308')).toBe('Zoë')
  })

  it.each([
    ['\u202Emoc.elpmaxe', 'moc.elpmaxe'],
    ['Ada\u0000 \u0007Love\u2066lace\u2069', 'Ada Lovelace'],
    ['two\r\nlines\u2028three', 'two lines three'],
    ['\u202A\u0000\n', ''],
    ['half \uD83D pair', 'half  pair'],
  ])('lose what would change how the text around them is read: %o', (typed, kept) => {
    expect(cleanLine(typed)).toBe(kept)
  })

  it('are clean once they were cleaned', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        const once = cleanLine(typed)
        expect(cleanLine(once)).toBe(once)
        expect(once).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u)
      }),
      { seed: 20261123 },
    )
  })
})

it('text keeps its lines', () => {
  expect(cleanText(' one\r\ntwo\u0000\u202E\n\nthree ')).toBe('one\ntwo\n\nthree')
})
