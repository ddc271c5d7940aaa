import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { pathWithTools } from './lib/paths.mjs'
import { resolveRuntime } from './lib/runtime/runtime.mjs'
import { main } from './lib/say.mjs'
import { ensurePackages, packagesForWindows } from './lib/setup/debian.mjs'
import { ensureModules } from './lib/setup/install.mjs'

/**
 * The first step of every command. Node built-ins only, and nothing newer than Node 20: it runs before `npm ci`.
 * Quiet when there is nothing to do. Afterwards children find our tools, Node 24 among them, first on their PATH.
 * @returns {Promise<void>}
 */
export async function setup() {
  await ensureModules()
  process.env.PATH = pathWithTools(true)
}

/**
 * The set-up of commands that open windows: the npm packages, the libraries of the system and the Electron to use.
 * @returns {Promise<import('./lib/runtime/runtime.mjs').Runtime>}
 */
export async function setupWithElectron() {
  await setup()
  await ensurePackages(packagesForWindows(process.env), 'Electron')
  return resolveRuntime()
}

const startedDirectly =
  process.argv[1] !== undefined && existsSync(process.argv[1])
    ? pathToFileURL(process.argv[1]).href === import.meta.url
    : false
if (startedDirectly) {
  await main(async () => {
    await setupWithElectron()
  })
}
