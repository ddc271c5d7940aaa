import { expect, test } from 'vitest'
import { commands } from '../../../shared/contract/commands.ts'
import { blankInvite, fieldOf, type InviteDraft, readInvite, stillOffered } from './invite.ts'

const today = '2026-11-24'
const draft = (changes: Partial<InviteDraft> = {}): InviteDraft => ({
  ...blankInvite('de', today),
  email: ' Mara@Example.com ',
  name: ' Mara Lind ',
  ...changes,
})

test('what is sent is what the contract takes (R4.1)', () => {
  const read = readInvite(draft({ company: ' Lind & Co ', resources: ['a1'], plan: 'full-time' }), today)
  expect(read).toEqual({
    ok: true,
    value: {
      email: 'Mara@Example.com',
      name: 'Mara Lind',
      company: 'Lind & Co',
      language: 'de',
      role: 'member',
      plan: 'full-time',
      resources: ['a1'],
      startsOn: today,
    },
  })
  expect(commands['staff.invite'].payload.safeParse(read.ok && read.value).success).toBe(true)
})

test('no plan is said as none', () => {
  const read = readInvite(draft(), today)
  expect(read.ok && read.value.plan).toBeNull()
})

test('every field that is wrong is named at once', () => {
  const read = readInvite(draft({ email: 'mara@', name: '  ', startsOn: '2026-11-23' }), today)
  expect(read).toEqual({
    ok: false,
    error: {
      email: { code: 'email-invalid' },
      name: { code: 'name-needed' },
      startsOn: { code: 'date-past' },
    },
  })
  const undated = readInvite(draft({ startsOn: '' }), today)
  expect(undated.ok ? null : undated.error.startsOn?.code).toBe('invalid-input')
})

test('a refusal of the hub finds its field', () => {
  expect([
    fieldOf({ code: 'already-member', params: { name: 'Mara' } }),
    fieldOf({ code: 'item-assigned', params: { item: 'A1' } }),
    fieldOf({ code: 'date-past' }),
    fieldOf({ code: 'hub-unreachable' }),
  ]).toEqual(['email', 'resources', 'startsOn', null])
})

test('what was given to somebody else meanwhile falls out of the draft', () => {
  const written = draft({ plan: 'full-time', resources: ['a1', 'a2'] })
  expect(stillOffered(written, [{ id: 'a2' }, { id: 'full-time' }])).toEqual({
    ...written,
    resources: ['a2'],
  })
  expect(stillOffered(written, [{ id: 'a1' }, { id: 'a2' }]).plan).toBe('')
  expect(stillOffered(draft(), [])).toEqual(draft())
})
