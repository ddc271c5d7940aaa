import type { z } from 'zod'
import {
  type ChangedRow,
  type KindOf,
  type RowOf,
  rowSchemas,
  type ScopeName,
} from '../../../shared/contract/rows.ts'
import type { Log } from '../../lib/log.ts'
import { type Signal, signal } from '../signal.ts'

/** The rows of one scope in memory, by kind and id. */
export interface ScopeRows<S extends ScopeName> {
  of<K extends KindOf<S>>(kind: K): ReadonlyMap<string, RowOf<S, K>>
  /** Rows that were checked before; `row` null takes one away. */
  apply(rows: readonly ChangedRow[], reset: boolean): void
  clear(): void
  /** Every row that came or went, one by one; null = all are gone. For what is kept in step with them. */
  changed: Signal<Pick<ChangedRow, 'kind' | 'id' | 'row'> | null>
}

export function scopeRows<S extends ScopeName>(scope: S): ScopeRows<S> {
  const kinds = new Map<string, Map<string, unknown>>(
    Object.keys(rowSchemas[scope]).map((kind) => [kind, new Map()]),
  )
  const changed: ScopeRows<S>['changed'] = signal()
  const clear = (): void => {
    for (const rows of kinds.values()) rows.clear()
    changed.emit(null)
  }
  return {
    // Only checked rows come in, each under its own kind.
    of: <K extends KindOf<S>>(kind: K) => kinds.get(kind) as ReadonlyMap<string, RowOf<S, K>>,
    apply: (rows, reset) => {
      if (reset) clear()
      for (const { kind, id, row } of rows) {
        if (row === null) kinds.get(kind)?.delete(id)
        else kinds.get(kind)?.set(id, row)
        changed.emit({ kind, id, row })
      }
    },
    clear,
    changed,
  }
}

/**
 * The rows that this version understands, as their schemas read them. A kind or row that it does not know is left out
 * and logged: one odd row from a newer hub must not stop the kiosk.
 */
export function checkedRows(scope: ScopeName, rows: readonly ChangedRow[], log: Log): ChangedRow[] {
  const schemas: Record<string, z.ZodType> = rowSchemas[scope]
  return rows.flatMap((changed) => {
    const schema = Object.hasOwn(schemas, changed.kind) ? schemas[changed.kind] : undefined
    if (schema && changed.row === null) return [changed]
    const checked = schema?.safeParse(changed.row)
    if (checked?.success) return [{ ...changed, row: checked.data }]
    log('error', 'row-not-understood', { scope, kind: changed.kind, id: changed.id, rev: changed.rev })
    return []
  })
}
