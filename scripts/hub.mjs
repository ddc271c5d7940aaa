import { ensureBuilt } from './lib/build.mjs'
import { node24 } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { setup } from './setup.mjs'

// The hub alone, on plain Node: no Electron and no library of a desktop. stdout is the hub's own: its first line is JSON.
await main(async () => {
  await setup()
  await ensureBuilt()
  const { code } = await run(
    node24,
    ['--enable-source-maps', 'out/main/hub-standalone.js', ...process.argv.slice(2)],
    {
      output: 'inherit',
    },
  )
  return code
})
