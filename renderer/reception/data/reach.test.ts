import { expect, test } from 'vitest'
import { reachOf, stillAtDoors } from './reach.ts'
import type { GrantRow } from './rows.ts'

type State = GrantRow['held'][string]['state']
const grant = (state: State | null): GrantRow => ({
  id: 'g',
  account: 'a',
  name: '',
  email: '',
  doors: ['front'],
  from: 0,
  until: null,
  hours: null,
  cause: { kind: 'staff', label: 'Robin' },
  revoked: null,
  held: state === null ? {} : { front: { state, at: 0 } },
})

test.each([
  ['held', 'at-door', 'leaving'],
  ['pending', 'not-yet', 'leaving'],
  ['failed', 'failed', 'failed'],
  ['gone', 'not-yet', 'off-door'],
  [null, 'not-yet', 'off-door'],
] as const)('%s is %s while it counts and %s when it is over', (state, wanted, over) => {
  expect(reachOf(grant(state), 'front', false)).toBe(wanted)
  expect(reachOf(grant(state), 'front', true)).toBe(over)
})

test('a door that has not said that it let go still counts', () => {
  expect(stillAtDoors(grant('pending'))).toEqual(['front'])
  expect(stillAtDoors(grant('gone'))).toEqual([])
})
