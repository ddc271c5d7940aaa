import type { Log } from '../../lib/log.ts'
import type { ReplicaTable, StoredScope } from '../store/replica-table.ts'
import type { ReplicaStorage } from './replica.ts'
import { checkedRows, type ScopeRows } from './rows.ts'

/** A replica on disk, with its rows in memory in step: first the commit, then the memory, then whoever looks. */
export function diskStorage<S extends StoredScope>(
  scope: S,
  table: ReplicaTable,
  rows: ScopeRows<S>,
  log: Log,
  onApplied: (more: boolean) => void,
): ReplicaStorage {
  rows.apply(checkedRows(scope, table.rows(scope), log), true)
  return {
    position: () => table.position(scope),
    apply: (step) => {
      table.apply(scope, step)
      rows.apply(step.rows, step.reset)
      onApplied(step.more ?? false)
    },
  }
}
