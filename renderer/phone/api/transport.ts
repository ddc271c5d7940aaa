import { v7 } from 'uuid'
import type { Instant } from '../../../shared/domain/ids.ts'
import { now } from '../../ui/clock.ts'

/** Everything that a phone page takes from outside: network, clock and chance. */
export interface Transport {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  now: () => Instant
  /** Resolves after `ms`, or earlier when the network is back. */
  wait: (ms: number) => Promise<void>
  newId: () => string
}

/** The browser's own network, clock and chance. */
export const browserTransport: Transport = {
  fetch: (url, init) => fetch(url, init),
  now,
  wait: (ms) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        removeEventListener('online', done)
        resolve()
      }
      const timer = setTimeout(done, ms)
      addEventListener('online', done)
    }),
  newId: () => v7({ msecs: now() }),
}
