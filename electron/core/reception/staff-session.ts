import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import { type KindOf, rowSchemas } from '../../../shared/contract/rows.ts'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { Call } from '../sync/calls.ts'
import type { Link } from '../sync/link.ts'
import { memoryStorage } from '../sync/memory-storage.ts'
import { type ScopeRows, scopeRows } from '../sync/rows.ts'
import { isSession } from '../sync/session-token.ts'
import { createSubscription, type Subscription } from '../sync/subscriptions.ts'

/** Milliseconds without a touch after which the console locks (R8.5). */
const idleTimeout = 60_000

export type LockReason = 'start' | 'idle' | 'signed-out'

/** A signed-in member of staff with the rows they see: in memory only, gone when the console locks (R8.5, I7). */
export interface StaffSession {
  readonly token: string
  /** Their name. */
  readonly staff: string
  /** When it ends without another touch. */
  lockAt(): Instant
  data(): ReceptionData
  touched(): void
  /** Subscribes to the rows. Errors: 'session-invalid', 'not-allowed', 'hub-unreachable'. */
  start(): Promise<Result<null, FoyerError>>
  stop(): void
}

interface StaffSessionDependencies {
  token: string
  staff: string
  link: Link
  system: System
  log: Log
  /** Rows or the time of the lock have changed. */
  changed(): void
  /** Idle for too long, or ended by the hub. */
  onLock(why: LockReason): void
}

/** Opens a session; its rows come once it is started. */
export function openStaffSession({
  token,
  staff,
  link,
  system,
  log,
  changed,
  onLock,
}: StaffSessionDependencies): StaffSession {
  const rows = scopeRows('reception')
  let data: ReceptionData | null = null
  let lockAt = 0
  let cancelLock = (): void => {}
  const storage = memoryStorage(rows, () => {
    data = null
    changed()
  })
  const subscription: Subscription = createSubscription({
    link,
    scopes: { reception: storage },
    staff: token,
    onRefused: (error) => {
      if (error.code === 'session-invalid') onLock('signed-out')
    },
    system,
    log,
  })
  const stopEvents = link.events.on(({ event, body }) => {
    if (event === 'sessionEnded' && isSession(token, body.session)) onLock('signed-out')
  })
  const touched = (): void => {
    lockAt = system.now() + idleTimeout
    cancelLock()
    cancelLock = system.after(idleTimeout, () => onLock('idle'))
    changed()
  }
  touched()
  return {
    token,
    staff,
    lockAt: () => lockAt,
    data: () => {
      data ??= dataOf(rows)
      return data
    },
    touched,
    start: () => subscription.start(),
    stop: () => {
      cancelLock()
      stopEvents()
      subscription.stop()
      rows.clear()
    },
  }
}

/** The rows as lists by kind, each with its id. */
function dataOf(rows: ScopeRows<'reception'>): ReceptionData {
  const kinds = Object.keys(rowSchemas.reception) as KindOf<'reception'>[]
  const lists = kinds.map((kind) => [kind, [...rows.of(kind)].map(([id, row]) => ({ ...row, id }))])
  return Object.fromEntries(lists) as ReceptionData
}

/** Signs sessions out at the hub: one that it could not hear of is tried again whenever the link is back. */
export function signOutQueue(link: Link, call: Call): { add(token: string): void; close(): void } {
  const waiting = new Set<string>()
  const send = async (token: string): Promise<void> => {
    const answer = await call('staff.signOut', {}, { session: token })
    if (answer.ok || answer.error.code !== 'hub-unreachable') waiting.delete(token)
  }
  const stop = link.changed.on(() => {
    if (link.state().name === 'online') for (const token of waiting) void send(token)
  })
  return {
    add: (token) => {
      waiting.add(token)
      void send(token)
    },
    close: stop,
  }
}
