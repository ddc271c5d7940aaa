import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Slot, tapSlot, within } from './time-range.ts'

const half = 30 * 60_000
const start = Date.parse('2026-11-23T08:00:00Z')
/** One letter per half hour: f free, t taken, y yours, o over. */
const states = { f: 'free', t: 'taken', y: 'yours', o: 'over' } as const
const slotsOf = (letters: string): Slot[] =>
  [...letters].map((letter, i) => ({
    from: start + i * half,
    until: start + (i + 1) * half,
    state: states[letter as keyof typeof states],
  }))
const from = (first: number, last: number) => ({
  from: start + first * half,
  until: start + (last + 1) * half,
})
const bounds = { min: 30, max: 120 }

function tap(letters: string, taps: number[], limits: Parameters<typeof tapSlot>[3] = bounds) {
  const slots = slotsOf(letters)
  return taps.reduce<ReturnType<typeof tapSlot>>(
    (picked, i) => tapSlot(slots, picked, slots[i]!, limits),
    null,
  )
}

describe('tapping times', () => {
  it('starts a time range', () => {
    expect(tap('ffff', [1])).toEqual(from(1, 1))
  })

  it('draws it out to the next tap, in both directions', () => {
    expect(tap('ffff', [1, 3])).toEqual(from(1, 3))
    expect(tap('ffff', [2, 0])).toEqual(from(0, 2))
  })

  it('starts anew beyond what is taken, what is one’s own, and what is too long', () => {
    expect(tap('ftff', [0, 2])).toEqual(from(2, 2))
    expect(tap('fyff', [0, 3])).toEqual(from(3, 3))
    expect(tap('ffffff', [0, 5])).toEqual(from(5, 5))
  })

  it('starts anew beyond a gap', () => {
    const [a, b] = slotsOf('ff')
    const late = { ...b!, from: b!.from + half, until: b!.until + half }
    expect(tapSlot([a!, late], { from: a!.from, until: a!.until }, late, bounds)).toEqual({
      from: late.from,
      until: late.until,
    })
  })

  it('leaves what is picked when something is tapped that is not free', () => {
    expect(tap('ffto', [0, 2])).toEqual(from(0, 0))
    expect(tap('ffto', [0, 3])).toEqual(from(0, 0))
  })

  it('takes it back by its first slot, or what lies behind another one', () => {
    expect(tap('ffff', [0, 3, 0])).toBeNull()
    expect(tap('ffff', [0, 3, 3])).toEqual(from(0, 2))
    expect(tap('ffff', [0, 3, 1])).toEqual(from(0, 1))
  })

  it('is never shorter than the shortest: it takes what follows, or what comes before', () => {
    const hour = { min: 60, max: 120 }
    expect(tap('ffff', [1], hour)).toEqual(from(1, 2))
    expect(tap('fffft', [3], hour)).toEqual(from(2, 3))
    expect(tap('ffff', [3], hour)).toEqual(from(2, 3))
    expect(tap('tft', [1], hour)).toBeNull()
    expect(tap('ffff', [0, 1], hour)).toBeNull()
  })

  it('picks whole days one by one', () => {
    expect(tap('f', [0], null)).toEqual(from(0, 0))
    expect(tap('f', [0, 0], null)).toBeNull()
  })

  it('only ever picks whole free slots within the bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('f', 'f', 'f', 't', 'y', 'o'), { minLength: 1, maxLength: 24 }),
        fc.array(fc.nat(23), { maxLength: 12 }),
        fc.constantFrom(30, 60, 90),
        (letters, taps, min) => {
          const slots = slotsOf(letters.join(''))
          const picked = tap(
            letters.join(''),
            taps.map((i) => i % letters.length),
            { min, max: 180 },
          )
          if (!picked) return
          const length = (picked.until - picked.from) / 60_000
          expect(length).toBeGreaterThanOrEqual(min)
          expect(length).toBeLessThanOrEqual(180)
          const inside = slots.filter((slot) => within(picked, slot))
          expect(inside.map(({ state }) => state)).toEqual(inside.map(() => 'free'))
          expect(inside.length * 30).toBe(length)
        },
      ),
      { seed: 3, numRuns: 500 },
    )
  })
})
