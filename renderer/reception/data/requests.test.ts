import { expect, test } from 'vitest'
import { listRequests, openRequests } from './requests.ts'
import type { RequestRow } from './rows.ts'

const asked = (id: string, at: number, answeredAt?: number): RequestRow => ({
  id,
  account: 'a',
  name: 'Ada',
  email: 'ada@example.com',
  about: 'Support',
  text: `Where is ${id}?`,
  at,
  answer: answeredAt === undefined ? null : { text: 'Upstairs', at: answeredAt, by: 'Robin' },
})
const ids = (rows: RequestRow[]): string => rows.map(({ id }) => id).join('')

test('whoever waits longest is first, then what was answered last', () => {
  const rows = [asked('d', 1, 5), asked('a', 3), asked('c', 2, 9), asked('b', 4)]
  expect(ids(listRequests(rows, []))).toBe('abcd')
  expect(ids(openRequests(rows))).toBe('ab')
})

test('the search looks at question and answer', () => {
  const rows = [asked('a', 1), asked('b', 2, 3)]
  expect(ids(listRequests(rows, ['upstairs']))).toBe('b')
  expect(ids(listRequests(rows, ['where']))).toBe('ab')
})
