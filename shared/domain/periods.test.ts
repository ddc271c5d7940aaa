import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { LocalDate } from './ids.ts'
import { nextPeriod, periodOf, periodStart, periodsDue, type Term } from './periods.ts'
import { addDays } from './time.ts'

const settings = { seed: 20261123, numRuns: 300 }
const dates = fc.integer({ min: 0, max: 1500 }).map((n) => addDays('2026-01-01', n))

it('a plan of the 31st is renewed on the last day of short months, and on the 31st again', () => {
  const starts = [0, 1, 2, 3, 4].map((n) => periodStart('2026-10-31', n))
  expect(starts).toEqual(['2026-10-31', '2026-11-30', '2026-12-31', '2027-01-31', '2027-02-28'])
  expect(periodStart('2028-01-31', 1)).toBe('2028-02-29')
})

it('every day of a plan lies in one period, which begins on or before it and ends after it', () => {
  const property = fc.property(dates, fc.nat({ max: 900 }), (startsOn, later) => {
    const date = addDays(startsOn, later)
    const n = periodOf(startsOn, date)
    expect(periodStart(startsOn, n) <= date).toBe(true)
    expect(date < periodStart(startsOn, n + 1)).toBe(true)
    expect(nextPeriod(startsOn, date)).toBe(periodStart(startsOn, n + 1))
  })
  fc.assert(property, settings)
})

it('before a plan begins its first day comes next', () => {
  expect(periodOf('2026-12-01', '2026-11-30')).toBe(-1)
  expect(nextPeriod('2026-12-01', '2026-11-30')).toBe('2026-12-01')
})

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
