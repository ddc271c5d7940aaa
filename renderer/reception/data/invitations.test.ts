import { expect, test } from 'vitest'
import { isOpen, listInvitations } from './invitations.ts'
import type { InvitationRow, MailRow } from './rows.ts'

const invitation = (id: string, changes: Partial<InvitationRow> = {}): InvitationRow => ({
  id,
  account: `account-${id}`,
  name: 'Ada',
  email: `${id}@example.com`,
  plan: 'Full time',
  state: 'sent',
  sentAt: 1,
  remindedAt: null,
  activatedAt: null,
  mail: `mail-${id}`,
  ...changes,
})
const mail = (id: string, status: MailRow['status']): MailRow => ({
  id: `mail-${id}`,
  at: 1,
  to: `${id}@example.com`,
  kind: 'invitation',
  status,
  detail: '',
})

test('trouble first, then what waits, then who came; each newest first', () => {
  const rows = [
    invitation('e', { state: 'activated', activatedAt: 9 }),
    invitation('c', { sentAt: 3 }),
    invitation('b', { sentAt: 4 }),
    invitation('a'),
    invitation('d', { sentAt: 2 }),
  ]
  const mails = [mail('a', 'refused'), mail('b', 'accepted'), mail('c', 'queued'), mail('e', 'refused')]
  const listed = listInvitations(rows, mails, [])
  expect(listed.map(({ row, word }) => `${row.id} ${word}`)).toEqual([
    'a refused',
    'b waiting',
    'c queued',
    'd waiting',
    'e activated',
  ])
  expect(listed.filter(isOpen)).toHaveLength(4)
})

test('a mail that is known no more is no trouble', () => {
  const [listed] = listInvitations([invitation('a')], [], [])
  expect([listed?.mail, listed?.word]).toEqual([null, 'waiting'])
})

test('the search looks at person and plan', () => {
  const rows = [invitation('a'), invitation('b', { name: 'Ben', plan: '' })]
  expect(listInvitations(rows, [], ['full']).map(({ row }) => row.id)).toEqual(['a'])
})
