import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface RotatingPassRecord {
  id: string
  account: AccountId
  /** The newest step that was shown at a kiosk; 0 = none was. */
  lastStep: number
}

/** Members' passes on their phones (R7.2): whose they are, and what of them was shown. Never what their digits are made from. */
export function rotatingPassesStore(db: Sqlite) {
  const columns = 'id, account, last_step lastStep FROM rotating_pass'
  const find = db.prepare<[string], RotatingPassRecord>(`SELECT ${columns} WHERE id = ?`)
  const ofAccount = db.prepare<[string], RotatingPassRecord>(`SELECT ${columns} WHERE account = ?`)
  const insert = db.prepare<[string, string]>('INSERT INTO rotating_pass (id, account) VALUES (?, ?)')
  const shown = db.prepare<[number, string]>('UPDATE rotating_pass SET last_step = ? WHERE id = ?')
  return {
    find: (id: string): RotatingPassRecord | undefined => find.get(id),
    ofAccount: (account: AccountId): RotatingPassRecord | undefined => ofAccount.get(account),
    add: (id: string, account: AccountId): void => void insert.run(id, account),
    setShown: (id: string, step: number): void => void shown.run(step, id),
  }
}
