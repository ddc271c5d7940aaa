import type { Person } from '../../../shared/contract/person.ts'
import type { AccountId, DeviceId, Instant, StaffId } from '../../../shared/domain/ids.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { DeviceContext } from '../seam/engine.ts'
import type { Payments } from '../seam/payments.ts'
import type { AuditEntry } from '../store/audit.ts'
import type { Store } from '../store/store.ts'
import type { Activity, ChangeSet, Publication } from './change-set.ts'
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
  place(): Place
  /** Where phones reach the hub, without a slash at the end; '' until the server listens. */
  url(): string
  setUrl(url: string): void
  /** The last number of each device's outbox, as far as it was asked for (I2). */
  readonly lastSeqs: Map<DeviceId, number>
  /** By device: what the session on it was last told of what is on offer to it (R1.2). */
  readonly lastSentOffers: Map<DeviceId, string>
  /** Reads the place again, after a job changed it. */
  reloadPlace(): void
}

/** One job within a batch. */
export interface JobContext extends EngineDeps {
  readonly now: Instant
  readonly publish: ChangeSet['publish']
  /** The same where kind and row are not known to fit together by their types. */
  publishAny(publication: Publication): void
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

export function createContext(deps: EngineDeps, changeSet: ChangeSet, now: Instant, actor = hub): JobContext {
  return {
    ...deps,
    now,
    actor,
    publish: changeSet.publish,
    publishAny: changeSet.publishAny,
    effects: changeSet.effects,
    audit: (action, subject, detail = {}) =>
      void changeSet.audits.push({ at: now, actor, action, subject, detail }),
    activity: (what, who, subject, detail = '', at = now) =>
      void changeSet.activities.push({ at, what, who, subject, detail }),
  }
}
