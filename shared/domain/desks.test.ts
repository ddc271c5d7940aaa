import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isFree, nearestFree } from './desks.ts'
import { aDesk } from './facts.fixture.ts'

function held(item: string, from: number, until: number) {
  return { booking: `${item}-${from}`, item, from, until }
}

it('is free up to the moment another holds it and again from the moment it does not (I1)', () => {
  const occupancies = [held('a1', 10, 20), held('b1', 0, 100)]
  expect(isFree('a1', 0, 10, occupancies)).toBe(true)
  expect(isFree('a1', 20, 30, occupancies)).toBe(true)
  expect(isFree('a1', 0, 11, occupancies)).toBe(false)
  expect(isFree('a1', 19, 30, occupancies)).toBe(false)
  expect(isFree('a1', 12, 13, occupancies)).toBe(false)
})

it('is not held by a booking that ended before it began (R5.5)', () => {
  expect(isFree('a1', 0, 30, [held('a1', 10, 10), held('a1', 10, 5)])).toBe(true)
})

it('says free exactly when no moment is held twice (I1)', () => {
  const moment = fc.integer({ min: 0, max: 20 })
  const occupancy = fc.tuple(moment, moment).map(([from, until]) => held('a1', from, until))
  fc.assert(
    fc.property(fc.array(occupancy, { maxLength: 5 }), moment, moment, (occupancies, from, length) => {
      const until = from + 1 + length
      let doubly = false
      for (let t = from; t < until; t++)
        if (occupancies.some((o) => o.from <= t && t < o.until)) doubly = true
      expect(isFree('a1', from, until, occupancies)).toBe(!doubly)
    }),
    { seed: 20261123, numRuns: 500 },
  )
})

it('finds the nearest free desk, ties by label (R9.4)', () => {
  const wanted = aDesk('a1', 0, 0)
  const desks = [wanted, aDesk('c1', 3, 4), aDesk('b2', 0, 2), aDesk('b1', 2, 0), aDesk('own', 1, 0, false)]
  const near = (...taken: string[]) =>
    nearestFree(
      wanted,
      desks,
      0,
      10,
      taken.map((id) => held(id, 0, 10)),
    )?.id ?? null
  expect(near()).toBe('a1')
  expect(near('a1')).toBe('b1')
  expect(near('a1', 'b1')).toBe('b2')
  expect(near('a1', 'b1', 'b2')).toBe('c1')
  expect(near('a1', 'b1', 'b2', 'c1')).toBeNull()
})
