import { expect, test } from 'vitest'
import { commands } from '../../../shared/contract/commands.ts'
import { faultsOf, fieldOf } from '../../ui/useForm.ts'
import { blankInvite, type InviteDraft, invitationOf, inviteFields, stillOffered } from './invite.ts'

const today = '2026-11-24'
const draft = (changes: Partial<InviteDraft> = {}): InviteDraft => ({
  ...blankInvite('de', today),
  email: 'Mara@Example.com',
  name: 'Mara Lind',
  ...changes,
})
const fields = inviteFields(today)

test('what is sent is what the contract takes (R4.1)', () => {
  const written = draft({ company: 'Lind & Co', resources: ['a1'], plan: 'full-time' })
  expect(faultsOf(fields, written)).toEqual({})
  expect(invitationOf(written)).toEqual({
    email: 'Mara@Example.com',
    name: 'Mara Lind',
    company: 'Lind & Co',
    language: 'de',
    role: 'member',
    plan: 'full-time',
    resources: ['a1'],
    startsOn: today,
  })
  expect(commands['staff.invite'].payload.safeParse(invitationOf(written)).success).toBe(true)
})

test('no plan is said as none', () => {
  expect(invitationOf(draft()).plan).toBeNull()
})

test('every field that is wrong is named at once', () => {
  expect(faultsOf(fields, draft({ email: 'mara@', name: '  ', startsOn: '2026-11-23' }))).toEqual({
    email: { code: 'email-invalid' },
    name: { code: 'name-needed' },
    startsOn: { code: 'date-past' },
  })
  expect(faultsOf(fields, draft({ startsOn: '' })).startsOn?.code).toBe('invalid-input')
})

test('a refusal of the hub finds its field', () => {
  expect([
    fieldOf(fields, { code: 'already-member', params: { name: 'Mara' } }),
    fieldOf(fields, { code: 'item-assigned', params: { item: 'A1' } }),
    fieldOf(fields, { code: 'date-past' }),
    fieldOf(fields, { code: 'hub-unreachable' }),
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
