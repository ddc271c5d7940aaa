import { describe, expect, it } from 'vitest'
import { countryOf, suggestCountries } from './countries.ts'

const names = (typed: string, language: 'en' | 'de' | 'fr' | 'es' = 'en', own = 'DE') =>
  suggestCountries(typed, language, own, 4).map(({ code }) => code)

describe('countries', () => {
  it('are known by their name in any of our languages, and by their code', () => {
    for (const typed of ['Germany', 'deutschland', ' ALLEMAGNE ', 'alemania', 'de'])
      expect(countryOf(typed)).toBe('DE')
    expect(countryOf('Österreich')).toBe('AT')
    expect(countryOf('osterreich')).toBe('AT')
    expect(countryOf('Atlantis')).toBeNull()
    expect(countryOf(' ')).toBeNull()
  })

  it('are suggested as one types, those nearby first', () => {
    expect(names('ger')).toEqual(['DE'])
    expect(names('po')).toEqual(['PL', 'PT', 'PF'])
    expect(names('kingdom')).toEqual(['GB'])
    expect(names('Dän', 'de')).toEqual(['DK'])
    expect(names('xyz')).toEqual([])
  })

  it('begin with that of the place', () => {
    expect(names('', 'en', 'ES')[0]).toBe('ES')
    expect(names('', 'en', 'ES')).toHaveLength(4)
  })
})
