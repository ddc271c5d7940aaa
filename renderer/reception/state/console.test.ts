import { expect, test } from 'vitest'
import type { ReceptionView } from '../../../shared/contract/reception-view.ts'
import { type ConsoleState, follow, personInPanel } from './console.ts'

const open: ReceptionView['lock'] = { state: 'open', staff: 'Robin', lockAt: 99 }
const view = (changes: Partial<ReceptionView> = {}): ReceptionView => ({
  link: 'online',
  language: 'en',
  location: null,
  lock: open,
  data: null,
  device: 'd',
  ...changes,
})
const before: ConsoleState = {
  view: view(),
  health: { state: 'up', helpPhone: '' },
  now: 1,
  awaySince: null,
  query: 'ada',
  panel: { kind: 'person', account: 'a' },
  drafts: { invite: null, answers: { r: 'Upstairs' } },
}

test('an open console keeps what was searched and who was looked at', () => {
  const after = { ...before, ...follow(before, view(), 2) }
  expect([after.query, personInPanel(after), after.now]).toEqual(['ada', 'a', 2])
})

test('a locked one forgets both, and what was begun', () => {
  const after = follow(before, view({ lock: { state: 'locked', staff: [], why: 'idle' } }), 2)
  expect([after.query, after.panel, after.drafts]).toEqual(['', null, { invite: null, answers: {} }])
})

test('the hub is away since the first view that said so', () => {
  const lost = { ...before, ...follow(before, view({ link: 'connecting' }), 5) }
  expect(lost.awaySince).toBe(5)
  const still = { ...lost, ...follow(lost, view({ link: 'offline' }), 9) }
  expect(still.awaySince).toBe(5)
  expect(follow(still, view(), 12).awaySince).toBeNull()
})

test('the same view changes nothing', () => {
  expect(follow(before, before.view, 7)).toEqual({})
})
