import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyId, inModules, node24, root } from './paths.mjs'
import { withLock } from './process-lock.mjs'
import { run } from './run.mjs'
import { Stop, say } from './say.mjs'

/** What a build is made of. */
const sources = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
]
const stampFile = join(root, 'out', '.built')

/** Builds out/ if it is not already what the sources say. */
export async function ensureBuilt() {
  if (isBuilt()) return
  await withLock(`build-${copyId}`, async () => {
    if (isBuilt()) return
    const { code, output } = await build()
    if (code !== 0) throw new Stop(`the build failed:\n${output.trim()}`)
  })
}

/**
 * Builds out/ in any case.
 * @returns {Promise<{code: number, output: string}>}
 */
export async function build() {
  say('building')
  const stamp = fingerprint(root, sources)
  const result = await run(node24, [inModules('electron-vite', 'bin', 'electron-vite.js'), 'build'], {
    output: 'quiet',
  })
  if (result.code === 0) writeFileSync(stampFile, stamp)
  return result
}

function isBuilt() {
  try {
    return readFileSync(stampFile, 'utf8') === fingerprint(root, sources)
  } catch {
    return false
  }
}

/**
 * Changes when a file below these paths is added, removed or written. Tests are not part of what is built.
 * @param {string} folder
 * @param {string[]} paths
 */
export function fingerprint(folder, paths) {
  const hash = createHash('sha256')
  for (const path of paths.flatMap((start) => filesBelow(folder, start))) {
    const { size, mtimeMs } = statSync(join(folder, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function filesBelow(folder, path) {
  const stat = statSync(join(folder, path), { throwIfNoEntry: false })
  if (!stat) return []
  if (!stat.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(join(folder, path))
    .toSorted()
    .flatMap((name) => filesBelow(folder, `${path}/${name}`))
}
