import { setupWithElectron } from '../setup.mjs'
import { ensureBuilt } from './build.mjs'
import { node24 } from './paths.mjs'
import { run } from './run.mjs'
import { openDisplay } from './setup/display.mjs'

/**
 * Runs a TypeScript program that drives the built app, on Node 24 and with a display.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
export async function driveApp(program, args) {
  await setupWithElectron()
  await ensureBuilt()
  const display = await openDisplay()
  const { code } = await run(node24, [program, ...args], { env: display.env, output: 'inherit' })
  await display.close()
  return code
}
