import type { Instant } from '../../../shared/domain/ids.ts'
import { stillAtDoors } from './reach.ts'
import { openRequests } from './requests.ts'
import type {
  ConflictRow,
  GrantRow,
  InvitationRow,
  LockoutRow,
  MailRow,
  OrderRow,
  RequestRow,
} from './rows.ts'
import { matches } from './search.ts'

/** Something that waits for staff to put it right (R8.1). */
export type AttentionItem =
  | { kind: 'revoke'; id: string; row: GrantRow; doors: string[] }
  | { kind: 'conflict'; id: string; row: ConflictRow }
  | { kind: 'lockout'; id: string; row: LockoutRow }
  /** `invitation`: the one that waits and whose mail it was. */
  | { kind: 'mail'; id: string; row: MailRow; invitation: InvitationRow | null }
  | { kind: 'request'; id: string; row: RequestRow }
  | { kind: 'order'; id: string; row: OrderRow }

interface Sources {
  grant: readonly GrantRow[]
  conflict: readonly ConflictRow[]
  lockout: readonly LockoutRow[]
  mail: readonly MailRow[]
  order: readonly OrderRow[]
  request: readonly RequestRow[]
  invitation: readonly InvitationRow[]
}

const day = 24 * 60 * 60_000
/** Milliseconds after which a revoked grant that a door still holds needs somebody; before that the door is only slow (R6.3). */
export const revokePatience = 5 * 60_000

/** What waits for staff, the most pressing kind first. */
export function attentionItems(data: Sources, now: Instant, words: readonly string[]): AttentionItem[] {
  return [
    ...lingering(data.grant, now),
    ...newestFirst(data.conflict.filter((row) => now - row.at < day)).map((row) => entry('conflict', row)),
    ...data.lockout.filter((row) => row.until > now).map((row) => entry('lockout', row)),
    ...newestFirst(undelivered(data.mail, now)).map((row) => ({
      ...entry('mail', row),
      invitation: data.invitation.find(({ mail, state }) => mail === row.id && state === 'sent') ?? null,
    })),
    ...openRequests(data.request).map((row) => entry('request', row)),
    ...newestFirst(data.order.filter((row) => row.state === 'due')).map((row) => entry('order', row)),
  ].filter((each) => matches(words, ...shown(each)))
}

export interface Held {
  item: AttentionItem
  /** Where in the list it stood. */
  place: number
}

/** Open items, with those that are being settled kept in their place though the data may have them no more. */
export function withHeld(open: readonly AttentionItem[], held: readonly Held[]): AttentionItem[] {
  const listed = [...open]
  const openIds = new Set(open.map(({ id }) => id))
  for (const { item, place } of held.toSorted((a, b) => a.place - b.place)) {
    if (!openIds.has(item.id)) listed.splice(place, 0, item)
  }
  return listed
}

function entry<K extends AttentionItem['kind'], R extends { id: string }>(
  kind: K,
  row: R,
): { kind: K; id: string; row: R } {
  return { kind, id: `${kind}:${row.id}`, row }
}

function lingering(grants: readonly GrantRow[], now: Instant): AttentionItem[] {
  return grants.flatMap((row) => {
    if (!row.revoked || now - row.revoked.at < revokePatience) return []
    const doors = stillAtDoors(row)
    return doors.length > 0 ? [{ ...entry('revoke', row), doors }] : []
  })
}

/** Mails of the last day that did not get through, unless a later one to the same address did. */
function undelivered(mails: readonly MailRow[], now: Instant): MailRow[] {
  const latest = new Map<string, MailRow>()
  for (const mail of mails) {
    const known = latest.get(mail.to)
    if (!known || known.at <= mail.at) latest.set(mail.to, mail)
  }
  return [...latest.values()].filter(
    (mail) => (mail.status === 'refused' || mail.status === 'failed') && now - mail.at < day,
  )
}

function newestFirst<R extends { at: Instant }>(rows: readonly R[]): R[] {
  return rows.toSorted((a, b) => b.at - a.at)
}

function shown(each: AttentionItem): string[] {
  switch (each.kind) {
    case 'revoke':
      return [each.row.name, each.row.email]
    case 'conflict':
      return [each.row.who, each.row.desk, each.row.given, ...each.row.kiosks]
    case 'lockout':
      return [each.row.email]
    case 'mail':
      return [each.row.to, each.row.detail]
    case 'request':
      return [each.row.name, each.row.email, each.row.about, each.row.text]
    case 'order':
      return [each.row.name, each.row.email, each.row.what]
  }
}
