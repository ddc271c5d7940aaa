import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextPeriod, periodOf, periodStart } from './periods.ts'
import { addDays } from './time.ts'

it.each([
  ['2026-01-31', ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
  ['2027-12-30', ['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30']],
  ['2024-02-29', ['2024-02-29', '2024-03-29', '2024-04-29', '2024-05-29']],
])('a plan of %s is renewed on that day of the month, or on the last one', (startsOn, starts) => {
  expect([0, 1, 2, 3].map((n) => periodStart(startsOn, n))).toEqual(starts)
})

it('a leap day comes round on 28 February', () => {
  expect(periodStart('2024-02-29', 12)).toBe('2025-02-28')
  expect(periodOf('2024-02-29', '2025-02-27')).toBe(11)
  expect(periodOf('2024-02-29', '2025-02-28')).toBe(12)
})

it.each([
  ['2026-01-31', '2026-02-27', 0, '2026-02-28'],
  ['2026-01-31', '2026-02-28', 1, '2026-03-31'],
  ['2026-01-31', '2026-03-30', 1, '2026-03-31'],
  ['2026-01-31', '2026-01-30', -1, '2026-01-31'],
])('%s: on %s it is in period %i, and the next begins on %s', (startsOn, date, n, next) => {
  expect(periodOf(startsOn, date)).toBe(n)
  expect(nextPeriod(startsOn, date)).toBe(next)
})

it('every day lies in exactly one period', () => {
  const start = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2023-12-01', days))
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 1500 }), (startsOn, days) => {
      const date = addDays(startsOn, days)
      const n = periodOf(startsOn, date)
      expect(periodStart(startsOn, n) <= date).toBe(true)
      expect(date < periodStart(startsOn, n + 1)).toBe(true)
      expect(nextPeriod(startsOn, date)).toBe(periodStart(startsOn, n + 1))
    }),
    { seed: 20261124, numRuns: 1000 },
  )
})
