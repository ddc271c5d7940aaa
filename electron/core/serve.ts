import { type CoreStart, toCoreSchema } from '../../shared/contract/ipc.ts'
import type { Role } from '../../shared/contract/socket.ts'
import { stderrLog } from '../lib/log.ts'
import type { PortLike } from '../lib/port.ts'
import { onMainMessage, type ParentPort } from '../lib/process-channel.ts'
import type { System } from '../lib/system.ts'
import { type RunningCore, startCore } from './start.ts'

/**
 * Serves the core to main over `parent`: main starts it, hands it the pages' ports, and asks whether it still lives. Ends the
 * process on SIGTERM: what was confirmed is on disk already.
 */
export function serveCore(parent: ParentPort, system: System): void {
  const log = stderrLog('core', system.now)
  let core: Promise<RunningCore> | null = null

  const tell = onMainMessage(parent, toCoreSchema, (message, handedOver) => {
    switch (message.type) {
      case 'start':
        core ??= start(message)
        // Main was told why. This process stays, as a restart would only fail in the same way.
        core.catch(() => {})
        return
      case 'port':
        return attach(message.role, handedOver)
      case 'ping':
        return tell({ type: 'pong', n: message.n })
    }
  })

  async function start(options: CoreStart): Promise<RunningCore> {
    try {
      const running = await startCore({
        ...options,
        system,
        log,
        onLeave: () => tell({ type: 'leave' }),
        onHelp: (phone) => tell({ type: 'help', phone }),
      })
      tell({ type: 'ready' })
      return running
    } catch (error) {
      const { message } = error as Error
      log('error', 'start-failed', { why: message })
      tell({ type: 'fatal', message: `The kiosk cannot start from ${options.dir}: ${message}` })
      throw error
    }
  }

  function attach(role: Role | 'mailbox', port: PortLike | undefined): void {
    if (!port || !core || role === 'mailbox') return port?.close()
    // A page may be quicker than the core.
    void core.then(
      (running) => running.attach(role, port),
      () => port.close(),
    )
  }

  process.on('SIGTERM', () => {
    void Promise.resolve(core)
      .then((running) => running?.close())
      .finally(() => process.exit())
  })
}
