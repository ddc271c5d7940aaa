import { emailSchema, type Language, personNameSchema } from '../../../shared/contract/basics.ts'
import type { PayloadOf } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { fail, ok, type Result } from '../../../shared/domain/result.ts'

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

export type InviteField = keyof InviteDraft
/** What is wrong with which field. */
export type InviteFaults = Partial<Record<InviteField, FoyerError>>

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

/** What is sent to the hub, or everything that can be seen to be wrong without it. */
export function readInvite(
  draft: InviteDraft,
  today: LocalDate,
): Result<PayloadOf<'staff.invite'>, InviteFaults> {
  const email = emailSchema.safeParse(draft.email)
  const name = personNameSchema.safeParse(draft.name)
  const faults: InviteFaults = {
    ...(!email.success && { email: { code: 'email-invalid' } }),
    ...(!name.success && { name: { code: 'name-needed' } }),
    ...(draft.startsOn === '' && { startsOn: { code: 'invalid-input' } }),
    ...(draft.startsOn !== '' && draft.startsOn < today && { startsOn: { code: 'date-past' } }),
  }
  if (!email.success || !name.success || faults.startsOn) return fail(faults)
  const { company, language, role, plan, resources, startsOn } = draft
  return ok({
    email: email.data,
    name: name.data,
    company: company.trim(),
    language,
    role,
    plan: plan || null,
    resources,
    startsOn,
  })
}

/** The field that the hub's refusal is about; null when it is about none. */
export function fieldOf(error: FoyerError): InviteField | null {
  switch (error.code) {
    case 'email-invalid':
    case 'already-member':
      return 'email'
    case 'name-needed':
      return 'name'
    case 'plan-unknown':
    case 'plan-running':
      return 'plan'
    case 'item-unknown':
    case 'item-taken':
    case 'item-assigned':
    case 'desk-unknown':
    case 'desk-assigned':
      return 'resources'
    case 'date-past':
    case 'date-too-far':
      return 'startsOn'
    default:
      return null
  }
}

/** A draft whose plan, desks and offices are still to be had: somebody else may have given them away meanwhile. */
export function stillOffered(draft: InviteDraft, offers: readonly { id: string }[]): InviteDraft {
  const ids = new Set(offers.map(({ id }) => id))
  const resources = draft.resources.filter((id) => ids.has(id))
  const plan = ids.has(draft.plan) ? draft.plan : ''
  if (plan === draft.plan && resources.length === draft.resources.length) return draft
  return { ...draft, plan, resources }
}
