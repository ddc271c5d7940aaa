import type { JobContext, ScopeTarget } from '../pipeline/context.ts'

/** Tombstones for the rows of a kind whose facts are gone. */
export function keepOnly(
  context: JobContext,
  target: ScopeTarget,
  kind: string,
  ids: Iterable<string>,
): void {
  const kept = new Set(ids)
  for (const id of context.store.scopes.liveIds(context.scopeKey(target), kind))
    if (!kept.has(id)) context.unpublish(target, kind, id)
}
