import { expect, test } from 'vitest'
import { lastDayOf, offersOf, planWord } from './plans.ts'
import type { OfferRow, SubscriptionRow } from './rows.ts'

const today = '2026-11-24'
const plan = (startsOn: string, endsOn: string | null = null): SubscriptionRow => ({
  id: 's',
  account: 'a',
  name: 'Ada',
  email: 'ada@example.com',
  plan: 'full-time',
  planName: 'Full time',
  startsOn,
  endsOn,
  renewsOn: null,
})

test('a plan is to come, runs, or ends', () => {
  expect([
    planWord(plan('2026-11-25'), today),
    planWord(plan(today), today),
    planWord(plan('2026-11-01', '2026-11-30'), today),
  ]).toEqual(['coming', 'running', 'ending'])
})

test('one that runs may end today, one to come is taken back by the day before it', () => {
  expect(lastDayOf(plan('2026-11-01'), today)).toBe(today)
  expect(lastDayOf(plan('2026-12-01'), today)).toBe('2026-11-30')
})

test('offers of the kinds asked for, in the order of the house, labels as people count', () => {
  const offer = (id: string, kind: OfferRow['kind'], order: number): OfferRow => ({
    id,
    kind,
    order,
    name: id,
  })
  const rows = [
    offer('A10', 'desk', 1),
    offer('Loft', 'office', 0),
    offer('A2', 'desk', 1),
    offer('P', 'plan', 0),
  ]
  expect(offersOf(rows, 'desk', 'office').map(({ id }) => id)).toEqual(['A2', 'A10', 'Loft'])
})
