import { emailSchema, type Language, personNameSchema } from '../../../shared/contract/basics.ts'
import type { PayloadOf } from '../../../shared/contract/commands.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import type { FormSchema } from '../../ui/useForm.ts'
import { dayFrom } from './plans.ts'

/** An invitation while it is being written (R4.1). */
export interface InviteDraft {
  email: string
  name: string
  company: string
  language: Language
  role: 'member' | 'administrator'
  /** '' = none. */
  plan: string
  resources: string[]
  /** '' while no day is given. */
  startsOn: LocalDate
}

/** As many desks and offices as one invitation may give. */
export const mostResources = 20

export function blankInvite(language: Language, today: LocalDate): InviteDraft {
  return {
    email: '',
    name: '',
    company: '',
    language,
    role: 'member',
    plan: '',
    resources: [],
    startsOn: today,
  }
}

/** The checks that need no hub, and the field that each refusal of the hub is about. */
export function inviteFields(today: LocalDate): FormSchema<InviteDraft> {
  return {
    email: {
      maxLength: 254,
      check: (email) => (emailSchema.safeParse(email).success ? null : { code: 'email-invalid' }),
      codes: ['email-invalid', 'already-member'],
    },
    name: {
      maxLength: 120,
      check: (name) => (personNameSchema.safeParse(name).success ? null : { code: 'name-needed' }),
      codes: ['name-needed'],
    },
    company: { maxLength: 120 },
    language: {},
    role: {},
    plan: { codes: ['plan-unknown', 'plan-running'] },
    resources: { codes: ['item-unknown', 'item-taken', 'item-assigned', 'desk-unknown', 'desk-assigned'] },
    startsOn: { check: dayFrom(today), codes: ['date-past', 'date-too-far'] },
  }
}

/** What is sent to the hub once nothing is wrong. */
export function invitationOf({ plan, ...draft }: InviteDraft): PayloadOf<'staff.invite'> {
  return { ...draft, plan: plan || null }
}

/** A draft whose plan, desks and offices are still to be had: somebody else may have given them away meanwhile. */
export function stillOffered(draft: InviteDraft, offers: readonly { id: string }[]): InviteDraft {
  const ids = new Set(offers.map(({ id }) => id))
  const resources = draft.resources.filter((id) => ids.has(id))
  const plan = ids.has(draft.plan) ? draft.plan : ''
  if (plan === draft.plan && resources.length === draft.resources.length) return draft
  return { ...draft, plan, resources }
}
