import { existsSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { cacheFolder, copyId, inModules, node24, versionOf } from '../paths.mjs'
import { withLock } from '../process-lock.mjs'
import { run } from '../run.mjs'
import { say } from '../say.mjs'

/** How long a failed download is remembered, so that not every command tries it again. */
const rememberMs = 24 * 3_600_000
/** With a fallback at hand we do not wait longer for a slow line; without one there is nothing else to wait for. */
const downloadMs = { withFallback: 120_000, without: 1_200_000 }

const failureFile = () => join(cacheFolder(), `electron-${versionOf('electron')}-download-failed`)

/**
 * The folder of the Electron that the npm package has downloaded, if it is complete and of the right version.
 * @param {string} [folder] of the npm package
 * @returns {string | undefined}
 */
export function installedOfficial(folder = inModules('electron')) {
  try {
    const wanted = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
    const has = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const executable = readFileSync(join(folder, 'path.txt'), 'utf8').trim()
    return has === wanted && existsSync(join(folder, 'dist', executable)) ? join(folder, 'dist') : undefined
  } catch {
    return undefined
  }
}

/** Whether a download failed not long ago. FOYER_RETRY_ELECTRON=1 tries again at once. */
export function failedLately(env = process.env, now = Date.now()) {
  if (env.FOYER_RETRY_ELECTRON) return false
  try {
    return now - statSync(failureFile()).mtimeMs < rememberMs
  } catch {
    return false
  }
}

/**
 * Lets the npm package download its Electron.
 * @param {boolean} hasFallback
 * @returns {Promise<{dist?: string | undefined, reason: string}>}
 */
export function downloadOfficial(hasFallback) {
  return withLock(`electron-download-${copyId}`, async () => {
    const present = installedOfficial()
    if (present) return { dist: present, reason: '' }
    say(`downloading Electron ${versionOf('electron')} (about 110 MB, once)`)
    const timeout = hasFallback ? downloadMs.withFallback : downloadMs.without
    const { output, timedOut } = await run(node24, [inModules('electron', 'install.js')], {
      output: 'quiet',
      timeout,
    })
    const dist = installedOfficial()
    if (dist) {
      await rm(failureFile(), { force: true })
      return { dist, reason: '' }
    }
    const reason = timedOut
      ? `not done after ${timeout / 1000} s`
      : (output.trim().split('\n')[0] ?? 'no message')
    await mkdir(dirname(failureFile()), { recursive: true })
    await writeFile(failureFile(), `${reason}\n`)
    return { reason }
  })
}
