import { v7 } from 'uuid'
import { now } from '../../ui/clock.ts'
import type { Transport } from './ask.ts'

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
