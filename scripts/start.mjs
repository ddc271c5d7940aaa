import { mkdirSync } from 'node:fs'
import { ensureBuilt } from './lib/build.mjs'
import { demoDataFolder } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main, say } from './lib/say.mjs'
import { openDisplay } from './lib/setup/display.mjs'
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

/** @param {NodeJS.ProcessEnv} env */
function sayHowToLook({ DISPLAY, XAUTHORITY }) {
  say(
    `there is no display here: the windows open on a virtual one, ${DISPLAY}. To look at it, from another shell:`,
  )
  say(`  live (package x11vnc), then point a VNC viewer at localhost:5900:`)
  say(`    x11vnc -display ${DISPLAY} -auth ${XAUTHORITY} -localhost -nopw -noipv6 -forever`)
  say('  one picture (package imagemagick):')
  say(`    XAUTHORITY=${XAUTHORITY} import -display ${DISPLAY} -window root foyer.png`)
}
