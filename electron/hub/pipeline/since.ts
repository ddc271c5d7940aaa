import type { ChangedRow } from '../../../shared/contract/rows.ts'
import type { ScopeKey } from '../seam/scopes.ts'
import type { Store } from '../store/store.ts'
import type { Publisher } from './publisher.ts'

/**
 * A page of what changed after `cursor` (contract/socket.ts, `since`). Revs have holes, where a row changed again; `to`
 * is therefore the head when nothing is left. A cursor beyond the head is of an earlier database, and one from before what
 * the scope still remembers (`pruned`) cannot be told what is gone: the page begins anew, at `from: 0`.
 * `snapshotOf`: the head when the snapshot began of which this is a further page; its cursor may lie that far back.
 */
export function rowsSince(
  store: Store,
  publisher: Publisher,
  key: ScopeKey,
  cursor: number,
  limit: number,
  snapshotOf?: number,
): { from: number; to: number; rows: ChangedRow[]; more: boolean } {
  const scope = publisher.scope(key)
  const head = scope?.head ?? 0
  const isForgotten = scope !== undefined && (snapshotOf ?? cursor) < store.scopes.pruned(scope.id)
  const from = cursor > head || isForgotten ? 0 : cursor
  const rows = scope ? store.scopes.after(scope.id, from, limit + 1) : []
  const more = rows.length > limit
  if (more) rows.pop()
  return { from, to: more ? (rows.at(-1)?.rev ?? from) : head, rows, more }
}
