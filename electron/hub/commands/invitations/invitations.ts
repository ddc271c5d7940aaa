import type { Profile } from '../../../../shared/contract/person.ts'
import type { Instant } from '../../../../shared/domain/ids.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { randomToken } from '../../../lib/system.ts'
import type { JobContext } from '../../pipeline/context.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import type { InvitationMail } from '../../seam/mails.ts'
import type { ActivationRecord, InvitationRecord } from '../../store/invitations.ts'
import type { MailRecord } from '../../store/mails.ts'

/** Milliseconds for which a link logs in, counted from its mail (R4.2). */
export const activationLifetime = 24 * 3_600_000
/** Milliseconds after which somebody is reminded, once (R4.2). */
export const remindAfter = 3 * 24 * 3_600_000

/** What a link is good for: only a fresh one logs in, the others lead to the account by a code (R4.2). */
export function linkState(
  { madeAt, usedAt, replacedAt }: ActivationRecord,
  now: Instant,
): 'fresh' | 'late' | 'used' {
  if (usedAt !== null) return 'used'
  return replacedAt === null && now < madeAt + activationLifetime ? 'fresh' : 'late'
}

/** The mail of an invitation with a link of its own, which is the only one that logs in from now on. */
export function writeInvitation(
  context: JobContext,
  { id: invitation, account, language, by, startsOn }: InvitationRecord,
  { id, device, kind }: Pick<InvitationMail, 'id' | 'device' | 'kind'>,
): Omit<InvitationMail, 'place'> {
  const person = loadPerson(context, account, context.now)
  if (!person) throw new Error(`no account ${account}`)
  const { profile, facts } = person
  const token = randomToken(context.system)
  context.store.invitations.addLink(context.keys.hash('activation', token), invitation, context.now)
  const brings = [
    ...facts.subscriptions.map(({ plan }) => plan.name),
    ...facts.assignments.map(({ itemName }) => itemName),
  ]
  return {
    kind,
    id,
    device,
    to: profile.email,
    language,
    name: profile.name,
    by,
    brings,
    startsOn: startsOn > localDateOf(context.now, context.place().facts.zone) ? startsOn : null,
    url: `${context.url()}/activate/${token}`,
    expiresAt: context.now + activationLifetime,
  }
}

/** The same mail with a new link, as the first was lost with the hub's memory. Null when a newer mail took its place. */
export function writeInvitationAgain(
  context: JobContext,
  { id, device, kind }: MailRecord,
): Omit<InvitationMail, 'place'> | null {
  const invitation = context.store.invitations.byMail(id)
  if (!invitation || (kind !== 'invitation' && kind !== 'reminder')) return null
  return writeInvitation(context, invitation, { id, device, kind })
}

export interface Activation {
  state: 'fresh' | 'late' | 'used'
  invitation: InvitationRecord
  profile: Profile
  /** What the link is kept under. */
  hash: Uint8Array
}

/** What a link of an invitation's mail leads to; undefined when no mail ever had it. */
export function activationOf(context: JobContext, token: string): Activation | undefined {
  const { invitations, people } = context.store
  const hash = context.keys.hash('activation', token)
  const link = invitations.link(hash)
  const invitation = link && invitations.find(link.invitation)
  const profile = invitation && people.profile(invitation.account)
  return link && invitation && profile
    ? { state: linkState(link, context.now), invitation, profile, hash }
    : undefined
}
