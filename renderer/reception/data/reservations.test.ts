import { expect, test } from 'vitest'
import { reservedWithin } from './reservations.ts'
import type { ReservationRow } from './rows.ts'

const row = (id: string, from: number, until: number, itemName = 'Studio'): ReservationRow => ({
  id,
  account: 'a',
  name: 'Ada',
  email: 'ada@example.com',
  item: 'room',
  itemName,
  from,
  until,
})
const day = { from: 100, until: 200 }
const ids = (rows: ReservationRow[], now: number, words: string[] = []): string =>
  reservedWithin(rows, day, now, words)
    .map(({ id }) => id)
    .join('')

test('today only, and not what is over; an end is not part of it', () => {
  const rows = [row('d', 190, 210), row('e', 200, 220), row('a', 90, 130), row('b', 110, 120)]
  expect(ids(rows, 100)).toBe('abd')
  expect(ids(rows, 120)).toBe('ad')
  expect(ids(rows, 130)).toBe('d')
})

test('by beginning, then by room; the search narrows', () => {
  const rows = [row('c', 150, 160), row('b', 140, 160, 'Studio'), row('a', 140, 160, 'Library')]
  expect(ids(rows, 100)).toBe('abc')
  expect(ids(rows, 100, ['library'])).toBe('a')
})
