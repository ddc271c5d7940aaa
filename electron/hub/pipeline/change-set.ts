import type { RowOf } from '../../../shared/contract/rows.ts'
import type { LocationId } from '../../../shared/domain/ids.ts'
import type { Effect } from '../seam/engine.ts'
import type { ScopeKey } from '../seam/scopes.ts'
import type { AuditEntry } from '../store/audit.ts'

export type Activity = RowOf<'reception', 'activity'>

/** A row of a scope as it should be from now on; null when it is gone. Equal rows change nothing. */
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
  readonly activities: { location: LocationId; row: Activity }[]
  readonly effects: Effect[]
  publish(publication: Publication): void
}

export function createChangeSet(): ChangeSet {
  const publications = new Map<string, Publication>()
  return {
    publications,
    audits: [],
    activities: [],
    effects: [],
    publish(publication) {
      const { key, kind, id } = publication
      publications.set(`${key}\n${kind}\n${id}`, publication)
    },
  }
}
