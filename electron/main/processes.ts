import { dirname, join } from 'node:path'
import { fromProcess } from '../../shared/contract/from-process.ts'
import type { CoreStart, HubStart } from '../../shared/contract/ipc.ts'
import type { Log } from '../lib/log.ts'
import type { System } from '../lib/system.ts'
import { type Child, type Health, supervise, type Watched } from './supervisor.ts'

/**
 * Starts a built file of ours as a utility process: no Node integration in a page is needed for any of it. `compiled` is the
 * folder where Node may keep its compiled code.
 */
export type Fork = (file: string, serviceName: string, compiled: string, args?: string[]) => Child

interface Surroundings {
  system: System
  log: Log
  fork: Fork
}

export interface HubProcess extends Watched {
  /** Settles with the first `ready`: where it listens, and a code that pairs this app. */
  ready: Promise<{ url: string; pair: string }>
}

/** The embedded hub. It keeps its port when it is restarted, so that its devices find it again. */
export function runHub(
  start: Omit<HubStart, 'type' | 'port' | 'simDoor'>,
  simDoor: () => HubStart['simDoor'],
  { system, log, fork }: Surroundings,
  on: { restarted(): void; fatal(message: string): void; health(state: Health): void },
): HubProcess {
  let port = 0
  let settle: (value: { url: string; pair: string }) => void
  const ready = new Promise<{ url: string; pair: string }>((resolve) => {
    settle = resolve
  })
  const watched = supervise({
    name: 'hub',
    system,
    log,
    spawn: () => fork('hub.js', 'Foyer hub', compiledIn(start.dir)),
    onStart: (post, restarts) => {
      post({ type: 'start', ...start, port, simDoor: simDoor() } satisfies HubStart)
      if (restarts > 0) on.restarted()
    },
    onMessage: (message) => {
      if (message.type === 'fatal') on.fatal(message.message)
      if (message.type !== 'ready' || !message.url) return
      port = Number(new URL(message.url).port)
      settle({ url: message.url, pair: message.pair ?? '' })
    },
    onHealth: on.health,
  })
  return { ...watched, ready }
}

/** The kiosk's own mind. */
export function runCore(
  start: () => Omit<CoreStart, 'type'>,
  { system, log, fork }: Surroundings,
  on: {
    started(): void
    leave(): void
    help(phone: string): void
    fatal(message: string): void
    health(state: Health): void
  },
): Watched {
  return supervise({
    name: 'core',
    system,
    log,
    spawn: () => fork('core.js', 'Foyer core', compiledIn(start().dir)),
    onStart: (post) => {
      post({ type: 'start', ...start() } satisfies CoreStart)
      // `post` reaches the new process; the pages' ports follow once `supervise` has returned or the restart is through.
      queueMicrotask(on.started)
    },
    onMessage: (message) => {
      if (message.type === 'leave') on.leave()
      if (message.type === 'help') on.help(message.phone)
      if (message.type === 'fatal') on.fatal(message.message)
    },
    onHealth: on.health,
  })
}

export interface SimDoorProcess {
  ready: Promise<number>
  stop(): void
}

/** The demo's door controller, a process of its own that survives ours going down (DOORS.md, "simulated"). */
export function runSimDoor(stateFile: string, { system, log, fork }: Surroundings): SimDoorProcess {
  let child: Child | null = null
  let stopped = false
  let port = 0
  const ready = new Promise<number>((resolve) => {
    const start = (): void => {
      const own = fork('sim-door.js', 'Foyer demo door', compiledIn(dirname(stateFile)), [
        '--state',
        stateFile,
        '--port',
        String(port),
      ])
      child = own
      own.on('message', (raw) => {
        const message = fromProcess(raw)
        if (message?.type !== 'ready' || message.port === undefined) return
        port = message.port
        resolve(port)
      })
      own.once('exit', (code) => {
        if (stopped) return
        log('error', 'process-ended', { name: 'sim-door', code })
        system.after(500, start)
      })
    }
    start()
  })
  return {
    ready,
    stop() {
      stopped = true
      child?.kill()
    },
  }
}

function compiledIn(dir: string): string {
  return join(dir, 'compiled')
}
