import { node24 } from './lib/paths.mjs'
import { run } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { setup } from './setup.mjs'

// Writes docs/protocol.md from the contracts; with --check it only says whether that is up to date.
await main(async () => {
  await setup()
  const { code } = await run(node24, ['scripts/protocol.ts', ...process.argv.slice(2)], { output: 'inherit' })
  return code
})
