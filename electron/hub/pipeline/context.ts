import type { Person } from '../../../shared/contract/person.ts'
import type { KindOf, RowOf } from '../../../shared/contract/rows.ts'
import type { AccountId, DeviceId, Instant, LocationId, StaffId } from '../../../shared/domain/ids.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { DeviceContext } from '../seam/engine.ts'
import type { Payments } from '../seam/payments.ts'
import type { ScopeKey } from '../seam/scopes.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import type { Activity, ChangeSet } from './change-set.ts'
import type { Keys } from './keys.ts'
import type { Place } from './place.ts'

/** What the engine is made of; handed to everything that runs in it. */
export interface EngineDeps {
  readonly store: Store
  readonly system: System
  readonly keys: Keys
  readonly log: Log
  /** The payment provider; null = what is due is paid at reception (R3.5). */
  readonly payments: Payments | null
  /** The locations of this hub; at least one once it was set up. */
  locations(): LocationId[]
  placeOf(location: LocationId): Place
  /** Where phones reach the hub, without a slash at the end; '' until the server listens. */
  url(): string
  setUrl(url: string): void
  /** The last number of each device's outbox, as far as it was asked for (I2). */
  readonly lastSeqs: Map<DeviceId, number>
  /** By device: what the session on it was last told of what is on offer to it (R1.2). */
  readonly lastSentOffers: Map<DeviceId, string>
  /** Reads the places again, after a job changed one. */
  reloadPlaces(): void
}

/** The engine as it is seen from one location. */
export interface LocationDeps extends EngineDeps {
  readonly location: LocationId
  place(): Place
}

/** A scope of the context's own location, or that of a device which hosts doors. */
export type ScopeTarget = 'catalogue' | 'reception' | `doors:${DeviceId}`
type NameOf<T extends ScopeTarget> = T extends 'catalogue' | 'reception' ? T : 'doors'

/** One job within a batch, at one location. */
export interface JobContext extends LocationDeps {
  readonly now: Instant
  scopeKey(target: ScopeTarget): ScopeKey
  /** A row of a scope as it should be from now on; null when it is gone. Equal rows change nothing. */
  publish<T extends ScopeTarget, K extends KindOf<NameOf<T>>>(
    target: T,
    kind: K,
    id: string,
    row: RowOf<NameOf<T>, K> | null,
  ): void
  /** Takes a row away where its kind is not known by its type. */
  unpublish(target: ScopeTarget, kind: string, id: string): void
  readonly effects: ChangeSet['effects']
  /** Who does it: stands in the audit log. */
  readonly actor: AuditEntry['actor']
  audit(action: string, subject: string, detail?: Record<string, unknown>): void
  activity(what: Activity['what'], who: string, subject: string, detail?: string, at?: Instant): void
}

/** One command. */
export interface CommandContext extends JobContext {
  readonly command: string
  readonly device: DeviceContext
  /** The device's own time, at most `now` (R9.3). */
  readonly at: Instant
  readonly promised: boolean
  /** The person as they are after the command, if it loaded them: spares the answer a second look. */
  person?: Person
}
/** Somebody, or nobody in particular. */
export interface ViewerContext extends CommandContext {
  readonly account?: AccountId
}
export interface PersonContext extends CommandContext {
  readonly session: string
  readonly account: AccountId
}
export interface StaffContext extends CommandContext {
  readonly session: string
  readonly staff: { id: StaffId; name: string }
}

const hub: AuditEntry['actor'] = { kind: 'hub', id: '' }

export function atLocation(deps: EngineDeps, location: LocationId): LocationDeps {
  return { ...deps, location, place: () => deps.placeOf(location) }
}

export function createContext(
  deps: EngineDeps,
  changeSet: ChangeSet,
  { now, location, actor = hub }: { now: Instant; location: LocationId; actor?: AuditEntry['actor'] },
): JobContext {
  const scopeKey = (target: ScopeTarget): ScopeKey =>
    target === 'catalogue' || target === 'reception' ? `${target}:${location}` : target
  return {
    ...atLocation(deps, location),
    now,
    actor,
    scopeKey,
    publish: (target, kind, id, row) =>
      changeSet.publish({ key: scopeKey(target), kind, id, row: row as object | null }),
    unpublish: (target, kind, id) => changeSet.publish({ key: scopeKey(target), kind, id, row: null }),
    effects: changeSet.effects,
    audit: (action, subject, detail = {}) =>
      void changeSet.audits.push({ at: now, actor, action, subject, detail }),
    activity: (what, who, subject, detail = '', at = now) =>
      void changeSet.activities.push({ location, row: { at, what, who, subject, detail } }),
  }
}
