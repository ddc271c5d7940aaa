import type { AccountId, Instant } from '../../../../shared/domain/ids.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { randomToken } from '../../../lib/system.ts'
import type { InvitationMail } from '../../seam/engine.ts'
import type { ActivationRecord, InvitationRecord } from '../../store/invitations.ts'
import type { MailRecord } from '../../store/mails.ts'
import { loadPerson } from '../../projections/person.ts'
import type { Run } from '../../pipeline/context.ts'

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

/** An invitation as reception sees it (R8.1). */
export function projectInvitation(run: Run, id: string): void {
  const invitation = run.store.invitations.find(id)
  const profile = invitation && run.store.people.profile(invitation.account)
  if (!invitation || !profile) return
  const { account, plan, sentAt, remindedAt, activatedAt, mail } = invitation
  const { name, email } = profile
  const state = activatedAt === null ? 'sent' : 'activated'
  const row = { account, name, email, plan, state, sentAt, remindedAt, activatedAt, mail } as const
  run.publish('reception', 'invitation', id, row)
}

/** The mail of an invitation with a link of its own, which is the only one that logs in from now on. */
export function writeInvitation(
  run: Run,
  { id: invitation, account, language, by, startsOn }: InvitationRecord,
  { id, device, kind }: Pick<InvitationMail, 'id' | 'device' | 'kind'>,
): InvitationMail {
  const person = loadPerson(run, account, run.now)
  if (!person) throw new Error(`no account ${account}`)
  const { profile, facts } = person
  const token = randomToken(run.system)
  run.store.invitations.addLink(run.keys.hash('activation', token), invitation, run.now)
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
    startsOn: startsOn > localDateOf(run.now, run.place().facts.zone) ? startsOn : null,
    url: `${run.url()}/activate/${token}`,
    expiresAt: run.now + activationLifetime,
  }
}

/** The same mail with a new link, as the first was lost with the hub's memory. Null when a newer mail took its place. */
export function writeInvitationAgain(run: Run, { id, device, kind }: MailRecord): InvitationMail | null {
  const invitation = run.store.invitations.byMail(id)
  if (!invitation || (kind !== 'invitation' && kind !== 'reminder')) return null
  return writeInvitation(run, invitation, { id, device, kind })
}

/** Somebody came in, by their link or by a code: nobody needs to remind them (R4.2). */
export function markActivated(run: Run, account: AccountId): void {
  const invitation = run.store.invitations.ofAccount(account)
  if (!invitation || invitation.activatedAt !== null) return
  run.store.invitations.setActivated(invitation.id, run.now)
  projectInvitation(run, invitation.id)
  const profile = run.store.people.profile(account)
  run.activity('activated', profile?.name ?? '', profile?.email ?? '')
}
