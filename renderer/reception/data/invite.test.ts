import { expect, test } from 'vitest'
import { commands } from '../../../shared/contract/commands.ts'
import type { ErrorCode, FoyerError } from '../../../shared/contract/errors.ts'
import { blankInvite, type InviteDraft, invitationOf, inviteFields, stillOffered } from './invite.ts'

const today = '2026-11-24'
const draft = (changes: Partial<InviteDraft> = {}): InviteDraft => ({
  ...blankInvite('de', today),
  email: 'Mara@Example.com',
  name: 'Mara Lind',
  ...changes,
})
const fields = inviteFields(today)
const names = Object.keys(fields) as (keyof InviteDraft)[]

/** What the form's checks find wrong. */
function faultsOf(values: InviteDraft): Partial<Record<keyof InviteDraft, FoyerError>> {
  const faults: Partial<Record<keyof InviteDraft, FoyerError>> = {}
  for (const name of names) {
    const fault = fields[name].check?.(values[name] as never, values)
    if (fault) faults[name] = fault
  }
  return faults
}

test('what is sent is what the contract takes (R4.1)', () => {
  const written = draft({ company: 'Lind & Co', resources: ['a1'], plan: 'full-time' })
  expect(faultsOf(written)).toEqual({})
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
  expect(faultsOf(draft({ email: 'mara@', name: '  ', startsOn: '2026-11-23' }))).toEqual({
    email: { code: 'email-invalid' },
    name: { code: 'name-needed' },
    startsOn: { code: 'date-past' },
  })
  expect(faultsOf(draft({ startsOn: '' })).startsOn?.code).toBe('invalid-input')
})

test('a refusal of the hub finds its field', () => {
  const fieldOf = (code: ErrorCode) => names.find((name) => fields[name].codes?.includes(code)) ?? null
  expect([
    fieldOf('already-member'),
    fieldOf('item-assigned'),
    fieldOf('date-past'),
    fieldOf('hub-unreachable'),
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
