import { type ChildProcess, fork } from 'node:child_process'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'

const readySchema = z.object({ ready: z.literal(true), port: z.number().int().min(1).max(65535) })

/** Waits before the door is started again, in ms; the last one stays. */
const restarts = [200, 1_000, 5_000, 30_000]

export interface DoorProcess {
  host: string
  port: number
  stop(): void
}

/**
 * Runs the demo's simulated door as a process of its own. It is started again whenever it dies, on the port that it had,
 * with what it knew in its state file. Rejects when it does not come up the first time.
 */
export async function runDoor(script: URL, state: string, system: System, log: Log): Promise<DoorProcess> {
  let stopped = false
  let failures = 0
  let child: ChildProcess
  let cancelRestart = (): void => {}

  const start = async (port: number): Promise<number> => {
    child = fork(script, ['--state', state, '--port', String(port)], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    })
    const found = await readyPort(child)
    failures = 0
    return found
  }
  const restartOnExit = (port: number): void => {
    child.once('exit', (code, signal) => {
      if (stopped) return
      const wait = restarts[Math.min(failures++, restarts.length - 1)] ?? 0
      log('warn', 'door-restarts', { code, signal, wait })
      cancelRestart = system.after(wait, () => {
        start(port).catch((error: unknown) => log('error', 'door-not-up', { error: String(error) }))
        restartOnExit(port)
      })
    })
  }

  const port = await start(0)
  restartOnExit(port)
  return {
    host: '127.0.0.1',
    port,
    stop() {
      stopped = true
      cancelRestart()
      child.kill()
    },
  }
}

/** The port from the first line of its stdout. Rejects when it ends before, or says something else. */
function readyPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const { stdout } = child
    if (!stdout) return reject(new Error('the simulated door has no stdout'))
    child.once('error', reject)
    child.once('exit', (code) =>
      reject(new Error(`the simulated door ended with ${code} before it listened`)),
    )
    createInterface({ input: stdout }).once('line', (line) => {
      const ready = readySchema.safeParse(parseJson(line))
      if (ready.success) resolve(ready.data.port)
      else reject(new Error(`the simulated door said ${line.slice(0, 200)}`))
    })
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
