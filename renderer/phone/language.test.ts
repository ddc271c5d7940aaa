import { expect, it } from 'vitest'
import { anyLanguage, chooseLanguage } from './language.ts'

const offered = ['de', 'en', 'fr'] as const

it('is the chosen one, else the first of the browser that the place offers', () => {
  expect(chooseLanguage(offered, { chosen: 'fr', preferred: ['en-GB'] })).toBe('fr')
  expect(chooseLanguage(offered, { chosen: null, preferred: ['es-ES', 'EN-us', 'de'] })).toBe('en')
  expect(chooseLanguage(offered, { chosen: 'es', preferred: [] })).toBe('de')
})

it('is that of the invitation only for want of a better one', () => {
  expect(chooseLanguage(offered, { chosen: null, preferred: ['pl'], invited: 'fr' })).toBe('fr')
  expect(chooseLanguage(offered, { chosen: null, preferred: ['en'], invited: 'fr' })).toBe('en')
  expect(chooseLanguage(offered, { chosen: null, preferred: ['pl'], invited: 'es' })).toBe('de')
})

it('is one that we have words for while the place is not known', () => {
  expect(anyLanguage(null, ['pl', 'es-MX'])).toBe('es')
  expect(anyLanguage('nonsense', [])).toBe('en')
})
