import type { Billing, Language } from '../../../shared/contract/basics.ts'
import type { Profile } from '../../../shared/contract/person.ts'
import type { MembershipFacts } from '../../../shared/domain/facts.ts'
import type { AccountId, DeviceId, Instant, LocationId, StaffId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

export interface NewAcceptance {
  account: AccountId
  location: string
  version: number
  hash: string
  language: string
  device: DeviceId
  at: Instant
}

export type ProfileRow = Omit<Profile, 'bannerDismissed'> & { dismissed: number }
/** A profile with the billing details as they are stored. */
export type AccountRow = ProfileRow & { billing: string | null }
export const profileOf =
  'SELECT email, name, phone, bio, company, photo, banner_dismissed_at IS NOT NULL dismissed FROM account WHERE id = ?'
export function profileFrom(row: ProfileRow): Profile {
  const { email, name, phone, bio, company, photo, dismissed } = row
  return { email, name, phone, bio, company, photo, bannerDismissed: dismissed === 1 }
}

/** The account's own part of a person's facts, while it is kept. */
function keptAccount({ people }: Memory, account: AccountId): AccountRow | undefined {
  return people.get(account)?.parts.account as AccountRow | undefined
}

/** Accounts and what they accepted. An email is always the normalised one (shared/domain/email.ts). */
export function peopleStore(db: Sqlite, memory: Memory) {
  const { wrote } = memory
  const byEmail = db.prepare<[string], string>('SELECT id FROM account WHERE email = ?').pluck()
  const profile = db.prepare<[string], ProfileRow>(profileOf)
  const billing = db.prepare<[string], string | null>('SELECT billing_json FROM account WHERE id = ?').pluck()
  const setBilling = db.prepare<[string, string]>('UPDATE account SET billing_json = ? WHERE id = ?')
  const dismiss = db.prepare<[number, string]>('UPDATE account SET banner_dismissed_at = ? WHERE id = ?')
  const setCompany = db.prepare<[string, string]>('UPDATE account SET company = ? WHERE id = ?')
  const join = db.prepare<[string, string, string, number]>(
    `INSERT INTO membership (account, location, role, since) VALUES (?, ?, ?, ?)
     ON CONFLICT (account, location) DO UPDATE SET role = excluded.role, by_settings = 0`,
  )
  const joinBySettings = db.prepare<[string, string, string, number]>(
    `INSERT INTO membership (account, location, role, since, by_settings) VALUES (?, ?, ?, ?, 1)
     ON CONFLICT (account, location) DO UPDATE SET role = excluded.role`,
  )
  const bySettings = db.prepare<[], { account: string; location: string }>(
    'SELECT account, location FROM membership WHERE by_settings = 1',
  )
  const leave = db.prepare<[string, string]>('DELETE FROM membership WHERE account = ? AND location = ?')
  const insert = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  const insertVouched = db.prepare<[string, string, string, string, number, string]>(
    'INSERT INTO account (id, email, name, language, created_at, vouched_by) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const languageOf = db.prepare<[string], Language>('SELECT language FROM account WHERE id = ?').pluck()
  const setLanguage = db.prepare<[string, string]>('UPDATE account SET language = ? WHERE id = ?')
  const setProfile = db.prepare<[string, string, string, string]>(
    'UPDATE account SET name = ?, phone = ?, bio = ? WHERE id = ?',
  )
  const setName = db.prepare<[string, string]>('UPDATE account SET name = ? WHERE id = ?')
  const accept = db.prepare<[string, string, number, string, string, string, number]>(
    'INSERT INTO acceptance VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  const billingOf = (account: AccountId): string | null | undefined => {
    const kept = keptAccount(memory, account)
    return kept ? kept.billing : billing.get(account)
  }
  return {
    idOf: (email: string): AccountId | undefined => byEmail.get(email),
    profile(account: AccountId): Profile | undefined {
      const row = keptAccount(memory, account) ?? profile.get(account)
      return row && profileFrom(row)
    },
    billing(account: AccountId): Billing | null {
      const json = billingOf(account)
      return json == null ? null : (JSON.parse(json) as Billing)
    },
    setBilling(account: AccountId, details: Billing): void {
      setBilling.run(JSON.stringify(details), account)
      wrote(account, 'account')
    },
    dismissBanner(account: AccountId, at: Instant): void {
      dismiss.run(at, account)
      wrote(account, 'account')
    },
    setCompany(account: AccountId, company: string): void {
      setCompany.run(company, account)
      wrote(account, 'account')
    },
    /** Makes somebody a member or administrator of a location, or changes which of the two they are (R1.2). */
    join(account: AccountId, location: LocationId, role: MembershipFacts['role'], at: Instant): void {
      join.run(account, location, role, at)
      wrote(account, 'memberships')
    },
    /** The same because the settings file says so, until it does no more. */
    joinBySettings(
      account: AccountId,
      location: LocationId,
      role: MembershipFacts['role'],
      at: Instant,
    ): void {
      joinBySettings.run(account, location, role, at)
      wrote(account, 'memberships')
    },
    /** Who belongs where because the settings file said so, and for no other reason. */
    bySettings: (): { account: AccountId; location: LocationId }[] => bySettings.all(),
    leave(account: AccountId, location: LocationId): void {
      leave.run(account, location)
      wrote(account, 'memberships')
    },
    add(account: AccountId, email: string, name: string, language: string, at: Instant): void {
      insert.run(account, email, name, language, at)
      wrote(account, 'account')
    },
    /** For a walk-in whom staff vouched for (R2.7). */
    addVouched(
      account: AccountId,
      who: { email: string; name: string; language: string; staff: StaffId },
      at: Instant,
    ): void {
      insertVouched.run(account, who.email, who.name, who.language, at, who.staff)
      wrote(account, 'account')
    },
    /** The language that they last chose. */
    language: (account: AccountId): Language | undefined => languageOf.get(account),
    setLanguage: (account: AccountId, language: string): void => void setLanguage.run(language, account),
    setName(account: AccountId, name: string): void {
      setName.run(name, account)
      wrote(account, 'account')
    },
    setProfile(account: AccountId, { name, phone, bio }: Pick<Profile, 'name' | 'phone' | 'bio'>): void {
      setProfile.run(name, phone, bio, account)
      wrote(account, 'account')
    },
    /** False when that version was accepted before: the first acceptance stands (R3.2). */
    accept(a: NewAcceptance): boolean {
      wrote(a.account, 'terms')
      return accept.run(a.account, a.location, a.version, a.hash, a.language, a.device, a.at).changes > 0
    },
  }
}
