import { expect, it } from 'vitest'
import { covers, isIncluded } from './coverage.ts'
import { aPerson, aSubscription } from './facts.fixture.ts'

const own = { id: 'x1', item: 'd9', itemName: 'Desk 9', startsOn: '2026-11-10', endsOn: '2026-11-20' }

it('covers the first and the last day (R4.3)', () => {
  const dates = ['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21']
  expect(dates.map((date) => covers(own, date))).toEqual([false, true, true, false])
  expect(covers({ ...own, endsOn: null }, '2099-01-01')).toBe(true)
})

it('includes days of a continuous plan and of an own desk, not of a plan of passes (R5.3)', () => {
  const passes = {
    id: 'p',
    name: 'Ten days',
    kind: 'passes',
    hours: null,
    minutes: 0,
    resources: [] as string[],
  } as const
  expect(isIncluded(aPerson({ subscriptions: [aSubscription()] }), '2026-11-23')).toBe(true)
  expect(isIncluded(aPerson({ assignments: [own] }), '2026-11-15')).toBe(true)
  expect(isIncluded(aPerson({ subscriptions: [aSubscription({ plan: passes })] }), '2026-11-23')).toBe(false)
  expect(isIncluded(aPerson(), '2026-11-23')).toBe(false)
})

it('does not include what staff took away (R8.2)', () => {
  const facts = { subscriptions: [aSubscription()], assignments: [own] }
  const revoked = (...grants: string[]) =>
    aPerson({ ...facts, revocations: grants.map((grant) => ({ grant, at: 0 })) })
  expect(isIncluded(revoked('subscription:s1'), '2026-11-15')).toBe(true)
  expect(isIncluded(revoked('subscription:s1'), '2026-11-25')).toBe(false)
  expect(isIncluded(revoked('subscription:s1', 'assignment:x1'), '2026-11-15')).toBe(false)
})
