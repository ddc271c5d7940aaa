import { describe, expect, test } from 'vitest'
import { type AttentionItem, attentionItems, revokePatience, withHeld } from './attention.ts'
import type { GrantRow, InvitationRow, MailRow, OrderRow, RequestRow } from './rows.ts'

const now = Date.parse('2026-11-24T10:00:00Z')
const day = 24 * 60 * 60_000
const nothing = {
  grant: [],
  conflict: [],
  lockout: [],
  mail: [],
  order: [],
  request: [],
  invitation: [],
}
const ids = (data: Partial<Parameters<typeof attentionItems>[0]>, words: string[] = []): string[] =>
  attentionItems({ ...nothing, ...data }, now, words).map(({ id }) => id)

const mail = (id: string, status: MailRow['status'], at: number, to = 'ada@example.com'): MailRow => ({
  id,
  status,
  at,
  to,
  kind: 'code',
  detail: '',
})
const order = (id: string, state: OrderRow['state']): OrderRow => ({
  id,
  state,
  account: 'a',
  name: 'Ada',
  email: 'ada@example.com',
  what: 'Single day',
  price: { amount: 2500, currency: 'EUR' },
  at: now,
})
const revoked = (at: number, state: 'held' | 'gone'): GrantRow => ({
  id: 'g',
  account: 'a',
  name: 'Ada',
  email: 'ada@example.com',
  doors: ['front'],
  from: 0,
  until: null,
  hours: null,
  cause: { kind: 'staff', label: 'Robin' },
  revoked: { at, by: 'Robin', reason: '' },
  held: { front: { state, at } },
})

test('nothing to do is an empty list', () => {
  expect(ids({})).toEqual([])
})

test('a refused mail counts until a later one to the same address got through', () => {
  expect(ids({ mail: [mail('m1', 'refused', now - 2)] })).toEqual(['mail:m1'])
  expect(ids({ mail: [mail('m1', 'refused', now - 2), mail('m2', 'accepted', now - 1)] })).toEqual([])
  expect(ids({ mail: [mail('m2', 'refused', now - 1), mail('m1', 'accepted', now - 2)] })).toEqual([
    'mail:m2',
  ])
})

test('yesterday’s refusals are no news', () => {
  expect(ids({ mail: [mail('m1', 'failed', now - day)] })).toEqual([])
})

test('only orders that are due, only lockouts that last', () => {
  const orders = (['due', 'paid', 'free', 'cancelled'] as const).map((state, i) => order(`o${i + 1}`, state))
  expect(ids({ order: orders })).toEqual(['order:o1'])
  const lockout = [
    { id: 'l1', email: 'a@example.com', until: now + 1 },
    { id: 'l2', email: 'b@example.com', until: now },
  ]
  expect(ids({ lockout })).toEqual(['lockout:l1'])
})

test('a revoked grant that a door still holds counts after five minutes', () => {
  expect(ids({ grant: [revoked(now - revokePatience + 1, 'held')] })).toEqual([])
  expect(ids({ grant: [revoked(now - revokePatience, 'held')] })).toEqual(['revoke:g'])
  expect(ids({ grant: [revoked(now - revokePatience, 'gone')] })).toEqual([])
})

test('what may let somebody in comes before what costs money; the search narrows it', () => {
  const data = { order: [order('o1', 'due')], grant: [revoked(now - day, 'held')] }
  expect(ids(data)).toEqual(['revoke:g', 'order:o1'])
  expect(ids(data, ['single'])).toEqual(['order:o1'])
})

test('a refused invitation can be sent again while it waits (R4.2)', () => {
  const invitation: InvitationRow = {
    id: 'i',
    account: 'a',
    name: 'Ada',
    email: 'ada@example.com',
    plan: '',
    state: 'sent',
    sentAt: now,
    remindedAt: null,
    activatedAt: null,
    mail: 'm1',
  }
  const found = (row: InvitationRow): unknown =>
    attentionItems({ ...nothing, mail: [mail('m1', 'refused', now)], invitation: [row] }, now, [])
  expect(found(invitation)).toMatchObject([{ kind: 'mail', invitation: { id: 'i' } }])
  expect(found({ ...invitation, state: 'activated' })).toMatchObject([{ kind: 'mail', invitation: null }])
})

test('questions wait until they are answered, whoever asked first is first', () => {
  const asked = (id: string, at: number, answer: RequestRow['answer'] = null): RequestRow => ({
    id,
    account: 'a',
    name: 'Ada',
    email: 'ada@example.com',
    about: 'Printer',
    text: 'Is there paper?',
    at,
    answer,
  })
  const request = [asked('r2', 2), asked('r1', 1), asked('r0', 0, { text: 'Yes', at: 3, by: 'Robin' })]
  expect(ids({ request })).toEqual(['request:r1', 'request:r2'])
  expect(ids({ request }, ['paper'])).toHaveLength(2)
  expect(ids({ request, order: [order('o1', 'due')] }).at(-1)).toBe('order:o1')
})

describe('what is being settled', () => {
  const lockedOut = (id: string): AttentionItem => ({
    kind: 'lockout',
    id,
    row: { id, email: `${id}@example.com`, until: 1 },
  })
  const [a, b, c] = [lockedOut('a'), lockedOut('b'), lockedOut('c')]
  const idsOf = (items: AttentionItem[]): string => items.map(({ id }) => id).join('')

  test('what the data has no more stays where it stood', () => {
    expect(idsOf(withHeld([a, c], [{ item: b, place: 1 }]))).toBe('abc')
    expect(idsOf(withHeld([], [{ item: b, place: 4 }]))).toBe('b')
  })

  test('what is still open is not shown twice', () => {
    expect(idsOf(withHeld([a, b], [{ item: b, place: 1 }]))).toBe('ab')
  })

  test('several keep their order', () => {
    const held = [
      { item: c, place: 2 },
      { item: a, place: 0 },
    ]
    expect(idsOf(withHeld([b], held))).toBe('abc')
  })
})
