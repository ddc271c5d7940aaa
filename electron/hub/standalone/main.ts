import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import { stderrLog } from '../../lib/log.ts'
import { realSystem } from '../../lib/system.ts'
import { type RunningHub, startHub } from '../start.ts'
import { startFailure } from '../start-failure.ts'
import { type DoorProcess, runDoor } from './door.ts'
import { type AloneFlags, readAloneFlags } from './flags.ts'

/**
 * The hub alone, on plain Node. Says one JSON line on stdout when it listens; everything else goes to stderr.
 * Exit codes: 0 = it was stopped (SIGINT, SIGTERM), 1 = it could not start or broke, 2 = the command or foyer.yaml is wrong.
 */

/** Devices that may pair with a demo hub without anybody at reception. */
const demoCodes = 4

interface Running {
  door: DoorProcess | null
  hub: RunningHub | null
}

const log = stderrLog('hub', () => realSystem.now())
const version = manifest.version

async function main(): Promise<void> {
  const flags = readAloneFlags(process.argv.slice(2))
  if (!flags.ok) return giveUp(flags.error, 2)
  const { data, host, port, demo, smtp } = flags.value
  const running: Running = { door: null, hub: null }
  stopOnSignal(running)
  try {
    const simDoor = demo ? async () => (running.door = await startDoor(data)) : null
    const hub = await startHub({
      dir: data,
      host,
      port,
      demo,
      smtp,
      simDoor,
      version,
      pages: join(import.meta.dirname, '../renderer'),
      system: realSystem,
      log,
    })
    running.hub = hub
    process.stdout.write(`${JSON.stringify(await readyLine(hub, flags.value))}\n`)
  } catch (error) {
    running.door?.stop()
    const { message, exitCode } = startFailure(error, data)
    giveUp(message, exitCode)
  }
}

function startDoor(data: string): Promise<DoorProcess> {
  return runDoor(new URL('./sim-door.js', import.meta.url), join(data, 'door', 'state.json'), realSystem, log)
}

async function readyLine(hub: RunningHub, { demo }: AloneFlags): Promise<Record<string, unknown>> {
  const codes = demo ? demoCodes : hub.engine.unpaired() ? 1 : 0
  const pair: string[] = []
  for (let n = 0; n < codes; n++) pair.push(await hub.pairingCode('both'))
  return {
    ready: true,
    url: hub.url,
    version,
    pair,
    ...(hub.firstPin !== null && { firstPin: hub.firstPin }),
    ...(!demo && { hint: 'Codes for more devices: reception console, Kiosks, Pair a device.' }),
    ...(hub.mailbox && { smtp: hub.mailbox.url, mailbox: `${hub.url}/mailbox` }),
  }
}

/** What has to be ended: the door in any case, the hub by letting it finish. A second signal ends it at once. */
function stopOnSignal(running: Running): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) process.exit(1)
    stopping = true
    log('info', 'hub-stops')
    void close(running.hub).then((code) => process.exit(code))
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('exit', () => running.door?.stop())
}

/** Resolves with the exit code. */
async function close(hub: RunningHub | null): Promise<0 | 1> {
  try {
    await hub?.close()
    return 0
  } catch (error) {
    log('error', 'close-failed', { error: String(error) })
    return 1
  }
}

function giveUp(message: string, exitCode: 1 | 2): void {
  process.stderr.write(`${message}\n`)
  process.exitCode = exitCode
}

void main()
