import type { ChangedRow } from '../../../shared/contract/rows.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { ScopeKey } from '../seam/scopes.ts'

/** A scope with its head: the rev of its newest change. */
export interface ScopeHead {
  id: number
  head: number
}

type StoredRow = [kind: string, id: string, rev: number, row: string | null]

/** The replicated rows: one per scope, kind and id, each with the rev of its last change. */
export function scopesStore(db: Sqlite) {
  const all = db.prepare<[], { id: number; key: ScopeKey; head: number }>('SELECT id, key, head FROM scope')
  const insert = db.prepare<[string]>('INSERT INTO scope (key, head) VALUES (?, 0)')
  const setHead = db.prepare<[number, number]>('UPDATE scope SET head = ? WHERE id = ?')
  const put = db.prepare<[number, string, string, number, number, string]>(
    `INSERT INTO scope_row (scope, kind, id, rev, born, row_json) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (scope, kind, id) DO UPDATE SET rev = excluded.rev, row_json = excluded.row_json
     WHERE row_json IS NOT excluded.row_json`,
  )
  const tombstone = db.prepare<[number, number, string, string]>(
    'UPDATE scope_row SET rev = ?, row_json = NULL WHERE scope = ? AND kind = ? AND id = ? AND row_json IS NOT NULL',
  )
  // The unary plus keeps SQLite on the index that is ordered by rev.
  const after = db
    .prepare<[number, number, number, number], StoredRow>(
      `SELECT kind, id, rev, row_json FROM scope_row
       WHERE scope = +? AND rev > ? AND (row_json IS NOT NULL OR +born <= ?) ORDER BY rev LIMIT +?`,
    )
    .raw()
  const live = `FROM scope s JOIN scope_row r ON r.scope = s.id
    WHERE s.key = +? AND r.kind = +? AND r.row_json IS NOT NULL`
  const liveIds = db.prepare<[string, string], string>(`SELECT r.id ${live} ORDER BY r.rev DESC`).pluck()
  const liveAfter = db.prepare<[string, string, number, number], { id: string; rev: number }>(
    `SELECT r.id, r.rev ${live} AND r.rev > ? ORDER BY r.rev LIMIT +?`,
  )
  const nthLive = db
    .prepare<[string, string, number], number>(`SELECT r.rev ${live} ORDER BY r.rev DESC LIMIT 1 OFFSET +?`)
    .pluck()
  const isLive = db.prepare<[string, string, string], number>(`SELECT 1 ${live} AND r.id = +?`).pluck()
  const pruned = db.prepare<[number], number>('SELECT pruned FROM scope WHERE id = ?').pluck()
  const setPruned = db.prepare<[number, number]>('UPDATE scope SET pruned = ? WHERE id = ?')
  const upTo = db.prepare<
    [number, number, number, number],
    { kind: string; id: string; rev: number; gone: number }
  >(
    `SELECT kind, id, rev, row_json IS NULL gone FROM scope_row
     WHERE scope = +? AND rev > ? AND rev <= ? ORDER BY rev LIMIT +?`,
  )
  const remove = db.prepare<[number, string, string]>(
    'DELETE FROM scope_row WHERE scope = ? AND kind = ? AND id = ?',
  )

  return {
    heads: (): Map<ScopeKey, ScopeHead> => new Map(all.all().map(({ key, id, head }) => [key, { id, head }])),
    create: (key: ScopeKey): number => Number(insert.run(key).lastInsertRowid),
    setHead: (scope: number, head: number): void => void setHead.run(head, scope),
    /** Writes a row, or a tombstone for null, under `rev`. False when that is what stands there already. */
    write(scope: number, kind: string, id: string, rev: number, row: object | null): boolean {
      if (row === null) return tombstone.run(rev, scope, kind, id).changes > 0
      return put.run(scope, kind, id, rev, rev, JSON.stringify(row)).changes > 0
    },
    /** At most `limit` rows that changed after `cursor`, by rev, without tombstones of rows that came after it too. */
    after(scope: number, cursor: number, limit: number): ChangedRow[] {
      return after.all(scope, cursor, cursor, limit).map(([kind, id, rev, row]) => ({
        kind,
        id,
        rev,
        row: row === null ? null : (JSON.parse(row) as unknown),
      }))
    },
    /** Ids of the rows of a kind that are no tombstones, latest change first; without what a batch under way drafted. */
    liveIds: (key: ScopeKey, kind: string): string[] => liveIds.all(key, kind),
    /** The same by rev, at most `limit` of those that changed after `rev`. */
    liveAfter: (key: ScopeKey, kind: string, rev: number, limit: number): { id: string; rev: number }[] =>
      liveAfter.all(key, kind, rev, limit),
    /** Rev of the `nth` newest (from 1) of them; undefined when there are fewer. */
    nthLive: (key: ScopeKey, kind: string, nth: number): number | undefined =>
      nthLive.get(key, kind, nth - 1),
    isLive: (key: ScopeKey, kind: string, id: string): boolean => isLive.get(key, kind, id) !== undefined,
    /** Whose cursor is before this rev cannot be told what is gone: it needs a snapshot. */
    pruned: (scope: number): number => pruned.get(scope) ?? 0,
    /** Deletes tombstones up to `rev`, oldest first, looking at `limit` rows at most. False when there are no more. */
    prune(scope: number, rev: number, limit: number): boolean {
      const rows = upTo.all(scope, pruned.get(scope) ?? 0, rev, limit)
      for (const { kind, id, gone } of rows) if (gone) remove.run(scope, kind, id)
      const last = rows.at(-1)
      if (last) setPruned.run(last.rev, scope)
      return rows.length === limit
    },
  }
}
