import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createServer } from 'vite'
import { outDir, root, watchProcesses } from './build.ts'
import type { DockOrder, ProcessName } from './dock/contract.ts'
import { freePort } from './free-port.ts'
import { pagesConfig } from './pages.ts'

/**
 * `npm run dev`: Vite serves the pages and puts changes into them; main, core, hub and door are built again when their sources
 * change, and whichever of them is another one then is started again, alone. Arguments are those of the app.
 */

const restartable: readonly ProcessName[] = ['core', 'hub', 'sim-door']
const electron = process.env.ELECTRON_EXEC_PATH ?? ''
const vitePort = await freePort()
const control = await freePort()
const vite = `http://127.0.0.1:${vitePort.toString()}/`

let app: ChildProcess | null = null
let running = new Map<string, string>()
let stopping = false

writeApp()
const pages = await createServer(pagesConfig({ port: vitePort, control }))
await pages.listen()
say(`the dock, in a browser too: ${vite}dock/, the page for phones: ${vite}me`)
const stopWatching = await watchProcesses({
  built: (marks) => void follow(new Map(marks)),
  // Vite has said where and why.
  error: () => say('this does not compile: what runs goes on as it is'),
})
// Vite would end this process at once, and with it the app's display before the app.
process.removeAllListeners('SIGTERM')
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))

/** Starts again what has become another one. */
async function follow(marks: Map<string, string>): Promise<void> {
  if (!marks.has('main.js') || !marks.has('preload.cjs')) return
  const changed = [...marks.keys()].filter((file) => running.get(file) !== marks.get(file))
  running = marks
  if (!app || changed.includes('main.js') || changed.includes('preload.cjs')) return restartApp()
  for (const name of restartable)
    if (changed.includes(`${name}.js`)) {
      say(`${name} is started again`)
      await tell({ do: 'restart', process: name })
    }
}

async function restartApp(): Promise<void> {
  const before = app
  app = null
  if (before) {
    say('the app is started again')
    await end(before)
  }
  if (stopping) return
  const started = spawn(electron, ['--inspect=127.0.0.1:9229', outDir, ...process.argv.slice(2)], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, FOYER_DEV: JSON.stringify({ vite, control }) },
  })
  app = started
  started.once('exit', (code) => {
    if (app !== started) return
    app = null
    // Closed by the person, or by a mistake in main: that is waited for to be mended.
    if (code === 0) void stop(0)
    else say(`the app ended with exit code ${String(code)}; it is started again with the next change`)
  })
}

async function tell(order: DockOrder): Promise<void> {
  await fetch(`http://127.0.0.1:${control.toString()}/dock/api`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(order),
  }).catch(() => say('the app does not answer yet'))
}

async function stop(code: number): Promise<void> {
  if (stopping) return
  stopping = true
  if (app) await end(app)
  await stopWatching()
  await pages.close()
  process.exit(code)
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** What Electron starts, and what the hub gives to phones: a page that goes on to the one that Vite serves. */
function writeApp(): void {
  const { name, productName, version } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, string>
  write('package.json', JSON.stringify({ name, productName, version, type: 'module', main: 'main/main.js' }))
  write('phone/manifest.json', JSON.stringify({ 'phone/index.html': { file: 'assets/to-vite.js' } }))
  write(
    'phone/phone/index.html',
    '<!doctype html><title>Foyer</title><script src="/assets/to-vite.js"></script>',
  )
  write(
    'phone/assets/to-vite.js',
    `location.replace('${vite.slice(0, -1)}' + location.pathname + location.search + location.hash)\n`,
  )
}

function write(path: string, text: string): void {
  const file = join(outDir, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function say(line: string): void {
  process.stderr.write(`foyer: ${line}\n`)
}
