import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { startCore } from '../../electron/core/start.ts'
import { silentLog } from '../../electron/lib/log.ts'
import { realSystem } from '../../electron/lib/system.ts'
import { asPortLike } from '../fixtures/node-port.ts'

/** The kiosk's core in a thread of its own, as it runs in a process of its own in the app: one port, one page. */
const { dir, hub, pair } = z.object({ dir: z.string(), hub: z.string(), pair: z.string() }).parse(workerData)
const core = await startCore({
  dir,
  roles: ['kiosk'],
  hub,
  pair,
  language: 'en',
  windowed: true,
  version: 'bench',
  deviceName: 'Bench kiosk',
  system: realSystem,
  log: silentLog,
  onLeave: () => {},
  onHelp: () => {},
})
parentPort?.on('message', (message: { port?: MessagePort } | 'close') => {
  if (message === 'close') void core.close().then(() => process.exit(0))
  else if (message.port) core.attach('kiosk', asPortLike(message.port))
})
parentPort?.postMessage('ready')
