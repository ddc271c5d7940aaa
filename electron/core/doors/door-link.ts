import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { DoorConfigRow } from '../../../shared/contract/rows.ts'
import type { DeviceVerbIn } from '../../../shared/contract/socket.ts'
import type { DoorId, GrantId, Instant, Zone } from '../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import { createClockKeeper } from './clock.ts'
import type { Delays } from './delays.ts'
import type { DoorDriver, DoorEvent, DriverStatus } from './driver.ts'
import { DoorError, DoorUnreachable } from './errors.ts'
import { type CursorStore, pumpEvents } from './pump.ts'
import { createReconciler } from './reconciler.ts'
import type { GrantRow } from './wanted.ts'

export type DoorRow = DoorConfigRow & { id: DoorId }
export type DoorReport = DeviceVerbIn<'report'>['doors'][number]

export interface DoorLinkOptions {
  door: DoorRow
  driver: DoorDriver
  system: System
  log: Log
  zone: () => Zone
  delays: Delays
  cursor: CursorStore
  onEvents: (events: DoorEvent[]) => void | Promise<void>
  onChange: () => void
}

export interface UnlockRequest {
  door: DoorId
  grant: GrantId | null
  reason: string
  notAfter: Instant
}

/** One door and all that is done for it: connection, clock, grants, events, unlocks. */
export interface DoorLink {
  readonly door: DoorRow
  /** Only what needs no other controller: the name and the pulse. */
  rename(door: DoorRow): void
  setGrants(rows: readonly GrantRow[]): void
  unlock(request: UnlockRequest): Promise<Result<{ result: 'opened' | 'accepted' }, FoyerError>>
  report(): DoorReport
  /** Takes every grant back and hears no more events. */
  empty(): void
  isEmpty(): boolean
  close(): Promise<void>
}

export function createDoorLink(options: DoorLinkOptions): DoorLink {
  const { driver, system, zone, delays, cursor, onEvents, onChange } = options
  let { door } = options
  const log: Log = (level, event, fields) => options.log(level, event, { door: door.id, ...fields })
  const reconciler = createReconciler({ driver, system, log, zone, delays, onChange })
  const clock = createClockKeeper({ driver, system, log, delays })
  let connected: string | null = null
  let pumping = new AbortController()
  let pumped = Promise.resolve()
  let trouble: string | null = null
  let hears = true

  const connect = (controller: string): void => {
    log('info', 'door-online', { controller })
    clock.connected()
    reconciler.reconnected()
    if (!hears) return
    pumping = new AbortController()
    const { signal } = pumping
    const onTrouble = (why: string | null): void => {
      if (trouble === why) return
      trouble = why
      onChange()
    }
    // One after the other: two pumps would hand events over twice, and out of order.
    pumped = pumped.then(() =>
      pumpEvents(controller, signal, { driver, system, log, delays, cursor, onEvents, onTrouble }),
    )
  }

  const stopListening = driver.onStatus((status) => {
    const { connection } = status
    const now = connection.state === 'online' ? connection.controller : null
    if (now !== connected) {
      pumping.abort()
      if (connected) log('warn', 'door-offline', { why: 'why' in connection ? connection.why : '' })
      connected = now
      if (now) connect(now)
    }
    clock.seen(status)
    if (now && status.credentials !== null) reconciler.counted(status.credentials)
    onChange()
  })
  driver.connect()

  return {
    get door() {
      return door
    },
    rename(changed) {
      door = changed
      onChange()
    },
    setGrants: (rows) => reconciler.setGrants(rows),
    async unlock({ grant, reason, notAfter }) {
      if (system.now() > notAfter) return failure('door-refused', { door: door.name }, 'too late')
      try {
        return ok(await driver.unlock({ door: door.id, grant, seconds: door.pulse, reason, notAfter }))
      } catch (error) {
        if (!(error instanceof DoorError)) throw error
        log('warn', 'door-not-opened', { why: error.message, outcome: error.outcome })
        return failure(codeOf(error), { door: door.name }, error.message)
      }
    },
    report() {
      const status = driver.status()
      const { confirmedAt, clockSkewMs, credentials } = status
      return {
        id: door.id,
        online: status.connection.state === 'online',
        detail: describe(status, trouble, reconciler.overdue(), delays).slice(0, 300),
        confirmedAt,
        clockSkewMs,
        // The controller is asked for its count now and then only; what it has just taken counts at once.
        credentials: reconciler.holds() ?? credentials,
        held: reconciler.reports(),
      }
    },
    empty() {
      hears = false
      pumping.abort()
      reconciler.setGrants([])
    },
    isEmpty: () => reconciler.isEmpty(),
    async close() {
      stopListening()
      pumping.abort()
      reconciler.close()
      await driver.close()
      await pumped
    },
  }
}

function codeOf(error: DoorError): FoyerError['code'] {
  if (error.outcome === 'unknown') return 'door-unknown-outcome'
  return error instanceof DoorUnreachable ? 'door-unreachable' : 'door-refused'
}

/** For reception and the log; '' = all is well. */
function describe(status: DriverStatus, trouble: string | null, overdue: number, delays: Delays): string {
  const { connection, clockSkewMs } = status
  const said: string[] = []
  if (connection.state !== 'online') said.push('why' in connection ? connection.why : connection.state)
  if (overdue > 0) said.push(`${overdue} ended grants still at the door`)
  if (clockSkewMs !== null && Math.abs(clockSkewMs) >= delays.clockWarn)
    said.push(`clock ${Math.abs(Math.round(clockSkewMs / 1000))} s ${clockSkewMs > 0 ? 'ahead' : 'behind'}`)
  if (trouble) said.push(`events: ${trouble}`)
  return said.filter((one) => one !== '').join('; ')
}
