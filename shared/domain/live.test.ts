import { expect, it } from 'vitest'
import { liveBooking } from './live.ts'

function booking(id: string, from: number, until: number, cancelled = false) {
  return { id, item: 'a1', date: '2026-11-23', from, until, cancelled }
}

it('is live until it ends, unless cancelled (R5.4, R5.5)', () => {
  const one = [booking('b', 10, 20)]
  expect(liveBooking(one, '2026-11-23', 0)?.id).toBe('b')
  expect(liveBooking(one, '2026-11-23', 19)?.id).toBe('b')
  expect(liveBooking(one, '2026-11-23', 20)).toBeNull()
  expect(liveBooking(one, '2026-11-24', 10)).toBeNull()
  expect(liveBooking([booking('b', 10, 20, true)], '2026-11-23', 10)).toBeNull()
})

it('is not live when it was checked out before it began (R5.5)', () => {
  expect(liveBooking([booking('b', 10, 5)], '2026-11-23', 0)).toBeNull()
})

it('is the one that lasts longest of several (R9.4)', () => {
  const several = [booking('c', 10, 20), booking('b', 10, 20), booking('a', 5, 15)]
  expect(liveBooking(several, '2026-11-23', 0)?.id).toBe('b')
})
