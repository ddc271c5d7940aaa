import type { RowOf } from '../../../shared/contract/rows.ts'
import type { JobContext } from '../pipeline/context.ts'
import type { DeviceRecord } from '../store/devices.ts'
import type { DoorRecord } from '../store/doors.ts'
import type { MailRecord } from '../store/mails.ts'
import type { OrderRecord } from '../store/orders.ts'
import type { RequestRecord } from '../store/requests.ts'

/** A question to reception, as reception sees it. */
export function projectRequest(
  context: JobContext,
  { id, account, about, text, at, answer }: RequestRecord,
): void {
  const { name = '', email = '' } = context.store.people.profile(account) ?? {}
  context.publish('reception', 'request', id, { account, name, email, about, text, at, answer })
}

/** A mail as reception sees it (R2.5). */
export function projectMail(context: JobContext, { id, at, to, kind, status, detail }: MailRecord): void {
  context.publish('reception', 'mail', id, { at, to, kind, status, detail })
}

/** An email that is locked (R2.3), as reception sees it. */
export function projectLockout(context: JobContext, id: string, row: RowOf<'reception', 'lockout'>): void {
  context.publish('reception', 'lockout', id, row)
}

/** Two promises of which only one could be kept (R9.4), as reception sees them. */
export function projectConflict(context: JobContext, id: string, row: RowOf<'reception', 'conflict'>): void {
  context.publish('reception', 'conflict', id, row)
}

/** Takes a lockout off reception's list: it was lifted, or its time is over. */
export function closeLockout(context: JobContext, id: string): void {
  context.store.codes.closeLockout(id)
  context.publish('reception', 'lockout', id, null)
}

/** What somebody owes or paid, as reception sees it (R3.5). */
export function projectOrder(
  context: JobContext,
  { id, account, what, price, state, at }: OrderRecord,
): void {
  const { name = '', email = '' } = context.store.people.profile(account) ?? {}
  context.publish('reception', 'order', id, { account, name, email, what, price, state, at })
}

/** A device as reception sees it (R8.1). */
export function projectDevice(context: JobContext, device: DeviceRecord): void {
  const { id, name, roles, online, version, queue, clockSkewMs, seenAt, revokedAt } = device
  const health = { online, version, queue, clockSkewMs, seenAt }
  context.publish('reception', 'device', id, { name, roles, ...health, revoked: revokedAt !== null })
}

/** A door as reception and its host see it. */
export function projectDoor(context: JobContext, door: DoorRecord): void {
  const { id, name, driver, host, port, pulse, hostDevice, ...health } = door
  context.publish('reception', 'door', id, { id, name, host: hostDevice, pulse, ...health })
  if (hostDevice !== null)
    context.publish(`doors:${hostDevice}`, 'door', id, { id, name, driver, host, port, pulse })
}

/** An invitation as reception sees it (R8.1). */
export function projectInvitation(context: JobContext, id: string): void {
  const invitation = context.store.invitations.find(id)
  const profile = invitation && context.store.people.profile(invitation.account)
  if (!invitation || !profile) return
  const { account, plan, sentAt, remindedAt, activatedAt, mail } = invitation
  const { name, email } = profile
  const state = activatedAt === null ? 'sent' : 'activated'
  const row = { account, name, email, plan, state, sentAt, remindedAt, activatedAt, mail } as const
  context.publish('reception', 'invitation', id, row)
}

/** Keeps the newest `kept` rows of a list that only grows; of the others, those that `mayGo` get a tombstone. */
export function trimReception(
  context: JobContext,
  kind: 'mail' | 'order' | 'request' | 'conflict',
  kept: number,
  mayGo: (id: string) => boolean = () => true,
): void {
  for (const id of context.store.scopes.liveIds(context.scopeKey('reception'), kind).slice(kept))
    if (mayGo(id)) context.publish('reception', kind, id, null)
}
