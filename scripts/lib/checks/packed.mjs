import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { root } from '../paths.mjs'

/** What electron-builder.yml packs of out/. */
export const packedFolders = ['out/main', 'out/preload', 'out/renderer']

/** What a file of the product may be made of. */
const own = /^(electron|renderer|shared|resources|node_modules|package\.json)(\/|$)/
const testCode = /\.(test|fixture|contract)\.tsx?$/

/**
 * Sources of a built file that do not belong into the packed app: the dev dock, the gallery, fixtures, tests, scripts.
 * @param {string} file from the repository's root, with slashes
 * @param {string[]} sources of its source map, from where the file lies
 * @returns {string[]} one sentence each
 */
export function strangers(file, sources) {
  return (
    sources
      // Virtual modules of the bundler have no file.
      .filter((source) => !/[\0:]/.test(source))
      .map((source) => posix.join(posix.dirname(file), source))
      .filter((source) => !own.test(source) || testCode.test(source))
      .map((source) => `${file} has ${source} in it`)
  )
}

/**
 * Looks through every source map of what is packed.
 * @returns {Promise<{code: number, output: string}>}
 */
export async function checkPacked() {
  let read = 0
  const found = packedFolders.flatMap((folder) =>
    filesIn(folder).flatMap((file) => {
      const map = sourceMapOf(file)
      if (!map) return []
      read += 1
      return strangers(file, map.sources)
    }),
  )
  // Without a map nothing could be seen.
  if (read === 0) found.push('there is no source map in out/: is it built?')
  return { code: found.length === 0 ? 0 : 1, output: found.join('\n') }
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/**
 * @param {string} file
 * @returns {{sources: string[]} | null}
 */
function sourceMapOf(file) {
  if (file.endsWith('.map')) return JSON.parse(readFileSync(join(root, file), 'utf8'))
  if (!/\.c?js$/.test(file)) return null
  const inline = /sourceMappingURL=data:application\/json;[^,]*base64,([\w+/=]+)\s*$/.exec(
    readFileSync(join(root, file), 'utf8'),
  )
  return inline?.[1] ? JSON.parse(Buffer.from(inline[1], 'base64').toString('utf8')) : null
}
