import { mkdirSync } from 'node:fs'
import { ensureBuilt } from './lib/build.mjs'
import { demoDataFolder } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { openDisplay, sayHowToLook } from './lib/setup/display.mjs'
import { startArgs } from './lib/start-args.mjs'
import { setupWithElectron } from './setup.mjs'

await main(async () => {
  const { exec } = await setupWithElectron()
  await ensureBuilt()
  const data = demoDataFolder()
  mkdirSync(data, { recursive: true })
  const display = await openDisplay()
  if (display.isVirtual) sayHowToLook(display.env)
  const args = startArgs(process.argv.slice(2), { data, isRoot: process.getuid?.() === 0 })
  const { code } = await run(exec, args, { env: display.env, output: 'inherit' })
  await display.close()
  return code
})
