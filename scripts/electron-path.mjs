import { main } from './lib/say.mjs'
import { setupWithElectron } from './setup.mjs'

// The path alone on stdout, so that a shell can use it: $(npm run -s electron-path) . --data DIR
await main(async () => {
  const { exec } = await setupWithElectron()
  process.stdout.write(`${exec}\n`)
})
