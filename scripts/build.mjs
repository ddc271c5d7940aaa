import { ensureBuilt } from './lib/build.mjs'
import { main } from './lib/say.mjs'
import { setup } from './setup.mjs'

await main(async () => {
  await setup()
  await ensureBuilt()
})
