import { expect, test } from 'vitest'
import { consoleData } from '../../../test/fixtures/console-rows.ts'
import { personOf } from './person.ts'

const order = (id: string, account: string, at: number) => ({
  id,
  account,
  name: account === 'a' ? 'Ada' : 'Ben',
  email: `${account}@example.com`,
  what: 'Single day',
  price: { amount: 2500, currency: 'EUR' },
  state: 'due' as const,
  at,
})

test('gathers what concerns one account, mails and lockouts by its address', () => {
  const person = personOf(
    consoleData({
      order: [order('o1', 'a', 1), order('o2', 'b', 2), order('o3', 'a', 3)],
      mail: [{ id: 'm', at: 1, to: 'A@example.com', kind: 'code', status: 'accepted', detail: '' }],
      lockout: [{ id: 'l', email: 'b@example.com', until: 9 }],
    }),
    'a',
  )
  expect(person?.name).toBe('Ada')
  expect(person?.orders.map(({ id }) => id)).toEqual(['o3', 'o1'])
  expect(person?.mails).toHaveLength(1)
  expect(person?.lockouts).toEqual([])
})

test('nobody is known by an account without rows', () => {
  expect(personOf(consoleData(), 'a')).toBeNull()
})

test('somebody who was only invited is known (R4.1)', () => {
  const invitation = {
    id: 'i',
    account: 'c',
    name: 'Cleo',
    email: 'cleo@example.com',
    plan: 'Full time',
    state: 'sent' as const,
    sentAt: 1,
    remindedAt: null,
    activatedAt: null,
    mail: 'm',
  }
  const again = { ...invitation, id: 'i2', sentAt: 2 }
  const person = personOf(consoleData({ invitation: [invitation, again] }), 'c')
  expect([person?.name, person?.invitation?.id]).toEqual(['Cleo', 'i2'])
})
