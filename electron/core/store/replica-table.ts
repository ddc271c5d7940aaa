import type { ChangedRow } from '../../../shared/contract/rows.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** The scopes that may reach the disk of a device. `reception` knows people and never does (I7). */
export type StoredScope = 'catalogue' | 'doors'

/**
 * One step of a replica: rows up to `to` of the hub with this id. `reset` drops what was there before; `more`: the rows
 * alone may not fit together yet, the next step follows.
 */
export interface ReplicaStep {
  hub: string
  to: number
  rows: readonly ChangedRow[]
  reset: boolean
  more?: boolean
}

export interface ReplicaTable {
  /** `hub` null: nothing was ever applied. */
  position(scope: StoredScope): { hub: string | null; rev: number }
  /** Rows and cursor in one transaction: after a power cut both are there or neither. */
  apply(scope: StoredScope, step: ReplicaStep): void
  rows(scope: StoredScope): ChangedRow[]
}

export function replicaTable(db: Sqlite): ReplicaTable {
  const position = db.prepare<[string], { hub: string; rev: number }>(
    'SELECT hub, rev FROM cursor WHERE scope = ?',
  )
  const move = db.prepare(
    `INSERT INTO cursor (scope, hub, rev) VALUES (?, ?, ?)
     ON CONFLICT (scope) DO UPDATE SET hub = excluded.hub, rev = excluded.rev`,
  )
  const put = db.prepare(
    `INSERT INTO replica (scope, kind, id, rev, row) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (scope, kind, id) DO UPDATE SET rev = excluded.rev, row = excluded.row`,
  )
  const remove = db.prepare('DELETE FROM replica WHERE scope = ? AND kind = ? AND id = ?')
  const drop = db.prepare('DELETE FROM replica WHERE scope = ?')
  const all = db.prepare<[string], { kind: string; id: string; rev: number; row: string }>(
    'SELECT kind, id, rev, row FROM replica WHERE scope = ? ORDER BY rev',
  )
  const apply = db.transaction((scope: StoredScope, { hub, to, rows, reset }: ReplicaStep) => {
    if (reset) drop.run(scope)
    for (const { kind, id, rev, row } of rows) {
      if (row === null) remove.run(scope, kind, id)
      else put.run(scope, kind, id, rev, JSON.stringify(row))
    }
    move.run(scope, hub, to)
  })
  return {
    position: (scope) => position.get(scope) ?? { hub: null, rev: 0 },
    apply: (scope, step) => apply.immediate(scope, step),
    rows: (scope) => all.all(scope).map(({ row, ...rest }) => ({ ...rest, row: JSON.parse(row) as unknown })),
  }
}
