import type { KindOf, RowOf } from '../../../shared/contract/rows.ts'
import type { Effect } from '../seam/engine.ts'
import type { ScopeKey } from '../seam/scopes.ts'
import type { AuditEntry } from '../store/audit.ts'

type ScopeOf<Key extends ScopeKey> = Key extends 'catalogue' | 'reception' ? Key : 'doors'
export type Activity = RowOf<'reception', 'activity'>

export interface Publication {
  key: ScopeKey
  kind: string
  id: string
  row: object | null
}

/**
 * Rows of scopes, audit entries, activity and effects that a job collects. Dropped if it throws; written once per batch.
 */
export interface ChangeSet {
  readonly publications: Map<string, Publication>
  readonly audits: AuditEntry[]
  readonly activities: Activity[]
  readonly effects: Effect[]
  /** A row of a scope as it should be from now on; null when it is gone. Equal rows change nothing. */
  publish<Key extends ScopeKey, K extends KindOf<ScopeOf<Key>>>(
    key: Key,
    kind: K,
    id: string,
    row: RowOf<ScopeOf<Key>, K> | null,
  ): void
  publishAny(publication: Publication): void
}

export function createChangeSet(): ChangeSet {
  const publications = new Map<string, Publication>()
  const publishAny = (publication: Publication): void => {
    const { key, kind, id } = publication
    publications.set(`${key}\n${kind}\n${id}`, publication)
  }
  return {
    publications,
    audits: [],
    activities: [],
    effects: [],
    publish: (key, kind, id, row) => publishAny({ key, kind, id, row: row as object | null }),
    publishAny,
  }
}
