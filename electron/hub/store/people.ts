import type { Profile } from '../../../shared/contract/facts.ts'
import type { AccountId, DeviceId, Instant } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface NewAcceptance {
  account: AccountId
  location: string
  version: number
  hash: string
  language: string
  device: DeviceId
  at: Instant
}

/** Accounts and what they accepted. An email is always the normalised one (shared/domain/email.ts). */
export function peopleStore(db: Sqlite) {
  const byEmail = db.prepare<[string], string>('SELECT id FROM account WHERE email = ?').pluck()
  const profile = db.prepare<[string], Profile>('SELECT email, name, phone, bio FROM account WHERE id = ?')
  const insert = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, ?, ?)',
  )
  const setLanguage = db.prepare<[string, string]>('UPDATE account SET language = ? WHERE id = ?')
  const setProfile = db.prepare<[string, string, string, string]>(
    'UPDATE account SET name = ?, phone = ?, bio = ? WHERE id = ?',
  )
  const setName = db.prepare<[string, string]>('UPDATE account SET name = ? WHERE id = ?')
  const accept = db.prepare<[string, string, number, string, string, string, number]>(
    'INSERT INTO acceptance VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  )
  return {
    idOf: (email: string): AccountId | undefined => byEmail.get(email),
    profile: (account: AccountId): Profile | undefined => profile.get(account),
    add: (account: AccountId, email: string, name: string, language: string, at: Instant): void =>
      void insert.run(account, email, name, language, at),
    setLanguage: (account: AccountId, language: string): void => void setLanguage.run(language, account),
    setName: (account: AccountId, name: string): void => void setName.run(name, account),
    setProfile: (account: AccountId, { name, phone, bio }: Omit<Profile, 'email'>): void =>
      void setProfile.run(name, phone, bio, account),
    /** False when that version was accepted before: the first acceptance stands (R3.2). */
    accept: (a: NewAcceptance): boolean =>
      accept.run(a.account, a.location, a.version, a.hash, a.language, a.device, a.at).changes > 0,
  }
}
