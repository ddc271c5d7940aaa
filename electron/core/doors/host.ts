import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import type { DoorId, Instant, Zone } from '../../../shared/domain/ids.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import { type Delays, delays as defaultDelays } from './delays.ts'
import {
  createDoorLink,
  type DoorLink,
  type DoorReport,
  type DoorRow,
  type UnlockRequest,
} from './door-link.ts'
import type { DoorDriver, DoorEvent } from './driver.ts'
import { createSimulatedDriver } from './drivers/simulated.ts'
import { createLeaving } from './leaving.ts'
import type { CursorStore } from './pump.ts'
import type { GrantRow } from './wanted.ts'

export interface DoorHostOptions {
  system: System
  log: Log
  /** The location's zone, asked whenever it matters. */
  zone: () => Zone
  /** Resolves once the events are on disk; only then the cursor moves. At least once: the same ones may come again. */
  onEvents: (door: DoorId, events: DoorEvent[]) => void | Promise<void>
  /** Where the events of a controller go on: kept on disk, 0 for one that is not known. */
  cursor: CursorStore
  /** After every change, gathered, and every 30 s. */
  onReport: (doors: DoorReport[]) => void
  delays?: Delays
  makeDriver?: (door: DoorRow, system: System, delays: Delays) => DoorDriver
}

/** The doors that this device hosts. */
export interface DoorHost {
  setDoors(rows: readonly DoorRow[]): void
  setGrants(rows: readonly GrantRow[]): void
  /**
   * This device was revoked: it opens no door any more. The controllers have until `delays.letGo`, or until new doors
   * are given, to take its grants back (R10.2, I6).
   */
  letGo(): void
  /**
   * Opens a door once; sent at once, never repeated, never queued. Whether somebody may is decided before.
   * Errors: `door-unknown`; `door-unreachable`: it did not open; `door-unknown-outcome`: it may have opened, its event
   * says so later; `door-refused`.
   */
  unlock(request: UnlockRequest): Promise<Result<{ result: 'opened' | 'accepted' }, FoyerError>>
  hosts(door: DoorId): boolean
  reports(): DoorReport[]
  /** Ends sockets and timers; waits for events that are being written. */
  close(): Promise<void>
}

export function createDoorHost(options: DoorHostOptions): DoorHost {
  const { system, log, zone, onEvents, cursor, onReport, delays = defaultDelays } = options
  const makeDriver = options.makeDriver ?? driverFor
  const links = new Map<DoorId, DoorLink>()
  /** Doors that share the address of another one: two would undo each other's grants. */
  const clashes = new Map<DoorId, DoorId>()
  const closing = new Set<Promise<void>>()
  /** null until given for the first time: nothing is taken from a controller on a guess. */
  let grants: readonly GrantRow[] | null = null
  let gathering: (() => void) | null = null
  let lastReport = ''
  let reportedAt: Instant = 0
  let closed = false

  const reports = (): DoorReport[] => [
    ...[...links.values()].map((link) => link.report()),
    ...[...clashes].map(([id, other]) => clashReport(id, other)),
  ]

  const changed = (): void => {
    if (closed) return
    leaving.look()
    gathering ??= system.after(delays.reportGather, () => {
      gathering = null
      const doors = reports()
      const gist = JSON.stringify(doors.map(withoutTrembling))
      if (gist === lastReport && system.now() < reportedAt + delays.reportRepeat) return
      lastReport = gist
      reportedAt = system.now()
      onReport(doors)
    })
  }

  const shut = (link: DoorLink): void => {
    const done = link.close().finally(() => closing.delete(done))
    closing.add(done)
  }

  const leaving = createLeaving(system, delays, shut)

  const give = (link: DoorLink): void => {
    if (grants) link.setGrants(grants.filter(({ doors }) => doors.includes(link.door.id)))
  }

  const open = (door: DoorRow): void => {
    const link = createDoorLink({
      door,
      driver: makeDriver(door, system, delays),
      system,
      log,
      zone,
      delays,
      cursor,
      onEvents: (events) => onEvents(door.id, events),
      onChange: changed,
    })
    links.set(door.id, link)
    give(link)
  }

  return {
    setDoors(rows) {
      leaving.end()
      const byAddress = new Map<string, DoorRow>()
      clashes.clear()
      for (const row of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
        const first = byAddress.get(addressOf(row))
        if (!first) byAddress.set(addressOf(row), row)
        else clashes.set(row.id, first.id)
      }
      const kept = new Map([...byAddress.values()].map((row) => [row.id, row]))
      for (const [id, link] of links) {
        const row = kept.get(id)
        if (row && addressOf(row) === addressOf(link.door)) {
          link.rename(row)
          kept.delete(id)
        } else {
          shut(link)
          links.delete(id)
        }
      }
      for (const row of kept.values()) open(row)
      changed()
    },
    setGrants(rows) {
      grants = rows
      for (const link of links.values()) give(link)
    },
    letGo() {
      const left = [...links.values()]
      links.clear()
      clashes.clear()
      grants = null
      leaving.start(left)
    },
    async unlock(request) {
      const link = links.get(request.door)
      if (link) return link.unlock(request)
      const clash = clashes.get(request.door)
      if (clash) return failure('door-refused', {}, clashText(clash))
      return failure('door-unknown')
    },
    hosts: (door) => links.has(door) || clashes.has(door),
    reports,
    async close() {
      closed = true
      gathering?.()
      leaving.end()
      for (const link of links.values()) shut(link)
      links.clear()
      await Promise.all(closing)
    },
  }
}

function driverFor(door: DoorRow, system: System, delays: Delays): DoorDriver {
  switch (door.driver) {
    case 'simulated':
      return createSimulatedDriver({ host: door.host, port: door.port, system, delays })
  }
}

function addressOf({ driver, host, port }: DoorRow): string {
  return `${driver} ${host} ${port}`
}

function clashText(other: DoorId): string {
  return `has the same address as door ${other}`
}

function clashReport(id: DoorId, other: DoorId): DoorReport {
  const nothing = { confirmedAt: null, clockSkewMs: null, credentials: null, held: [] }
  return { id, online: false, detail: clashText(other), ...nothing }
}

/** What is worth a report: not that the controller answered again, nor a clock that differs by another millisecond. */
function withoutTrembling(report: DoorReport): unknown {
  const { confirmedAt, clockSkewMs, ...rest } = report
  return { ...rest, confirmed: confirmedAt !== null, skew: clockSkewMs && Math.round(clockSkewMs / 1000) }
}
