import { expect, test } from 'vitest'
import type { Need } from './attention.ts'
import { withHeld } from './held.ts'

const lockout = (id: string): Need => ({
  kind: 'lockout',
  id,
  row: { id, email: `${id}@example.com`, until: 1 },
})
const [a, b, c] = [lockout('a'), lockout('b'), lockout('c')]
const ids = (needs: Need[]): string => needs.map(({ id }) => id).join('')

test('what the data has no more stays where it stood', () => {
  expect(ids(withHeld([a, c], [{ need: b, place: 1 }]))).toBe('abc')
  expect(ids(withHeld([], [{ need: b, place: 4 }]))).toBe('b')
})

test('what is still open is not shown twice', () => {
  expect(ids(withHeld([a, b], [{ need: b, place: 1 }]))).toBe('ab')
})

test('several keep their order', () => {
  const held = [
    { need: c, place: 2 },
    { need: a, place: 0 },
  ]
  expect(ids(withHeld([b], held))).toBe('abc')
})
