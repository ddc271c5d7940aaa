import fc from 'fast-check'
import { expect, it } from 'vitest'
import { zones } from '../../../shared/domain/facts.fixture.ts'
import { dayWindow, localDateOf } from '../../../shared/domain/time.ts'
import { createToday } from './steps.ts'

const midnight = (now: number, zone: string): number => dayWindow(localDateOf(now, zone), zone).until

it('today is the date at the place, whatever was asked before (R5.7)', () => {
  const start = Date.UTC(2026, 0, 1)
  const asked = fc.record({
    now: fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => start + minutes * 60_000),
    zone: fc.constantFrom(...zones),
    later: fc.constantFrom(0, 1, 3_600_000, 86_400_000),
  })
  fc.assert(
    fc.property(fc.array(asked, { minLength: 1, maxLength: 10 }), (all) => {
      const today = createToday()
      for (const { now, zone, later } of all)
        for (const at of [now, now + later, now - later, midnight(now, zone) - 1, midnight(now, zone)])
          expect(today(at, zone)).toBe(localDateOf(at, zone))
    }),
    { seed: 20261123, numRuns: 300 },
  )
})
