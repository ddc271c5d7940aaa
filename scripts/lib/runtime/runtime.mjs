import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { versionOf } from '../paths.mjs'
import { Stop, say } from '../say.mjs'
import { ensureSqlite } from '../setup/sqlite.mjs'
import { ensureFallback, fallback, fallbackFits } from './fallback.mjs'
import { downloadOfficial, failedLately, installedOfficial } from './official.mjs'

/**
 * @typedef {object} Runtime
 * @property {string} dist folder of the runtime
 * @property {string} exec path of its executable
 * @property {string} version of Electron
 * @property {'override' | 'installed' | 'downloaded' | 'fallback'} source
 */

/**
 * @typedef {object} Probes what the order of the search is made of; tests pass their own
 * @property {NodeJS.ProcessEnv} env
 * @property {() => string | undefined} installed
 * @property {() => boolean} failedLately
 * @property {(hasFallback: boolean) => Promise<{dist?: string | undefined, reason: string}>} download
 * @property {boolean} fallbackFits
 * @property {() => Promise<string>} fallback
 */

/** @type {Probes} */
const real = {
  env: process.env,
  installed: installedOfficial,
  failedLately,
  download: downloadOfficial,
  fallbackFits,
  fallback: ensureFallback,
}

/** Where the executable lies in a runtime's folder. */
export const executableName =
  process.platform === 'darwin'
    ? 'Electron.app/Contents/MacOS/Electron'
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron'

/**
 * Finds the Electron to use, fetches it if it must, gives better-sqlite3 a binary that it can load, and says on stderr
 * which one it took. Children find it through ELECTRON_OVERRIDE_DIST_PATH and ELECTRON_EXEC_PATH.
 * @returns {Promise<Runtime>}
 */
export async function resolveRuntime() {
  const { dist, source } = await findRuntime(real)
  const runtime = { dist, exec: join(dist, executableName), version: versionIn(dist), source }
  await ensureSqlite(runtime.version)
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist
  process.env.ELECTRON_EXEC_PATH = runtime.exec
  say(`Electron ${runtime.version} (${wording[source]})`)
  return runtime
}

/** @type {Record<Runtime['source'], string>} */
const wording = {
  override: 'named by ELECTRON_OVERRIDE_DIST_PATH',
  installed: 'official, installed',
  downloaded: 'official, downloaded just now',
  fallback: 'fallback from npm, for development and tests only',
}

/**
 * The order: what the person names, the official one, its download, and only then the fallback.
 * @param {Probes} probes
 * @returns {Promise<{dist: string, source: Runtime['source']}>}
 */
export async function findRuntime(probes) {
  const named = probes.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) {
    if (existsSync(join(named, executableName))) return { dist: resolve(named), source: 'override' }
    throw new Stop(
      `ELECTRON_OVERRIDE_DIST_PATH is ${named}, but there is no ${executableName} in it. Correct or unset the variable.`,
    )
  }
  const installed = probes.installed()
  if (installed) return { dist: installed, source: 'installed' }

  if (probes.fallbackFits && probes.failedLately())
    return { dist: await probes.fallback(), source: 'fallback' }
  const { dist, reason } = await probes.download(probes.fallbackFits)
  if (dist) return { dist, source: 'downloaded' }
  if (!probes.fallbackFits) {
    throw new Stop(
      `Electron could not be downloaded: ${reason}\nCheck the network and try again, or put an unpacked Electron into a ` +
        'folder and name it in ELECTRON_OVERRIDE_DIST_PATH.',
    )
  }
  say(
    `the official Electron could not be downloaded (${reason}); it is tried again in a day, or with FOYER_RETRY_ELECTRON=1`,
  )
  return { dist: await probes.fallback(), source: 'fallback' }
}

/** @param {string} dist */
function versionIn(dist) {
  try {
    return readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return dist.includes(`electron-${fallback.version}`) ? fallback.version : versionOf('electron')
  }
}
