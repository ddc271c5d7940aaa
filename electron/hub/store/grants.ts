import type { AccountId, GrantId, Instant, StaffId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

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

export function grantsStore(db: Sqlite, { wrote }: Memory) {
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM access_grant WHERE id = ?`)
  const ofAccount = db.prepare<[string], Row>(
    `SELECT ${columns} FROM access_grant WHERE account = ? AND stage < 2`,
  )
  const accounts = db
    .prepare<[string, number], string>(
      'SELECT DISTINCT account FROM access_grant WHERE stage < 2 AND account > ? ORDER BY account LIMIT +?',
    )
    .pluck()
  // Two seeks on (stage, until_at); an OR would walk the index. `stage < 2` is what lets the partial index be used.
  const due = db
    .prepare<[number, string, number, string, number], string>(
      `SELECT account FROM access_grant WHERE stage < 2 AND stage = 0 AND until_at <= ? AND +account > ?
       UNION SELECT account FROM access_grant WHERE stage < 2 AND stage = 1 AND until_at <= ? AND +account > ?
       ORDER BY account LIMIT +?`,
    )
    .pluck()
  const forgetOver = db.prepare<[number, number]>(
    `DELETE FROM access_grant WHERE id IN
       (SELECT id FROM access_grant WHERE stage = 2 AND until_at <= ? ORDER BY until_at LIMIT +?)`,
  )
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
     FROM revocation r JOIN staff s ON s.id = r.staff WHERE r.account = +?`,
  )
  return {
    find(id: GrantId): GrantRecord | undefined {
      const row = find.get(id)
      return row && record(row)
    },
    /** Grants of a person that reception still sees. */
    ofAccount: (account: AccountId): GrantRecord[] => ofAccount.all(account).map(record),
    /** Whose grants reception still sees, by id, at most `limit` after `account`. */
    accounts: (account: AccountId, limit: number): AccountId[] => accounts.all(account, limit),
    /** Whose grants ended by `over`, or were over by `gone` already: time to say so. By id, after `account`. */
    due: (over: Instant, gone: Instant, account: AccountId, limit: number): AccountId[] =>
      due.all(over, account, gone, account, limit),
    /** Forgets grants that ended by `at` and are gone from everywhere, at most `limit`. How many there were. */
    forgetOver: (at: Instant, limit: number): number => forgetOver.run(at, limit).changes,
    isTaken: (credential: number): boolean => taken.get(credential) !== undefined,
    add: (id: GrantId, account: AccountId, credential: number, until: Instant | null): void =>
      void insert.run(id, account, credential, until),
    setStage: (id: GrantId, until: Instant | null, stage: 0 | 1 | 2): void =>
      void setStage.run(until, stage, id),
    setHeld: (id: GrantId, held: Held): void => void setHeld.run(JSON.stringify(held), id),
    revoke(grant: GrantId, account: AccountId, staff: StaffId, at: Instant, reason: string): void {
      revoke.run(grant, account, at, staff, reason)
      wrote(account, 'revocations')
      // Cancelled bookings count from now on.
      wrote(account, 'bookings')
    },
    revocationsOf: (account: AccountId): RevocationRecord[] => revocations.all(account),
  }
}
