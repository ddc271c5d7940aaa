import type { AccountId, GrantId, Instant, StaffId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export type HeldState = 'held' | 'pending' | 'gone' | 'failed'
export type Held = Record<string, { state: HeldState; at: Instant }>

/** What is remembered of a grant that was given to doors: its number, and which doors have it (R6.3). */
export interface GrantRecord {
  id: GrantId
  account: AccountId
  credential: number
  until: Instant | null
  stage: 0 | 1 | 2
  held: Held
}
type Row = Omit<GrantRecord, 'held'> & { held: string }

export interface RevocationRecord {
  grant: GrantId
  account: AccountId
  at: Instant
  by: string
  reason: string
}

const columns = 'id, account, credential, until_at "until", stage, held_json held'
const record = (row: Row): GrantRecord => ({ ...row, held: JSON.parse(row.held) as Held })

export function grantsStore(db: Sqlite) {
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM access_grant WHERE id = ?`)
  const ofAccount = db.prepare<[string], Row>(
    `SELECT ${columns} FROM access_grant WHERE account = ? AND stage < 2`,
  )
  const accounts = db.prepare<[], string>('SELECT DISTINCT account FROM access_grant WHERE stage < 2').pluck()
  // Two seeks on (stage, until_at); an OR would walk the index.
  const due = db
    .prepare<[number, number], string>(
      `SELECT account FROM access_grant WHERE stage = 0 AND until_at <= ?
       UNION SELECT account FROM access_grant WHERE stage = 1 AND until_at <= ?`,
    )
    .pluck()
  const insert = db.prepare<[string, string, number, number | null]>(
    'INSERT INTO access_grant (id, account, credential, until_at) VALUES (?, ?, ?, ?)',
  )
  const taken = db.prepare<[number], number>('SELECT 1 FROM access_grant WHERE credential = ?').pluck()
  const setStage = db.prepare<[number | null, number, string]>(
    'UPDATE access_grant SET until_at = ?, stage = ? WHERE id = ?',
  )
  const setHeld = db.prepare<[string, string]>('UPDATE access_grant SET held_json = ? WHERE id = ?')
  const revoke = db.prepare<[string, string, number, string, string]>(
    'INSERT INTO revocation VALUES (?, ?, ?, ?, ?)',
  )
  const revocations = db.prepare<[string], RevocationRecord>(
    `SELECT r.grant_id "grant", r.account, r.at, s.name "by", r.reason
     FROM revocation r JOIN staff s ON s.id = r.staff WHERE r.account = ?`,
  )
  return {
    find(id: GrantId): GrantRecord | undefined {
      const row = find.get(id)
      return row && record(row)
    },
    /** Grants of a person that reception still sees. */
    ofAccount: (account: AccountId): GrantRecord[] => ofAccount.all(account).map(record),
    accounts: (): AccountId[] => accounts.all(),
    /** Whose grants ended by `over`, or were over by `gone` already: time to say so. */
    due: (over: Instant, gone: Instant): AccountId[] => due.all(over, gone),
    isTaken: (credential: number): boolean => taken.get(credential) !== undefined,
    add: (id: GrantId, account: AccountId, credential: number, until: Instant | null): void =>
      void insert.run(id, account, credential, until),
    setStage: (id: GrantId, until: Instant | null, stage: 0 | 1 | 2): void =>
      void setStage.run(until, stage, id),
    setHeld: (id: GrantId, held: Held): void => void setHeld.run(JSON.stringify(held), id),
    revoke: (grant: GrantId, account: AccountId, staff: StaffId, at: Instant, reason: string): void =>
      void revoke.run(grant, account, at, staff, reason),
    revocationsOf: (account: AccountId): RevocationRecord[] => revocations.all(account),
  }
}
