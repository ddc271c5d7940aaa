import { expect, it } from 'vitest'
import { itemOf, sampleItems } from '../../../test/fixtures/items.ts'
import { availabilityOf, toneOf } from './availability.ts'

const room = sampleItems.kitchen
const event = (places: number | null, taken: number, until = 20) =>
  itemOf({ kind: 'event', event: { from: 10, until, where: '', places, taken } })

it('says when a room is free, as far as it is known', () => {
  expect(availabilityOf(room, { [room.id]: 5 }, 5)).toEqual({ kind: 'free-now' })
  expect(availabilityOf(room, { [room.id]: 9 }, 5)).toEqual({ kind: 'free-from', at: 9 })
  expect(availabilityOf(room, { [room.id]: null }, 5)).toEqual({ kind: 'not-today' })
  expect(availabilityOf(room, {}, 5)).toBeNull()
  expect(availabilityOf(room, undefined, 5)).toBeNull()
})

it('counts the places of an event until it is over', () => {
  expect(availabilityOf(event(24, 20), {}, 5)).toEqual({ kind: 'places', left: 4 })
  expect(availabilityOf(event(24, 25), {}, 5)).toEqual({ kind: 'places', left: 0 })
  expect(availabilityOf(event(null, 3), {}, 5)).toBeNull()
  expect(availabilityOf(event(24, 20), {}, 20)).toEqual({ kind: 'over' })
})

it('counts pieces when there are few', () => {
  expect(availabilityOf(itemOf({ kind: 'shop', stock: 3 }), {}, 0)).toEqual({ kind: 'stock', left: 3 })
  expect(availabilityOf(itemOf({ kind: 'shop', stock: 80 }), {}, 0)).toBeNull()
  expect(availabilityOf(itemOf({ kind: 'shop' }), {}, 0)).toBeNull()
})

it('never has good news about what cannot be had', () => {
  expect(toneOf({ kind: 'places', left: 0 })).toBe('no')
  expect(toneOf({ kind: 'stock', left: 1 })).toBe('yes')
  expect(toneOf({ kind: 'free-from', at: 1 })).toBe('later')
  expect(toneOf({ kind: 'over' })).toBe('no')
})
