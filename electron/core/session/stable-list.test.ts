import { expect, it } from 'vitest'
import { createStableList } from './stable-list.ts'

interface Shown {
  name: string
  size: number
}

it('gives what has not changed as the same objects, and the same list if nothing has', () => {
  const shown = createStableList<string, Shown>()
  const sizes = new Map([
    ['a', 1],
    ['b', 2],
  ])
  const look = (names: readonly string[]) =>
    shown(names, (name, before) => {
      const size = sizes.get(name) ?? 0
      return before?.size === size ? before : { name, size }
    })
  const names = ['a', 'b']
  const first = look(names)
  expect(first).toEqual([
    { name: 'a', size: 1 },
    { name: 'b', size: 2 },
  ])
  expect(look(names)).toBe(first)

  sizes.set('b', 3)
  const second = look(names)
  expect(second).toEqual([
    { name: 'a', size: 1 },
    { name: 'b', size: 3 },
  ])
  expect(second[0]).toBe(first[0])
  expect(first[1]).toEqual({ name: 'b', size: 2 })
  expect(look(names)).toBe(second)

  // Another list is made anew: what stood at a place before may be something else now.
  sizes.set('b', 1)
  expect(look(['b', 'a'])).toEqual([
    { name: 'b', size: 1 },
    { name: 'a', size: 1 },
  ])
  expect(look([])).toEqual([])
})
