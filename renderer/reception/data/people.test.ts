import { describe, expect, test } from 'vitest'
import { consoleData, consoleRow } from '../../../test/fixtures/console-rows.ts'
import { hereNow, initials, peopleOf } from './people.ts'
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

describe('the initials of a person (R10.3)', () => {
  test('first and last word of the name', () => {
    expect(initials('Mara Lind')).toBe('ML')
    expect(initials('Juan Pablo de la Cruz')).toBe('JC')
    expect(initials('émile')).toBe('É')
  })

  test('without a name, the email says it', () => {
    expect(initials('', 'ada.lovelace@example.com')).toBe('AL')
    expect(initials(' ', '')).toBe('')
  })

  test('a letter outside the basic plane stays whole', () => {
    expect(initials('𝒜da')).toBe('𝒜')
  })
})

test('everybody once, by name, with the name that some row knows', () => {
  const order = (account: string, name: string) =>
    consoleRow('order', { id: account, account, name, email: `${account}@example.com` })
  const data = consoleData({
    order: [order('b', 'Ben'), order('a', 'Ada'), order('c', '')],
    request: [consoleRow('request', { account: 'c', name: 'Abel', email: 'c@example.com' })],
  })
  expect(peopleOf(data).map(({ name }) => name)).toEqual(['Abel', 'Ada', 'Ben'])
})
