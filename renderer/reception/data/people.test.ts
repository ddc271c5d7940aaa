import { expect, test } from 'vitest'
import { hereNow } from './people.ts'
import type { PresenceRow } from './rows.ts'

const row = (id: string, name: string, from: number, until: number): PresenceRow => ({
  id,
  account: `account-${id}`,
  name,
  email: `${id}@example.com`,
  item: 'desk',
  desk: 'A1',
  date: '2026-11-24',
  from,
  until,
})
const ids = (rows: PresenceRow[]): string => rows.map(({ id }) => id).join('')

test('who came and has not left is here; the end is not part of it', () => {
  const rows = [row('a', 'Past', 0, 10), row('b', 'Now', 10, 20), row('c', 'Later', 11, 20)]
  expect(ids(hereNow(rows, 10, []))).toBe('b')
})

test('by name as people read it, an email where there is no name', () => {
  const rows = [row('m', '', 0, 9), row('z', 'Zoë', 0, 9), row('e', 'Émile', 0, 9), row('f', 'Felix', 0, 9)]
  expect(ids(hereNow(rows, 1, []))).toBe('efmz')
})

test('the search looks at name, email and desk', () => {
  const rows = [row('a', 'Ada', 0, 9), row('b', 'Ben', 0, 9)]
  expect(ids(hereNow(rows, 1, ['ben']))).toBe('b')
  expect(ids(hereNow(rows, 1, ['a1']))).toBe('ab')
})
