import { type FromProcess, fromProcess } from '../../shared/contract/from-process.ts'
import type { Log } from '../lib/log.ts'
import type { System } from '../lib/system.ts'

/** All delays of watching a process, milliseconds. */
export const delays = {
  pingEvery: 2_000,
  /** No answer for this long: it hangs, and is ended (R9.6). */
  hungAfter: 10_000,
  restartFirst: 100,
  restartMax: 5_000,
  /** This many ends within `crashWindow` and the screen says out of order. */
  crashesAllowed: 5,
  crashWindow: 60_000,
} as const

/** What is needed of Electron's UtilityProcess. */
export interface Child {
  postMessage(message: unknown, transfer?: unknown[]): void
  on(event: 'message', listener: (message: unknown) => void): unknown
  once(event: 'exit', listener: (code: number) => void): unknown
  kill(): unknown
}

export type Health = 'up' | 'restarting' | 'out-of-order'

export interface Watched {
  /** Posts to the process that runs now; lost when none does, the next one is told everything anew in `onStart`. */
  post(message: unknown, transfer?: unknown[]): void
  stop(): Promise<void>
}

export interface Watch {
  name: string
  spawn(): Child
  /** A new process is there: say what it needs to begin. */
  onStart(post: Watched['post'], restarts: number): void
  onMessage(message: FromProcess): void
  onHealth(health: Health): void
  system: System
  log: Log
}

/** Starts a process, and starts it again whenever it ends or hangs, until stopped (R9.6). */
export function supervise(watch: Watch): Watched {
  const { system, log, name } = watch
  let child: Child | null = null
  let stopped = false
  let restarts = 0
  let pongAt = 0
  let ends: number[] = []
  let cancelPing = (): void => {}
  let cancelRestart = (): void => {}
  let exited: (() => void) | null = null

  const post: Watched['post'] = (message, transfer) => child?.postMessage(message, transfer)

  function start(): void {
    const own = watch.spawn()
    child = own
    pongAt = system.now()
    own.on('message', (raw) => {
      const message = fromProcess(raw)
      if (!message) return log('error', 'process-said-nonsense', { name })
      if (message.type === 'pong') pongAt = system.now()
      else watch.onMessage(message)
      if (message.type === 'ready') watch.onHealth('up')
    })
    own.once('exit', (code) => ended(own, code))
    watch.onStart(post, restarts)
    ping(own)
  }

  function ping(own: Child): void {
    cancelPing = system.after(delays.pingEvery, () => {
      if (child !== own) return
      if (system.now() - pongAt > delays.hungAfter) {
        log('error', 'process-hung', { name })
        own.kill()
        return
      }
      own.postMessage({ type: 'ping', n: restarts })
      ping(own)
    })
  }

  function ended(own: Child, code: number): void {
    if (child !== own) return
    child = null
    cancelPing()
    exited?.()
    if (stopped) return
    const now = system.now()
    ends = [...ends.filter((at) => now - at < delays.crashWindow), now]
    restarts += 1
    const wait = Math.min(delays.restartFirst * 2 ** (ends.length - 1), delays.restartMax)
    log('error', 'process-ended', { name, code, restarts, wait })
    watch.onHealth(ends.length >= delays.crashesAllowed ? 'out-of-order' : 'restarting')
    cancelRestart = system.after(wait, start)
  }

  start()
  return {
    post,
    stop() {
      stopped = true
      cancelRestart()
      const own = child
      if (!own) return Promise.resolve()
      return new Promise((resolve) => {
        exited = resolve
        own.kill()
      })
    },
  }
}
