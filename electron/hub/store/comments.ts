import type { AccountId, Instant, ItemId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface CommentRecord {
  id: string
  account: AccountId
  item: ItemId
  text: string
  at: Instant
}
export interface ShownComment {
  id: string
  /** Who wrote it; '' = they gave no name yet. */
  by: string
  at: Instant
  text: string
}

/** How many comments of a post are shown. */
export const commentsShown = 100

/** What people wrote beneath posts. */
export function commentsStore(db: Sqlite) {
  const find = db.prepare<[string], CommentRecord>(
    'SELECT id, account, item, text, at FROM comment WHERE id = ?',
  )
  const newest = db.prepare<[string, number], ShownComment>(
    `SELECT c.id, a.name by, c.at, c.text FROM comment c JOIN account a ON a.id = c.account
     WHERE c.item = +? ORDER BY c.at DESC, c.id DESC LIMIT +?`,
  )
  const insert = db.prepare<[string, string, string, string, number]>(
    'INSERT INTO comment (id, account, item, text, at) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    find: (id: string): CommentRecord | undefined => find.get(id),
    /** The newest ones, newest last. */
    of: (item: ItemId): ShownComment[] => newest.all(item, commentsShown).toReversed(),
    add: (c: CommentRecord): void => void insert.run(c.id, c.account, c.item, c.text, c.at),
  }
}
