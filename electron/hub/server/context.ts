import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { Engine } from '../seam/engine.ts'
import type { Devices } from './devices.ts'
import type { Unlocks } from './unlock.ts'

/** What every verb may use. No socket of another device is reachable but through `devices`. */
export interface ServerContext {
  engine: Engine
  system: System
  log: Log
  devices: Devices
  unlocks: Unlocks
}
