import { expect, it } from 'vitest'
import { tintOf } from './tint.ts'

it('gives an item the same wall every time, and neighbours different ones', () => {
  expect(tintOf('room-7')).toBe(tintOf('room-7'))
  expect(new Set(Array.from({ length: 12 }, (_, i) => tintOf(`room-${i.toString()}`))).size).toBe(4)
})
