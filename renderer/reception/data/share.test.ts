import { expect, test } from 'vitest'
import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import { consoleData } from '../../../test/fixtures/console-rows.ts'
import { shareData } from './share.ts'

const lockouts = (...rows: [string, number][]): ReceptionData =>
  consoleData({ lockout: rows.map(([id, until]) => ({ id, email: `${id}@example.com`, until })) })

test('a row that says the same keeps its object, a changed one does not', () => {
  const before = lockouts(['a', 1], ['b', 2])
  const after = shareData(before, lockouts(['a', 1], ['b', 3]))
  expect(after.lockout[0]).toBe(before.lockout[0])
  expect(after.lockout[1]).toEqual({ id: 'b', email: 'b@example.com', until: 3 })
})

test('a kind in which nothing changed keeps its list', () => {
  const before = lockouts(['a', 1])
  expect(shareData(before, lockouts(['a', 1])).lockout).toBe(before.lockout)
})

test('a row that is gone or moved makes a new list', () => {
  const before = lockouts(['a', 1], ['b', 2])
  expect(shareData(before, lockouts(['b', 2])).lockout).toEqual([before.lockout[1]])
  expect(shareData(before, lockouts(['b', 2], ['a', 1])).lockout.map((row) => row.id)).toEqual(['b', 'a'])
})

test('the first data is taken as it is', () => {
  const first = lockouts(['a', 1])
  expect(shareData(null, first)).toBe(first)
})
