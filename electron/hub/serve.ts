import { join } from 'node:path'
import { type HubStart, toHubSchema } from '../../shared/contract/ipc.ts'
import { stderrLog } from '../lib/log.ts'
import { onMainMessage, type ParentPort } from '../lib/process-channel.ts'
import type { System } from '../lib/system.ts'
import { serveMailbox } from './mail/mailbox-port.ts'
import { type RunningHub, startHub } from './start.ts'
import { startFailure } from './start-failure.ts'

/** For whoever sets this machine up, at the terminal. */
function firstPinText(pin: string, dir: string): string {
  return `The PIN of the first member of staff, "Reception", is ${pin}. It is told only now: write it down, or name your staff in ${join(dir, 'foyer.yaml')}.\n`
}

/**
 * Serves the embedded hub to main over `parent`: for this machine only, so it listens on 127.0.0.1, unless foyer.yaml lets
 * phones in. `pages`: the folder of the built pages.
 * It takes no signal: main ends it with SIGTERM also when it hangs, and a handler would keep a hung process alive. What
 * was acknowledged is on disk by then (I3), and what was not is sent again by its device.
 */
export function serveHub(parent: ParentPort, { system, pages }: { system: System; pages: string }): void {
  const log = stderrLog('hub', system.now)
  let hub: Promise<RunningHub> | null = null

  const tell = onMainMessage(parent, toHubSchema, (message, handedOver) => {
    switch (message.type) {
      case 'start':
        hub ??= start(message)
        // Main was told why. This process stays, as a restart would only fail in the same way.
        hub.catch(() => {})
        return
      case 'port':
        if (message.role !== 'mailbox' || !handedOver || !hub) return handedOver?.close()
        // The page may ask before the hub is up.
        void hub.then(
          (running) => serveMailbox(handedOver, running.mailbox),
          () => handedOver.close(),
        )
        return
      case 'ping':
        return tell({ type: 'pong', n: message.n })
    }
  })

  async function start(options: HubStart): Promise<RunningHub> {
    try {
      const running = await startHub({ ...options, host: null, pages, system, log })
      if (running.firstPin !== null) process.stdout.write(firstPinText(running.firstPin, options.dir))
      tell({ type: 'ready', url: running.url, pair: await running.pairingCode('both') })
      return running
    } catch (error) {
      tell({ type: 'fatal', message: startFailure(error, options.dir).message })
      throw error
    }
  }
}
