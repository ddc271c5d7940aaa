import type { AccountId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

/** Photos of people (R3.4): JPEGs that the hub made itself, each under the SHA-256 that the account names. */
export function photosStore(db: Sqlite, { wrote }: Memory) {
  const find = db.prepare<[string], Buffer>('SELECT jpeg FROM photo WHERE account = ?').pluck()
  const put = db.prepare<[string, Uint8Array]>(
    'INSERT INTO photo VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET jpeg = excluded.jpeg',
  )
  const remove = db.prepare<[string]>('DELETE FROM photo WHERE account = ?')
  const name = db.prepare<[string | null, string]>('UPDATE account SET photo = ? WHERE id = ?')
  return {
    find: (account: AccountId): Buffer | undefined => find.get(account),
    put(account: AccountId, jpeg: Uint8Array, hash: string): void {
      put.run(account, jpeg)
      name.run(hash, account)
      wrote(account, 'account')
    },
    remove(account: AccountId): void {
      remove.run(account)
      name.run(null, account)
      wrote(account, 'account')
    },
  }
}
