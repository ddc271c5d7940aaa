import type { ScopeName } from '../../../shared/contract/rows.ts'
import type { ReplicaStorage } from './replica.ts'
import type { ScopeRows } from './rows.ts'

/** A replica that never leaves memory: what reception sees names people (I7). */
export function memoryStorage<S extends ScopeName>(
  rows: ScopeRows<S>,
  onApplied: () => void,
): ReplicaStorage {
  let position: { hub: string | null; rev: number } = { hub: null, rev: 0 }
  return {
    position: () => position,
    apply: (step) => {
      rows.apply(step.rows, step.reset)
      position = { hub: step.hub, rev: step.to }
      onApplied()
    },
  }
}
