import { expect, it } from 'vitest'
import { countries, isCountry } from './countries.ts'

it('knows every country of ISO 3166-1, and nothing else', () => {
  for (const code of ['DE', 'FR', 'ES', 'GB', 'CH', 'US', 'TW', 'AX', 'SS', 'BQ'])
    expect(isCountry(code)).toBe(true)
  for (const code of ['UK', 'EU', 'UN', 'ZZ', 'XX', 'DD', 'SU', 'YU', 'AA', 'de', 'DEU', '', 'XA'])
    expect([code, isCountry(code)]).toEqual([code, false])
  // 249 are assigned; runtimes add a few that are reserved (Kosovo, islands).
  expect(countries().size).toBeGreaterThanOrEqual(249)
  expect(countries().size).toBeLessThan(260)
})
