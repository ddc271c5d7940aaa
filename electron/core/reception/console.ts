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

/** The console locks after this many milliseconds without a touch (R8.5). */
const locksAfter = 60_000

export type LockReason = 'start' | 'idle' | 'signed-out'

/** Staff at work: their session and what they see, in memory only and gone when the console locks (R8.5, I7). */
export interface OpenConsole {
  readonly token: string
  readonly staff: string
  lockAt(): Instant
  data(): ReceptionData
  touched(): void
  /** Subscribes to the rows. Errors: 'session-invalid', 'not-allowed', 'hub-unreachable'. */
  start(): Promise<Result<null, FoyerError>>
  stop(): void
}

interface Parts {
  token: string
  staff: string
  link: Link
  system: System
  log: Log
  changed(): void
  onLock(why: LockReason): void
}

export function openConsole({ token, staff, link, system, log, changed, onLock }: Parts): OpenConsole {
  const rows = scopeRows('reception')
  let data: ReceptionData | null = null
  let lockAt = 0
  let cancel = (): void => {}
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
    lockAt = system.now() + locksAfter
    cancel()
    cancel = system.after(locksAfter, () => onLock('idle'))
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
      cancel()
      stopEvents()
      subscription.stop()
      rows.clear()
    },
  }
}

function dataOf(rows: ScopeRows<'reception'>): ReceptionData {
  const kinds = Object.keys(rowSchemas.reception) as KindOf<'reception'>[]
  const lists = kinds.map((kind) => [kind, [...rows.of(kind)].map(([id, row]) => ({ ...row, id }))])
  return Object.fromEntries(lists) as ReceptionData
}

/** Ends sessions at the hub, again and again until it has heard of it. */
export function sessionEnder(link: Link, call: Call): { end(token: string): void; close(): void } {
  const open = new Set<string>()
  const tell = async (token: string): Promise<void> => {
    const answer = await call('staff.signOut', {}, { session: token })
    if (answer.ok || answer.error.code !== 'hub-unreachable') open.delete(token)
  }
  const stop = link.changed.on(() => {
    if (link.state().name === 'online') for (const token of open) void tell(token)
  })
  return {
    end: (token) => {
      open.add(token)
      void tell(token)
    },
    close: stop,
  }
}
