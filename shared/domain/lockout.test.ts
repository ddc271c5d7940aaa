import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minute } from './facts.fixture.ts'
import { type Lockout, lockoutOf } from './lockout.ts'

function at(...minutes: number[]): number[] {
  return minutes.map((m) => m * minute)
}

/** The rule told another way: a clock that ticks, one tick at a time, with the ages of the wrong codes that count. */
function simulate(failures: readonly number[], now: number, ticksPerWindow: number): Lockout {
  let ages: number[] = []
  let lockedFor = 0
  for (let tick = 0; tick <= now; tick++) {
    if (tick > 0) {
      ages = ages.map((age) => age + 1).filter((age) => age < ticksPerWindow)
      lockedFor = Math.max(0, lockedFor - 1)
    }
    for (const failure of failures) {
      if (failure !== tick || lockedFor > 0) continue
      ages.push(0)
      if (ages.length === 5) {
        lockedFor = ticksPerWindow - Math.max(...ages)
        ages = []
      }
    }
  }
  return lockedFor > 0 ? { locked: true, until: now + lockedFor } : { locked: false, left: 5 - ages.length }
}

describe('5 wrong codes within 20 minutes (R2.3)', () => {
  it('locks for 1 minute more after 0, 1, 2, 3 and 19 minutes', () => {
    const [now = 0] = at(19)
    expect(lockoutOf(at(0, 1, 2, 3, 19), now)).toEqual({ locked: true, until: 20 * minute })
  })

  it('is locked until the last millisecond and starts afresh after it', () => {
    const failures = at(0, 1, 2, 3, 19)
    expect(lockoutOf(failures, 20 * minute - 1)).toEqual({ locked: true, until: 20 * minute })
    // The four at 1, 2, 3 and 19 minutes are used up by the lock.
    expect(lockoutOf(failures, 20 * minute)).toEqual({ locked: false, left: 5 })
    expect(lockoutOf([...failures, 20 * minute], 20 * minute)).toEqual({ locked: false, left: 4 })
  })

  it('does not lock when the first is exactly 20 minutes old', () => {
    expect(lockoutOf(at(0, 1, 2, 3, 20), 20 * minute)).toEqual({ locked: false, left: 1 })
    expect(lockoutOf([0, ...at(1, 2, 3), 20 * minute - 1], 20 * minute - 1)).toEqual({
      locked: true,
      until: 20 * minute,
    })
  })

  it('counts down the codes that are left, and up again as they age', () => {
    expect(lockoutOf([], 0)).toEqual({ locked: false, left: 5 })
    expect(lockoutOf(at(0), 0)).toEqual({ locked: false, left: 4 })
    expect(lockoutOf(at(0, 1, 2, 3), 3 * minute)).toEqual({ locked: false, left: 1 })
    expect(lockoutOf(at(0, 1, 2, 3), 21 * minute)).toEqual({ locked: false, left: 3 })
    expect(lockoutOf(at(0, 1, 2, 3), 60 * minute)).toEqual({ locked: false, left: 5 })
  })

  it('ignores wrong codes while it is locked', () => {
    const failures = at(0, 0, 0, 0, 0, 5, 6, 7, 8, 9, 19)
    expect(lockoutOf(failures, 19 * minute)).toEqual({ locked: true, until: 20 * minute })
    expect(lockoutOf(failures, 20 * minute)).toEqual({ locked: false, left: 5 })
  })

  it('locks again after a lock', () => {
    expect(lockoutOf(at(0, 0, 0, 0, 0, 20, 20, 20, 20, 30), 30 * minute)).toEqual({
      locked: true,
      until: 40 * minute,
    })
  })

  it('gives no further guesses away to a clock that was set back', () => {
    expect(lockoutOf(at(10, 10, 10, 10), 9 * minute)).toEqual({ locked: false, left: 1 })
    expect(lockoutOf(at(10, 10, 10, 10, 10), 9 * minute)).toEqual({ locked: true, until: 30 * minute })
  })
})

describe('against a simulation (R2.3)', () => {
  const attempts = (max: number) =>
    fc.array(fc.integer({ min: 0, max }), { maxLength: 30 }).map((times) => times.toSorted((a, b) => a - b))

  it('agrees minute by minute', () => {
    fc.assert(
      fc.property(attempts(90), fc.integer({ min: 0, max: 30 }), (times, later) => {
        const now = (times.at(-1) ?? 0) + later
        const expected = simulate(times, now, 20)
        expect(lockoutOf(at(...times), now * minute)).toEqual(
          expected.locked ? { ...expected, until: expected.until * minute } : expected,
        )
      }),
      { seed: 20261123, numRuns: 2000 },
    )
  })

  it('agrees to the millisecond around the edges of the window', () => {
    // Times cluster around multiples of 20 minutes, give or take 2 ms; the model ticks once per distinct offset.
    const edge = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4 }))
      .map(([windows, ms]) => ({ real: windows * 20 * minute + ms, model: windows * 1000 + ms }))
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 20 }), edge, (times, last) => {
        const sorted = times.toSorted((a, b) => a.real - b.real).filter(({ real }) => real <= last.real)
        const real = lockoutOf(
          sorted.map((t) => t.real),
          last.real,
        )
        const model = simulate(
          sorted.map((t) => t.model),
          last.model,
          1000,
        )
        expect(real.locked).toBe(model.locked)
        if (real.locked && model.locked) expect(real.until % (20 * minute)).toBe(model.until % 1000)
        else expect(real).toEqual(model)
      }),
      { seed: 20261123, numRuns: 1000 },
    )
  })

  it('never lets more than 5 wrong codes through in any 20 minutes but by way of a lock', () => {
    fc.assert(
      fc.property(attempts(120), (times) => {
        const guessed: number[] = []
        for (const time of times) if (!lockoutOf(at(...guessed), time * minute).locked) guessed.push(time)
        // Two locks touch at most: 5 guesses before the first ends, 5 after.
        for (const start of guessed)
          expect(guessed.filter((time) => time >= start && time < start + 20).length).toBeLessThanOrEqual(9)
      }),
      { seed: 20261123, numRuns: 500 },
    )
  })
})
