import { randomBelow, type System } from '../lib/system.ts'
import type { Faults } from './protocol.ts'

/** The wire to the controller with its faults: slow, lossy, or dead for a while. */
export interface Line {
  set(faults: Faults): void
  /** A datagram came in: handled now, after the thaw, or never. */
  arrives(handle: () => void): void
  /** An answer goes out: now, later, or never. */
  leaves(send: () => void): void
  close(): void
}

export function createLine(system: System): Line {
  let latency = 0
  let drop = 0
  let thaw: (() => void) | null = null
  let piled: (() => void)[] = []
  const late = new Set<() => void>()

  const lost = (): boolean => drop > 0 && randomBelow(system, 10_000) < drop * 10_000
  const melt = (): void => {
    thaw = null
    const waiting = piled
    piled = []
    for (const handle of waiting) handle()
  }

  return {
    set(faults) {
      latency = faults.latency ?? latency
      drop = faults.drop ?? drop
      if (faults.freeze === undefined) return
      thaw?.()
      if (faults.freeze === 0) melt()
      else thaw = system.after(faults.freeze, melt)
    },
    arrives(handle) {
      if (lost()) return
      if (thaw) piled.push(handle)
      else handle()
    },
    leaves(send) {
      if (lost()) return
      if (latency === 0) return send()
      const cancel = system.after(latency, () => {
        late.delete(cancel)
        send()
      })
      late.add(cancel)
    },
    close() {
      thaw?.()
      for (const cancel of late) cancel()
    },
  }
}
