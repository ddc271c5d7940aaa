import { createServer } from 'vite'
import { galleryConfig } from './vite.ts'

/**
 * Serves the gallery until it is stopped: what is changed in a page, a word or a fixture is there at once. `--open` opens it in
 * the person's browser.
 */
const config = galleryConfig()
const server = await createServer({
  ...config,
  server: { ...config.server, open: process.argv.includes('--open') },
})
await server.listen()
process.stdout.write(`The gallery is at ${server.resolvedUrls?.local[0] ?? ''}\n`)
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void server.close().finally(() => process.exit(0)))
