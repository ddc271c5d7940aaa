import type { Instant } from '../../../shared/domain/ids.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { Delays } from './delays.ts'
import type { DoorDriver, DriverStatus } from './driver.ts'

export interface ClockOptions {
  driver: DoorDriver
  system: System
  log: Log
  delays: Delays
}

/**
 * Keeps a controller's clock right: a clock that is a day ahead turns valid people away. Set at connect and when it is
 * off by `clockSet`; said in the log from `clockWarn` on. Give it every status of the driver.
 */
export function createClockKeeper({ driver, system, log, delays }: ClockOptions): {
  connected(): void
  seen(status: DriverStatus): void
} {
  let warned = false
  let setAt: Instant = Number.NEGATIVE_INFINITY

  const set = (): void => {
    if (!driver.setClock) return
    setAt = system.now()
    driver.setClock(setAt).catch((error: unknown) => {
      log('warn', 'door-clock-not-set', { why: error instanceof Error ? error.message : String(error) })
    })
  }

  return {
    connected: set,
    seen({ connection, clockSkewMs }) {
      if (connection.state !== 'online' || clockSkewMs === null) return
      const off = Math.abs(clockSkewMs)
      if (off >= delays.clockWarn && !warned) log('warn', 'door-clock-off', { clockSkewMs })
      warned = off >= delays.clockWarn
      if (off >= delays.clockSet && system.now() >= setAt + delays.health) set()
    },
  }
}
