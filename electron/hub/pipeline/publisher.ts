import type { LocationId } from '../../../shared/domain/ids.ts'
import type { ScopeChanges, ScopeKey } from '../seam/scopes.ts'
import type { AuditTail } from '../store/audit.ts'
import type { ScopeHead } from '../store/scopes.ts'
import type { Store } from '../store/store.ts'
import { type ChangeSet, createChangeSet, type Publication } from './change-set.ts'

/** So many happenings are kept for reception; each new one takes the place of the oldest. */
export const activitiesKept = 300

/** Scope heads and audit tail, cached; updated only after a commit. */
interface CachedHeads {
  heads: Map<ScopeKey, ScopeHead>
  audit: AuditTail
  /** Activities so far of each location: their rows are slots of a ring, so that old ones leave no tombstones behind. */
  activities: ReadonlyMap<LocationId, number>
}

export interface Prepared {
  changes: ScopeChanges[]
  /** To be called once the transaction is on disk. */
  committed(): void
}

export interface Publisher {
  /** Writes what the jobs of one batch drafted, within their transaction: one rev per row that differs. */
  write(drafts: readonly ChangeSet[]): Prepared
  head(key: ScopeKey): number
  scope(key: ScopeKey): ScopeHead | undefined
}

export function createPublisher(store: Store): Publisher {
  const cached = loadHeads(store)
  return {
    head: (key) => cached.heads.get(key)?.head ?? 0,
    scope: (key) => cached.heads.get(key),
    write(drafts) {
      const merged = createChangeSet()
      const activities = new Map(cached.activities)
      for (const changeSet of drafts) {
        for (const [address, publication] of changeSet.publications)
          merged.publications.set(address, publication)
        for (const { location, row } of changeSet.activities) {
          const n = activities.get(location) ?? latestActivity(store, location)
          activities.set(location, n + 1)
          merged.publish({
            key: `reception:${location}`,
            kind: 'activity',
            id: `a${n % activitiesKept}`,
            row,
          })
        }
      }
      const { changes, heads } = writeRows(store, cached.heads, merged.publications.values())
      const audit = store.audit.append(
        cached.audit,
        drafts.flatMap((changeSet) => changeSet.audits),
      )
      return {
        changes,
        committed() {
          for (const [key, head] of heads) cached.heads.set(key, head)
          cached.audit = audit
          cached.activities = activities
        },
      }
    },
  }
}

function loadHeads(store: Store): CachedHeads {
  const heads = store.scopes.heads()
  return { heads, audit: store.audit.tail(), activities: new Map() }
}

function latestActivity(store: Store, location: LocationId): number {
  const latest = store.scopes.liveIds(`reception:${location}`, 'activity')[0]
  return latest ? Number(latest.slice(1)) + 1 : 0
}

function writeRows(
  store: Store,
  known: ReadonlyMap<ScopeKey, ScopeHead>,
  publications: Iterable<Publication>,
): { changes: ScopeChanges[]; heads: Map<ScopeKey, ScopeHead> } {
  const heads = new Map<ScopeKey, ScopeHead>()
  const changes = new Map<ScopeKey, ScopeChanges>()
  for (const { key, kind, id, row } of publications) {
    let scope = heads.get(key)
    if (!scope) {
      const before = known.get(key) ?? { id: store.scopes.create(key), head: 0 }
      scope = { ...before }
      heads.set(key, scope)
      changes.set(key, { key, from: before.head, to: before.head, rows: [] })
    }
    if (!store.scopes.write(scope.id, kind, id, scope.head + 1, row)) continue
    scope.head++
    changes.get(key)?.rows.push({ kind, id, rev: scope.head, row })
  }
  const changed = [...changes.values()].filter(({ rows }) => rows.length > 0)
  for (const change of changed) {
    const scope = heads.get(change.key)
    if (!scope) continue
    change.to = scope.head
    store.scopes.setHead(scope.id, scope.head)
  }
  return { changes: changed, heads }
}
