import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { stderrLog } from '../lib/log.ts'
import { realSystem } from '../lib/system.ts'
import { serveSimDoor } from './serve.ts'

/**
 * The simulated door controller, a process of its own: plain Node, or an Electron utility process.
 * Says where it listens as one JSON line on stdout, and to `process.parentPort` where there is one.
 */

const usage = 'Usage: sim-door --state FILE [--port N] [--host 127.0.0.1] [--capacity 10000]'
const optionsSchema = z.object({
  state: z.string().min(1),
  host: z.string().min(1).default('127.0.0.1'),
  port: z.coerce.number().int().min(0).max(65_535).default(0),
  capacity: z.coerce.number().int().positive().max(1_000_000).default(10_000),
})

const log = stderrLog('sim-door', () => realSystem.now())

function readOptions(): z.infer<typeof optionsSchema> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { state: text, host: text, port: text, capacity: text } })
  return optionsSchema.parse(values)
}

async function main(): Promise<void> {
  const options = readOptions()
  mkdirSync(dirname(options.state), { recursive: true, mode: 0o700 })
  const { port } = await serveSimDoor(options, realSystem, log)
  process.stdout.write(`${JSON.stringify({ ready: true, port })}\n`)
  const parent = (process as { parentPort?: { postMessage(message: unknown): void } }).parentPort
  parent?.postMessage({ type: 'ready', port })
}

// Forked by a hub that was killed: nobody is left to end it, and a second one must not share its state file.
process.once('disconnect', () => process.exit(0))

main().catch((error: unknown) => {
  log('error', 'cannot-start', { why: error instanceof Error ? error.message : String(error), usage })
  process.exitCode = 1
})
