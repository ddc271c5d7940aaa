import { mkdirSync, rmSync } from 'node:fs'
import { devDataFolder, node24 } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { openDisplay, sayHowToLook } from './lib/setup/display.mjs'
import { startArgs } from './lib/start-args.mjs'
import { setupWithElectron } from './setup.mjs'

// The app while it is worked on: pages take changes as they are, processes are started again, and a dock plays the world.
// [--fresh] begins with new data; everything else goes to the app as with `npm start`.
await main(async () => {
  await setupWithElectron()
  const data = devDataFolder()
  const asked = process.argv.slice(2)
  if (asked.includes('--fresh')) rmSync(data, { recursive: true, force: true })
  mkdirSync(data, { recursive: true })
  // Wide enough for the dock beside the console: without a window manager nothing could be moved.
  const display = await openDisplay({ width: 2400, height: 1920 })
  if (display.isVirtual) sayHowToLook(display.env)
  const extra = asked.filter((arg) => arg !== '--fresh')
  const [, ...args] = startArgs(extra, { data, isRoot: process.getuid?.() === 0 })
  const { code } = await run(node24, ['dev/watch.ts', ...args], { env: display.env, output: 'inherit' })
  await display.close()
  return code
})
