import type { Person } from '../../../../shared/contract/person.ts'
import type { AccountId, DeviceId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { CommandContext, JobContext, LocationDeps } from '../../pipeline/context.ts'
import { sha256 } from '../../pipeline/keys.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { sessionLifetime, sessionToken } from '../../pipeline/sessions.ts'
import { projectInvitation } from '../../projections/reception.ts'

/** What is kept of an answer that opens a session: no token and nobody's data. A repeat makes both anew (I2). */
export interface OpenedSession {
  session: string
  account: AccountId
}

/** One session per device: whoever was signed in on it before is signed out. The token follows from `seed`. */
export function openSession(
  context: CommandContext,
  account: AccountId,
  { device, lifetime, seed }: { device: DeviceId; lifetime: number; seed: string } = {
    device: context.device.id,
    lifetime: context.device.roles.includes('phone') ? sessionLifetime.phone : sessionLifetime.kiosk,
    seed: context.command,
  },
): OpenedSession {
  const { store, now, keys } = context
  const before = store.sessions.openOn(device)
  if (before) {
    store.sessions.end(before.id, Math.min(now, before.expiresAt))
    if (now < before.expiresAt) context.effects.push({ kind: 'session-ended', device, session: before.id })
  }
  const id = newId(context.system)
  const secretHash = sha256(keys.sessionSecret(seed))
  store.sessions.open({ id, account, device, secretHash, openedAt: now, expiresAt: now + lifetime })
  return { session: id, account }
}

/** The answer that opens a session, the first time and on every repeat. */
export function presentSession(
  { session, account }: OpenedSession,
  { deps, command, person = loadPerson(deps, account, deps.system.now()) }: Presented,
): { session: string; person: Person } {
  if (!person) throw new Error(`no account ${account}`)
  return { session: sessionToken(session, deps.keys.sessionSecret(command)), person }
}

interface Presented {
  deps: LocationDeps
  command: string
  person?: Person | undefined
}

/** Somebody proved who they are: a session on this device, and nobody needs to remind them of an invitation. */
export function signIn(context: CommandContext, account: AccountId): OpenedSession {
  markActivated(context, account)
  return openSession(context, account)
}

/** Somebody came in, by their link or by a code: nobody needs to remind them (R4.2). */
function markActivated(context: JobContext, account: AccountId): void {
  const invitation = context.store.invitations.ofAccount(account)
  if (!invitation || invitation.activatedAt !== null) return
  context.store.invitations.setActivated(invitation.id, context.now)
  projectInvitation(context, invitation.id)
  const profile = context.store.people.profile(account)
  context.activity('activated', profile?.name ?? '', profile?.email ?? '')
}
