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

/** Rows in one statement: it takes half as long for each as a statement of its own, and more would not be faster. */
const rowsAtOnce = 25

export function replicaTable(db: Sqlite): ReplicaTable {
  const position = db.prepare<[string], { hub: string; rev: number }>(
    'SELECT hub, rev FROM cursor WHERE scope = ?',
  )
  const move = db.prepare(
    `INSERT INTO cursor (scope, hub, rev) VALUES (?, ?, ?)
     ON CONFLICT (scope) DO UPDATE SET hub = excluded.hub, rev = excluded.rev`,
  )
  const putting = (count: number) =>
    db.prepare<(string | number)[]>(
      `INSERT INTO replica (scope, kind, id, rev, row) VALUES ${Array(count).fill('(?, ?, ?, ?, ?)').join(', ')}
       ON CONFLICT (scope, kind, id) DO UPDATE SET rev = excluded.rev, row = excluded.row`,
    )
  const [putOne, putMany] = [putting(1), putting(rowsAtOnce)]
  const remove = db.prepare('DELETE FROM replica WHERE scope = ? AND kind = ? AND id = ?')
  const drop = db.prepare('DELETE FROM replica WHERE scope = ?')
  const all = db.prepare<[string], { kind: string; id: string; rev: number; row: string }>(
    'SELECT kind, id, rev, row FROM replica WHERE scope = ? ORDER BY rev',
  )
  /** Runs of rows that are put go together; one that is taken away between them keeps its place in the order. */
  const write = (scope: StoredScope, rows: readonly ChangedRow[]): void => {
    let values: (string | number)[] = []
    const flush = (): void => {
      for (let at = 0; at < values.length; at += 5) putOne.run(...values.slice(at, at + 5))
      values = []
    }
    for (const { kind, id, rev, row } of rows) {
      if (row === null) {
        flush()
        remove.run(scope, kind, id)
        continue
      }
      values.push(scope, kind, id, rev, JSON.stringify(row))
      if (values.length < rowsAtOnce * 5) continue
      putMany.run(...values)
      values = []
    }
    flush()
  }
  const apply = db.transaction((scope: StoredScope, { hub, to, rows, reset }: ReplicaStep) => {
    if (reset) drop.run(scope)
    write(scope, rows)
    move.run(scope, hub, to)
  })
  return {
    position: (scope) => position.get(scope) ?? { hub: null, rev: 0 },
    apply: (scope, step) => apply.immediate(scope, step),
    rows: (scope) => all.all(scope).map(({ row, ...rest }) => ({ ...rest, row: JSON.parse(row) as unknown })),
  }
}
