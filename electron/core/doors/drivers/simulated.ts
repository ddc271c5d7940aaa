import { backoff, jittered, wait } from '../../../lib/retry.ts'
import { chance, type System } from '../../../lib/system.ts'
import { type InputOf, maxEvents, type Operation, type OutputOf } from '../../../simdoor/protocol.ts'
import { type Connection, type ConnectionEvent, nextConnection } from '../connection.ts'
import type { Delays } from '../delays.ts'
import type { DoorDriver, DriverStatus } from '../driver.ts'
import { DoorUnreachable, isSilence } from '../errors.ts'
import { cursorAfter, withGaps } from './simulated-events.ts'
import { openLink, type SimulatedLink } from './simulated-link.ts'

export interface SimulatedOptions {
  host: string
  port: number
  system: System
  delays: Delays
}

/** Two sockets: on its own one, "nobody listens" can only mean the unlock. */
interface Links {
  main: SimulatedLink
  unlock: SimulatedLink
}

/** Driver for the simulated controller (electron/simdoor): one lock, JSON over UDP. */
export function createSimulatedDriver({ host, port, system, delays }: SimulatedOptions): DoorDriver {
  let connection: Connection = { state: 'disconnected' }
  let links: Links | null = null
  let next: (() => void) | null = null
  let attempts = 0
  const seen: Omit<DriverStatus, 'connection'> = { confirmedAt: null, clockSkewMs: null, credentials: null }
  const listeners = new Set<(status: DriverStatus) => void>()
  const repeated = { timeout: delays.answer, tries: delays.tries }

  const status = (): DriverStatus => ({ connection, ...seen })

  const move = (event: ConnectionEvent): void => {
    const before = connection
    connection = nextConnection(before, event)
    // Told to connect once more: the attempts go on as they are.
    if (event.type === 'started' && before === connection) return
    next?.()
    next = null
    if (connection.state === 'online') next = system.after(delays.health, () => void look(repeated))
    else hangUp()
    if (connection.state === 'connecting') {
      const pause = jittered(delays.probe, delays.probeJitter, chance(system))
      next = system.after(connection.why === '' ? 0 : pause, () => void attempt())
    }
    if (connection.state === 'faulty') {
      const pause = backoff(delays.retry, connection.failures - 1, chance(system))
      next = system.after(pause, () => void attempt())
    }
    for (const listen of listeners) listen(status())
  }

  const hangUp = (): void => {
    links?.main.close()
    links?.unlock.close()
    links = null
  }

  const failed = (error: unknown): void => {
    const why = error instanceof Error ? error.message : String(error)
    move({ type: isSilence(error) ? 'silent' : 'fault', why })
  }

  /** New sockets every time: the way to the controller, or its address, may have changed. */
  const attempt = async (): Promise<void> => {
    const mine = ++attempts
    let opened: Links | null = null
    try {
      const main = await openLink(host, port, system)
      opened = { main, unlock: main }
      opened.unlock = await openLink(host, port, system)
    } catch (error) {
      opened?.main.close()
      if (mine === attempts && connection.state !== 'disconnected') failed(error)
      return
    }
    if (mine !== attempts || connection.state === 'disconnected') {
      opened.main.close()
      opened.unlock.close()
      return
    }
    links = opened
    await look({ timeout: delays.probe, tries: 2 })
  }

  /** Asks how it is: keeps the connection's state and the clock's skew true. */
  const look = async (how: { timeout: number; tries: number }): Promise<void> => {
    const asked = links
    if (!asked) return
    const before = system.now()
    try {
      const health = await asked.main.ask('health', {}, how)
      if (asked !== links) return
      const after = system.now()
      seen.confirmedAt = after
      seen.clockSkewMs = Math.round(health.time - (before + after) / 2)
      seen.credentials = health.credentials
      move({ type: 'answered', controller: health.serial })
    } catch (error) {
      if (asked === links) failed(error)
    }
  }

  const online = (): Links => {
    if (connection.state !== 'online' || !links)
      throw new DoorUnreachable('why' in connection ? connection.why || 'not connected yet' : 'not connected')
    return links
  }

  const ask = async <O extends Operation>(op: O, input: InputOf<O>): Promise<OutputOf<O>> => {
    const asked = online()
    try {
      const answer = await asked.main.ask(op, input, repeated)
      seen.confirmedAt = system.now()
      return answer
    } catch (error) {
      if (asked === links && isSilence(error)) failed(error)
      throw error
    }
  }

  return {
    capabilities: {
      credential: 'card',
      window: 'instant',
      revocation: 'sync',
      unlock: true,
      eventReplay: true,
      clock: true,
    },
    connect() {
      move({ type: 'started' })
    },
    async close() {
      move({ type: 'closed' })
      listeners.clear()
    },
    status,
    onStatus(listen) {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    async grant({ grant, credential, from, until }) {
      await ask('put', { grant, credential, from, until })
      return { state: 'active' }
    },
    async revoke(grant) {
      await ask('delete', { grant })
      return { state: 'gone' }
    },
    async *list() {
      for (let offset = 0, total = 1; offset < total; ) {
        const page = await ask('list', { offset })
        yield* page.held
        total = page.total
        offset += Math.max(page.held.length, 1)
      }
    },
    async unlock({ grant, seconds, reason, notAfter }) {
      const { unlock } = online()
      // It judges by its own clock, which may be off by up to a minute before it is set.
      const byItsClock = Math.max(0, notAfter + (seen.clockSkewMs ?? 0))
      try {
        const input = { seconds, reason, grant, notAfter: byItsClock }
        await unlock.ask('unlock', input, { timeout: delays.unlock, tries: 1 })
        seen.confirmedAt = system.now()
        return { result: 'opened' }
      } catch (error) {
        if (isSilence(error)) void look(repeated)
        throw error
      }
    },
    async *events({ controller, after, signal }) {
      const live = (): boolean =>
        !signal.aborted && connection.state === 'online' && connection.controller === controller
      for (let cursor = after; live(); ) {
        let page: OutputOf<'events'>
        try {
          page = await ask('events', { after: cursor, limit: maxEvents })
        } catch (error) {
          if (isSilence(error)) return
          throw error
        }
        if (signal.aborted) return
        const events = withGaps(controller, cursor, page, system.now())
        cursor = cursorAfter(cursor, page)
        if (events.length > 0) yield { events, cursor }
        if (cursor >= page.last) await wait(system, delays.events, signal)
      }
    },
    async setClock(now) {
      await ask('setClock', { now })
      await look(repeated)
    },
  }
}
