import type { GrantId, Instant, Zone } from '../../../shared/domain/ids.ts'
import type { Log } from '../../lib/log.ts'
import { backoff } from '../../lib/retry.ts'
import { chance, type System } from '../../lib/system.ts'
import type { Delays } from './delays.ts'
import type { DoorDriver, HeldGrant } from './driver.ts'
import { DoorCapacity, DoorError, DoorProtocolError, isSilence } from './errors.ts'
import { createGrantStates, type GrantReport } from './grant-states.ts'
import { planSteps, type Step } from './plan.ts'
import { createWanted, type GrantRow } from './wanted.ts'

export interface ReconcilerOptions {
  driver: DoorDriver
  system: System
  log: Log
  zone: () => Zone
  delays: Delays
  /** What is reported may have changed. */
  onChange: () => void
}

/** Brings one controller in line with the grants, again and again (R6.3, I6). */
export interface Reconciler {
  setGrants(rows: readonly GrantRow[]): void
  /** The controller can be reached again: nothing is known of it any more. */
  reconnected(): void
  /** The controller said how many credentials it holds: another number than thought is looked into at once. */
  counted(credentials: number): void
  reports(): GrantReport[]
  /** How many the controller was last seen to hold, with what was written since; null when that is not known. */
  holds(): number | null
  /** Whether the controller was seen to hold nothing, and nothing is on its way to it. */
  isEmpty(): boolean
  /** Grants that ended and are still at the door for too long, as far as we know. */
  overdue(): number
  close(): void
}

/** After so many rounds of writing and reading back, a controller that still differs is left until later. */
const rounds = 3

/** One request at a time; revokes first; a change takes effect after the request that is under way. */
export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { driver, system, log, zone, delays, onChange } = options
  const source = createWanted()
  const states = createGrantStates(delays)
  /** null until they are known: an empty door would be the worst guess. */
  let ids: ReadonlySet<GrantId> | null = null
  let held: Map<GrantId, HeldGrant> | null = null
  /** What the controller said no to; left alone until `fresh`: a change, a boundary or the next retry. */
  const refused = new Map<GrantId, DoorError>()
  let fresh = true
  /** What is held may have changed since it was read. */
  let stale = true
  let readAt: Instant = 0
  let version = 0
  let failures = 0
  let retryAt: Instant | null = null
  let running = false
  let again = false
  let closed = false
  let wake: (() => void) | null = null

  const online = (): boolean => !closed && driver.status().connection.state === 'online'
  const wanted = (): ReturnType<typeof source.at> => source.at(system.now(), zone())

  const look = (): void => {
    if (!ids) return
    states.look({
      now: system.now(),
      rows: ids,
      wanted: wanted().wanted,
      held,
      refused: new Set(refused.keys()),
    })
    onChange()
  }

  const read = async (): Promise<Map<GrantId, HeldGrant>> => {
    const found = new Map<GrantId, HeldGrant>()
    for await (const one of driver.list()) found.set(one.grant, one)
    stale = false
    readAt = system.now()
    return found
  }

  const carryOut = async (step: Step, now: Map<GrantId, HeldGrant>): Promise<void> => {
    if (step.do === 'revoke') {
      const { state } = await driver.revoke(step.grant)
      if (state === 'gone') now.delete(step.grant)
    } else {
      const { state } = await driver.grant(step.wanted)
      if (state === 'active') now.set(step.wanted.grant, step.wanted)
    }
  }

  /** Writes what differs, always towards the latest state. Resolves with whether anything was written. */
  const write = async (now: Map<GrantId, HeldGrant>): Promise<boolean> => {
    let planned = -1
    let steps: Step[] = []
    let full = false
    let wrote = false
    for (;;) {
      if (closed) return false
      if (planned !== version) {
        planned = version
        steps = planSteps(wanted().wanted, now).toReversed()
      }
      const step = steps.pop()
      if (!step) return wrote
      const grant = step.do === 'revoke' ? step.grant : step.wanted.grant
      if (refused.has(grant)) continue
      const noRoom: DoorError | null =
        full && step.do === 'grant' && step.isNew ? new DoorCapacity('full') : null
      try {
        if (noRoom) throw noRoom
        await carryOut(step, now)
        wrote = true
      } catch (error) {
        // A refusal concerns this grant alone; silence or nonsense concerns the controller.
        if (!(error instanceof DoorError) || isSilence(error) || error instanceof DoorProtocolError)
          throw error
        if (!refused.has(grant) && !noRoom)
          log('warn', 'door-grant-refused', { grant, do: step.do, why: error.message })
        refused.set(grant, error)
        full ||= error instanceof DoorCapacity
      }
    }
  }

  const pass = async (): Promise<void> => {
    const { wanted: now } = wanted()
    // Between retries only what must go is asked for again.
    for (const grant of refused.keys()) if (fresh || !now.has(grant)) refused.delete(grant)
    fresh = false
    const before = refused.size
    if (stale || !held) held = await read()
    for (let round = 1, since = version; await write(held); round++) {
      held = await read()
      if (since !== version) [round, since] = [0, version]
      if (round === rounds) throw new DoorProtocolError('it does not hold what it was given')
    }
    if (refused.size > before) failed()
    else if (refused.size === 0) failures = 0
  }

  const failed = (): void => {
    failures++
    retryAt = system.now() + backoff(delays.retry, failures - 1, chance(system))
  }

  const run = async (): Promise<void> => {
    running = true
    while (again && online()) {
      again = false
      try {
        await pass()
      } catch (error) {
        stale = true
        failed()
        const why = error instanceof Error ? error.message : String(error)
        log(isSilence(error) ? 'info' : 'warn', 'door-reconcile-failed', { why, failures })
      }
      if (!closed) look()
    }
    running = false
    if (closed) return
    look()
    plan()
  }

  /** Wakes at the next boundary, the next sweep or the next retry, whichever comes first. */
  const plan = (): void => {
    wake?.()
    if (!online()) retryAt = null
    const now = system.now()
    const sweepAt = (stale || !online() ? now : readAt) + delays.sweep
    const { nextAt } = wanted()
    const times = [sweepAt, nextAt, retryAt].filter((at) => at !== null)
    wake = system.after(Math.min(...times) - now, () => {
      const due = (at: Instant | null): boolean => at !== null && at <= system.now()
      if (due(retryAt) || due(nextAt)) fresh = true
      if (due(retryAt) || due(sweepAt)) stale = true
      if (due(retryAt)) retryAt = null
      start()
    })
  }

  const start = (): void => {
    if (closed || !ids) return
    version++
    again = true
    if (!running) void run()
  }

  return {
    setGrants(rows) {
      source.set(rows)
      ids = new Set(rows.map(({ id }) => id))
      fresh = true
      start()
    },
    reconnected() {
      stale = true
      fresh = true
      failures = 0
      start()
    },
    counted(credentials) {
      if (running || stale || !held || held.size === credentials) return
      stale = true
      start()
    },
    reports: () => states.all(),
    holds: () => (stale ? null : (held?.size ?? null)),
    isEmpty: () => held?.size === 0 && !stale && !running,
    overdue: () => states.overdue(system.now()),
    close() {
      closed = true
      wake?.()
    },
  }
}
