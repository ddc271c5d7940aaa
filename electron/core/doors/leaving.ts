import type { System } from '../../lib/system.ts'
import type { Delays } from './delays.ts'
import type { DoorLink } from './door-link.ts'

/** Doors that this device has lost: each is let go of as soon as it holds no grant of ours, and in any case soon. */
export interface Leaving {
  start(links: Iterable<DoorLink>): void
  /** Something about a door has changed. */
  look(): void
  /** Lets go of whatever is left, now. */
  end(): void
}

export function createLeaving(system: System, delays: Delays, shut: (link: DoorLink) => void): Leaving {
  const left = new Set<DoorLink>()
  let cancel = (): void => {}

  const letGo = (link: DoorLink): void => {
    left.delete(link)
    shut(link)
  }
  const look = (): void => {
    for (const link of left) if (link.isEmpty()) letGo(link)
    if (left.size === 0) cancel()
  }
  const end = (): void => {
    cancel()
    for (const link of left) letGo(link)
  }

  return {
    start(links) {
      for (const link of links) left.add(link)
      cancel()
      cancel = system.after(delays.letGo, end)
      for (const link of left) link.empty()
      look()
    },
    look,
    end,
  }
}
