import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder with package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

/** @param {string[]} parts */
export const inModules = (...parts) => join(root, 'node_modules', ...parts)

/**
 * What is fetched or compiled once per user and version. Everything in it can be deleted.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.XDG_CACHE_HOME) return join(env.XDG_CACHE_HOME, 'foyer')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'foyer')
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'foyer', 'Cache')
  return join(homedir(), '.cache', 'foyer')
}

/**
 * Where `npm start` keeps the demo's data.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function demoDataFolder(env = process.env, platform = process.platform) {
  if (env.XDG_DATA_HOME) return join(env.XDG_DATA_HOME, 'foyer-demo')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'foyer-demo')
  if (platform === 'win32' && env.LOCALAPPDATA) return join(env.LOCALAPPDATA, 'foyer-demo')
  return join(homedir(), '.local', 'share', 'foyer-demo')
}

/** Where `npm run dev` keeps its data: apart from the demo's, as the dock turns the clock. */
export function devDataFolder() {
  return join(dirname(demoDataFolder()), 'foyer-dev')
}

/** Tells this copy of the repository from others of the same user. */
export const copyId = createHash('sha256').update(root).digest('hex').slice(0, 12)

/** The Node 24 that came with `npm ci`; the system's own may be older. */
export const node24 = inModules('node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * The version of an installed package.
 * @param {string} name
 * @returns {string}
 */
export function versionOf(name) {
  return JSON.parse(readFileSync(inModules(name, 'package.json'), 'utf8')).version
}

/**
 * PATH with this repository's tools (and its Node) first, or without them.
 * @param {boolean} wanted
 * @param {NodeJS.ProcessEnv} [env]
 */
export function pathWithTools(wanted, env = process.env) {
  const tools = inModules('.bin')
  const rest = (env.PATH ?? '').split(delimiter).filter((entry) => resolve(entry) !== tools)
  return (wanted ? [tools, ...rest] : rest).join(delimiter)
}
