import { expect, it } from 'vitest'
import { upcomingOf } from './upcoming.ts'

const hour = 3_600_000
const dayOf = (at: number): string => `2026-11-${String(23 + Math.floor(at / (24 * hour))).padStart(2, '0')}`

it('puts everything that comes up in one line, desks before the hours of their day', () => {
  const all = upcomingOf(
    {
      bookings: [
        { id: 'b2', deskLabel: 'B2', date: '2026-11-24' },
        { id: 'b1', deskLabel: 'A1', date: '2026-11-23' },
      ],
      reservations: [
        { id: 'r1', name: 'Kitchen table', from: 33 * hour, until: 34 * hour, mayCancel: true },
        { id: 'r2', name: 'Phone box', from: 9 * hour, until: 10 * hour, mayCancel: false },
      ],
      eventPlaces: [{ id: 'e1', name: 'Breakfast', from: 32 * hour, until: 33 * hour, mayCancel: true }],
    },
    dayOf,
  )
  expect(all.map(({ id }) => id)).toEqual(['b1', 'r2', 'b2', 'e1', 'r1'])
  expect(all.map(({ mayCancel }) => mayCancel)).toEqual([false, false, false, true, true])
})
