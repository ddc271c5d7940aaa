import { node24 } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main, say } from './lib/say.mjs'
import { ensureBrowser } from './lib/setup/browser.mjs'
import { needsVirtualDisplay } from './lib/setup/display.mjs'
import { setup } from './setup.mjs'

// Every screen in every state, to be looked at: [--update [part of a state's name…]] photographs them anew instead.
await main(async () => {
  const [first, ...words] = process.argv.slice(2)
  await setup()
  if (first === '--update') {
    process.env.FOYER_BROWSER = await ensureBrowser()
    const { code } = await run(node24, ['dev/gallery/update.ts', ...words], { output: 'inherit' })
    return code
  }
  const here = !needsVirtualDisplay()
  if (!here) sayHowToLook()
  const { code } = await run(node24, ['dev/gallery/serve.ts', ...(here ? ['--open'] : [])], {
    output: 'inherit',
  })
  return code
})

function sayHowToLook() {
  say('there is no display here. From the machine that you sit at, and then in its browser:')
  say('  ssh -L 5180:127.0.0.1:5180 THIS_MACHINE')
  say('  one picture (package chromium), with the address of the menu, or of a frame (its link "Alone"):')
  say('    chromium --headless --no-sandbox --window-size=1600,1000 --virtual-time-budget=20000 \\')
  say("      --screenshot=gallery.png 'http://127.0.0.1:5180/#kiosk/home/usual'")
}
