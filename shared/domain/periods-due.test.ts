import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LocalDate } from './ids.ts'
import { periodStart, periodsDue, type Term } from './periods.ts'
import { addDays } from './time.ts'

const settings = { seed: 20261123, numRuns: 300 }
const dates = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n))

it('whoever looks seldom counts the same periods as who looks every day, each once', () => {
  const property = fc.property(
    dates,
    fc.option(fc.nat({ max: 500 }), { nil: null }),
    fc.array(fc.nat({ max: 120 }), { maxLength: 12 }),
    (startsOn, length, waits) => {
      const endsOn = length === null ? null : addDays(startsOn, length)
      const renewsOn = periodStart(startsOn, 1)
      const first: Term = {
        startsOn,
        endsOn,
        renewsOn: endsOn !== null && renewsOn > endsOn ? null : renewsOn,
      }
      let term = first
      let today = startsOn
      const counted: LocalDate[] = []
      for (const wait of waits) {
        today = addDays(today, wait)
        const due = periodsDue(term, today)
        counted.push(...due.periods)
        term = { ...term, renewsOn: due.renewsOn }
      }
      const atOnce = periodsDue(first, today)
      expect(counted).toEqual(atOnce.periods)
      expect(term.renewsOn).toBe(atOnce.renewsOn)
      expect(new Set(counted).size).toBe(counted.length)
      for (const period of counted) {
        expect(period > startsOn && period <= today && (endsOn === null || period <= endsOn)).toBe(true)
      }
    },
  )
  fc.assert(property, settings)
})

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
