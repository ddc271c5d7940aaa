import type { Language } from '../../../shared/contract/basics.ts'
import type { AccountId, Instant, LocalDate, LocationId, StaffId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface InvitationRecord {
  id: string
  account: AccountId
  location: LocationId
  language: Language
  staff: StaffId
  /** Who invites, by name. */
  by: string
  /** Name of the plan; '' = none. */
  plan: string
  startsOn: LocalDate
  sentAt: Instant
  remindedAt: Instant | null
  activatedAt: Instant | null
  /** The newest mail. */
  mail: string
}

/** A link of an invitation's mail. */
export interface ActivationRecord {
  invitation: string
  madeAt: Instant
  usedAt: Instant | null
  replacedAt: Instant | null
}

const columns = `i.id, i.account, i.location, i.language, i.staff, s.name "by", i.plan, i.starts_on startsOn, i.sent_at sentAt,
  i.reminded_at remindedAt, i.activated_at activatedAt, i.mail FROM invitation i JOIN staff s ON s.id = i.staff`

/** Invitations and their links (R4). A link is kept as a keyed hash. */
export function invitationsStore(db: Sqlite) {
  const find = db.prepare<[string], InvitationRecord>(`SELECT ${columns} WHERE i.id = ?`)
  const ofAccount = db.prepare<[string], InvitationRecord>(`SELECT ${columns} WHERE i.account = ?`)
  const byMail = db.prepare<[string], InvitationRecord>(`SELECT ${columns} WHERE i.mail = ?`)
  const waiting = db.prepare<[number, string], InvitationRecord>(
    `SELECT ${columns} WHERE i.activated_at IS NULL AND i.reminded_at IS NULL AND i.sent_at <= ? AND i.location = ?`,
  )
  const insert = db.prepare<[string, string, string, string, string, string, string, number, string]>(
    `INSERT INTO invitation (id, account, location, language, staff, plan, starts_on, sent_at, mail)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const sent = db.prepare<[number, string, string]>(
    'UPDATE invitation SET sent_at = ?, mail = ? WHERE id = ?',
  )
  const reminded = db.prepare<[number, string, string]>(
    'UPDATE invitation SET reminded_at = ?, mail = ? WHERE id = ?',
  )
  const activated = db.prepare<[number, string]>('UPDATE invitation SET activated_at = ? WHERE id = ?')
  const link = db.prepare<[Uint8Array], ActivationRecord>(
    `SELECT invitation, made_at madeAt, used_at usedAt, replaced_at replacedAt FROM activation WHERE hash = ?`,
  )
  const replace = db.prepare<[number, string]>(
    'UPDATE activation SET replaced_at = ? WHERE invitation = ? AND replaced_at IS NULL',
  )
  const addLink = db.prepare<[Uint8Array, string, number]>(
    'INSERT INTO activation (hash, invitation, made_at) VALUES (?, ?, ?)',
  )
  const useLink = db.prepare<[number, Uint8Array]>('UPDATE activation SET used_at = ? WHERE hash = ?')
  return {
    find: (id: string): InvitationRecord | undefined => find.get(id),
    ofAccount: (account: AccountId): InvitationRecord | undefined => ofAccount.get(account),
    byMail: (mail: string): InvitationRecord | undefined => byMail.get(mail),
    /** Sent by then, and neither activated nor reminded of. */
    waitingSince: (location: LocationId, at: Instant): InvitationRecord[] => waiting.all(at, location),
    add: (i: Omit<InvitationRecord, 'by' | 'remindedAt' | 'activatedAt'>): void =>
      void insert.run(i.id, i.account, i.location, i.language, i.staff, i.plan, i.startsOn, i.sentAt, i.mail),
    setSent: (id: string, at: Instant, mail: string): void => void sent.run(at, mail, id),
    setReminded: (id: string, at: Instant, mail: string): void => void reminded.run(at, mail, id),
    setActivated: (id: string, at: Instant): void => void activated.run(at, id),
    link: (hash: Uint8Array): ActivationRecord | undefined => link.get(hash),
    /** From now on this is the invitation's newest link. */
    addLink(hash: Uint8Array, invitation: string, at: Instant): void {
      replace.run(at, invitation)
      addLink.run(hash, invitation, at)
    },
    useLink: (hash: Uint8Array, at: Instant): void => void useLink.run(at, hash),
  }
}
