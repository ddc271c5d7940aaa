import { useSyncExternalStore } from 'react'
import type { Instant } from '../../shared/domain/ids.ts'

/** The one place where a page reads the system clock. */
export function now(): Instant {
  return Date.now()
}

const listeners = new Set<() => void>()
let shown = now()
let timer: ReturnType<typeof setTimeout> | undefined

function tick(): void {
  shown = now()
  for (const listener of listeners) listener()
  // On the second, so that a count-down and the clock in the status line change together.
  timer = setTimeout(tick, 1000 - (shown % 1000))
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearTimeout(timer)
  }
}

/** The time now, again every second. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, () => shown)
}

/** The time in whole minutes: for clocks, so that nothing is drawn again sixty times a minute. */
export function useMinute(): Instant {
  return useSyncExternalStore(subscribe, () => shown - (shown % 60_000))
}
