import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { cacheFolder } from './paths.mjs'
import { say } from './say.mjs'

/** A holder touches its lock this often; one not touched for `staleMs` belongs to nobody. */
const beatMs = 5_000
const staleMs = 60_000
const pollMs = 200

/**
 * One at a time per user, over processes: two commands started at once must not break each other's set-up.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} body
 * @param {{folder?: string}} [options]
 * @returns {Promise<T>}
 */
export async function withLock(name, body, { folder = join(cacheFolder(), 'locks') } = {}) {
  const file = join(folder, `${name}.lock`)
  mkdirSync(dirname(file), { recursive: true })
  let told = false
  while (!take(file)) {
    if (isStale(file)) {
      rmSync(file, { force: true })
      continue
    }
    if (!told) say(`another command is busy with "${name}", waiting for it`)
    told = true
    await sleep(pollMs)
  }
  const release = () => rmSync(file, { force: true })
  const beat = setInterval(() => touch(file), beatMs)
  process.once('exit', release)
  try {
    return await body()
  } finally {
    clearInterval(beat)
    process.removeListener('exit', release)
    release()
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > staleMs) return true
    const pid = Number(readFileSync(file, 'utf8'))
    return pid > 0 && !isAlive(pid)
  } catch {
    return false // Released in this moment: simply try again.
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}

/** @param {string} file */
function touch(file) {
  const now = new Date()
  try {
    utimesSync(file, now, now)
  } catch {
    // Somebody took it for stale; they have it now.
  }
}
