import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DayPassFacts } from './facts.ts'
import { choosePass, passesLeft } from './passes.ts'

function pass(id: string, expiresOn: string, facts: Partial<DayPassFacts> = {}): DayPassFacts {
  return { id, validFrom: '2026-11-01', expiresOn, usedOn: null, ...facts }
}

it('spends the pass that lapses first (R5.1)', () => {
  const passes = [pass('a', '2026-12-31'), pass('b', '2026-11-30'), pass('c', '2027-01-31')]
  expect(choosePass(passes, '2026-11-23')?.id).toBe('b')
  expect(choosePass(passes, '2026-12-01')?.id).toBe('a')
})

it('breaks ties by id, in whatever order they come', () => {
  const passes = [pass('b', '2026-11-30'), pass('a', '2026-11-30')]
  expect(choosePass(passes, '2026-11-23')?.id).toBe('a')
  expect(choosePass(passes.toReversed(), '2026-11-23')?.id).toBe('a')
})

it('takes a pass on its first and its last day, not before, after or twice (R5.1)', () => {
  const one = [pass('a', '2026-11-30')]
  expect(choosePass(one, '2026-11-01')?.id).toBe('a')
  expect(choosePass(one, '2026-11-30')?.id).toBe('a')
  expect(choosePass(one, '2026-10-31')).toBeNull()
  expect(choosePass(one, '2026-12-01')).toBeNull()
  expect(choosePass([pass('a', '2026-11-30', { usedOn: '2026-11-02' })], '2026-11-23')).toBeNull()
  expect(choosePass([], '2026-11-23')).toBeNull()
})

it('chooses one exactly when some are left, and then none lapses before it (R1.4, R5.1)', () => {
  const date = fc.integer({ min: 10, max: 28 }).map((d) => `2026-11-${d}`)
  const anyPass = fc.record({
    id: fc.uuid(),
    validFrom: date,
    expiresOn: date,
    usedOn: fc.option(date),
  })
  fc.assert(
    fc.property(fc.array(anyPass), date, (passes, on) => {
      const chosen = choosePass(passes, on)
      expect(chosen !== null).toBe(passesLeft(passes, on) > 0)
      if (!chosen) return
      const left = passesLeft(
        passes.filter((one) => one.expiresOn < chosen.expiresOn),
        on,
      )
      expect(left).toBe(0)
    }),
    { seed: 20261123, numRuns: 500 },
  )
})
