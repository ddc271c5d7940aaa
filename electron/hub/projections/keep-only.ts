import type { JobContext } from '../pipeline/context.ts'
import type { ScopeKey } from '../seam/scopes.ts'

/** Tombstones for the rows of a kind whose facts are gone. */
export function keepOnly(context: JobContext, key: ScopeKey, kind: string, ids: Iterable<string>): void {
  const kept = new Set(ids)
  for (const id of context.store.scopes.liveIds(key, kind))
    if (!kept.has(id)) context.publishAny({ key, kind, id, row: null })
}
