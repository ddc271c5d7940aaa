import { expect, test } from 'vitest'
import { countNewer, lastDoorEvents, newestActivity, toneOf } from './activity.ts'
import type { ActivityRow } from './rows.ts'

const row = (id: string, at: number, what: ActivityRow['what'] = 'booked', subject = ''): ActivityRow => ({
  id,
  at,
  what,
  who: 'Ada',
  subject,
  detail: '',
})
const ids = (rows: ActivityRow[]): string => rows.map(({ id }) => id).join('')

test('newest first, ids settle the same moment, the search narrows', () => {
  expect(ids(newestActivity([row('a', 1), row('c', 2), row('b', 2)], []))).toBe('cba')
  expect(ids(newestActivity([row('a', 1, 'booked', 'A1'), row('b', 2)], ['a1']))).toBe('a')
})

test('what rows came above the one that was on top', () => {
  const rows = [row('c', 3), row('b', 2), row('a', 1)]
  expect([
    countNewer(rows, 'a'),
    countNewer(rows, 'c'),
    countNewer(rows, 'gone'),
    countNewer(rows, undefined),
  ]).toEqual([2, 0, 0, 0])
})

test('the last event of each door', () => {
  const rows = [
    row('d', 4, 'checked-in', 'A1'),
    row('c', 3, 'door-forced', 'Front'),
    row('b', 2, 'door-opened', 'Front'),
    row('a', 1, 'door-opened', 'Studio'),
  ]
  expect([...lastDoorEvents(rows)].map(([door, { id }]) => door + id)).toEqual(['Frontc', 'Studioa'])
})

test('a question waits, an activated invitation is good, a code told by mouth is no alarm', () => {
  expect([toneOf('asked'), toneOf('activated'), toneOf('code-issued')]).toEqual(['wait', 'good', 'quiet'])
})

test('a forced door is loud, a booking is not', () => {
  expect([toneOf('door-forced'), toneOf('conflict'), toneOf('checked-in'), toneOf('booked')]).toEqual([
    'bad',
    'wait',
    'good',
    'quiet',
  ])
})
