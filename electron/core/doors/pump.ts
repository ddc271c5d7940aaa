import type { Log } from '../../lib/log.ts'
import { backoff, wait } from '../../lib/retry.ts'
import { chance, type System } from '../../lib/system.ts'
import type { Delays } from './delays.ts'
import type { Cursor, DoorDriver, DoorEvent } from './driver.ts'

export interface CursorStore {
  get(controller: string): Cursor
  set(controller: string, index: Cursor): void
}

export interface PumpOptions {
  driver: DoorDriver
  system: System
  log: Log
  delays: Delays
  cursor: CursorStore
  /** Resolves once the events are on disk. */
  onEvents: (events: DoorEvent[]) => void | Promise<void>
  /** null = it goes well. */
  onTrouble: (why: string | null) => void
}

/**
 * Takes a controller's events over until `signal` aborts or the connection is lost. The cursor moves only once they are
 * on disk, so that a crash in between brings them again rather than never (I8). Never rejects.
 */
export async function pumpEvents(
  controller: string,
  signal: AbortSignal,
  options: PumpOptions,
): Promise<void> {
  const { driver, system, log, delays, cursor, onEvents, onTrouble } = options
  const live = (): boolean => {
    const { connection } = driver.status()
    return !signal.aborted && connection.state === 'online' && connection.controller === controller
  }
  for (let failures = 0; live(); ) {
    try {
      const from = { controller, after: cursor.get(controller), signal }
      for await (const page of driver.events(from)) {
        await onEvents(page.events)
        cursor.set(controller, page.cursor)
        failures = 0
        onTrouble(null)
      }
    } catch (error) {
      failures++
      const why = error instanceof Error ? error.message : String(error)
      log('error', 'door-events-failed', { controller, why })
      onTrouble(why)
      await wait(system, backoff(delays.retry, failures - 1, chance(system)), signal)
    }
  }
}
