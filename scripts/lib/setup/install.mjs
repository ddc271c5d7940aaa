import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyId, inModules, node24, root } from '../paths.mjs'
import { withLock } from '../process-lock.mjs'
import { Stop, say } from '../say.mjs'
import { npm } from './npm.mjs'

/**
 * @typedef {{version?: string, optional?: boolean, devOptional?: boolean, link?: boolean}} LockedPackage
 * @typedef {{packages?: Record<string, LockedPackage>}} Lock
 */

/** Makes node_modules what package-lock.json says. */
export async function ensureModules() {
  if (isStamped()) return
  await withLock(`modules-${copyId}`, async () => {
    if (isStamped()) return
    if (!isInstalled(readLock(join(root, 'package-lock.json')), readLock(inModules('.package-lock.json')))) {
      say('npm ci (a minute or two, once)')
      await npmOrStop(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])
    }
    // The one package whose install script is needed: it fetches the binary. All the others, node-gyp's guess for
    // better-sqlite3 among them, would only ask for compilers that a fresh machine does not have.
    if (!existsSync(node24)) await npmOrStop(['rebuild', 'node', '--ignore-scripts=false'])
    if (!existsSync(node24)) {
      throw new Stop(
        'the npm package "node" (Node 24 for our tools) is installed but its binary is missing: its install script did ' +
          'not run.\nRun: npm rebuild node --ignore-scripts=false',
      )
    }
    writeFileSync(stampFile, stamp())
  })
}

/** @param {string[]} args */
async function npmOrStop(args) {
  const { code, output } = await npm(args, { output: 'quiet' })
  if (code !== 0)
    throw new Stop(`npm ${args.join(' ')} failed with exit code ${code}:\n${errorLines(output)}`)
}

/**
 * npm repeats its whole usage after an error, and warns before it: keep what says why.
 * @param {string} output
 */
function errorLines(output) {
  const lines = output.split('\n').filter((line) => !line.startsWith('npm warn'))
  return lines.slice(0, 12).join('\n').trim()
}

const stampFile = inModules('.foyer-lock')

function isStamped() {
  try {
    return readFileSync(stampFile, 'utf8') === stamp() && existsSync(node24)
  } catch {
    return false
  }
}

function stamp() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

/**
 * Whether somebody ran npm before us: all of the lock is in npm's own record of node_modules, at the same versions.
 * @param {Lock | undefined} wanted
 * @param {Lock | undefined} present
 */
export function isInstalled(wanted, present) {
  if (!wanted?.packages || !present?.packages) return false
  for (const [path, entry] of Object.entries(wanted.packages)) {
    if (path === '' || entry.link) continue
    const found = present.packages[path]
    // Optional ones are for other platforms, or failed and were allowed to.
    if (!found && (entry.optional || entry.devOptional)) continue
    if (found?.version !== entry.version) return false
  }
  return true
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
