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
