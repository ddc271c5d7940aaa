import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { withLock } from '../process-lock.mjs'
import { run } from '../run.mjs'
import { Stop, say } from '../say.mjs'

/** What a window of Electron loads. Newer releases carry some of them under a name with `t64` at its end. */
const windowPackages = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libnotify4', 'libxtst6', 'libxss1']
const displayPackages = ['xvfb', 'xauth']

/**
 * @param {{DISPLAY?: string | undefined}} env
 */
export function packagesForWindows(env) {
  return env.DISPLAY ? windowPackages : [...displayPackages, ...windowPackages]
}

/**
 * Installs what is missing of these Debian packages; on other systems it does nothing.
 * @param {string[]} names
 * @param {string} why
 */
export async function ensurePackages(names, why) {
  if (!hasApt()) return
  if ((await missing(names)).length === 0) return
  if (process.getuid?.() !== 0) {
    const list = (await installable(await missing(names))).join(' ')
    throw new Stop(
      `${why} needs Debian packages that are not installed. Run this once, then try again:\n  sudo apt-get install -y --no-install-recommends ${list}`,
    )
  }
  await withLock('debian', async () => {
    const still = await missing(names)
    if (still.length === 0) return
    say(`apt-get install ${still.join(' ')} (once)`)
    await apt(['update'])
    await apt(['install', '-y', '--no-install-recommends', ...(await installable(still))])
  })
}

/** Whether these Debian tools are how software gets on this machine. */
export function hasApt() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && existsSync('/usr/bin/dpkg-query')
}

/**
 * @param {string} command
 * @param {string} [path]
 */
export function isOnPath(command, path = process.env.PATH) {
  return (path ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, command)))
}

/** @param {string[]} names */
async function missing(names) {
  const { output } = await run(
    'dpkg-query',
    ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names.flatMap((name) => [name, `${name}t64`])],
    { output: 'quiet' },
  )
  return notInstalled(names, output)
}

/**
 * @param {string[]} names
 * @param {string} report lines of `package status`
 */
export function notInstalled(names, report) {
  const installed = new Set(
    report
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  )
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

/**
 * The name under which this release has each package.
 * @param {string[]} names
 */
async function installable(names) {
  const found = []
  for (const name of names) {
    const { output } = await run('apt-cache', ['show', `${name}t64`], { output: 'quiet' })
    found.push(output.includes(`Package: ${name}t64`) ? `${name}t64` : name)
  }
  return found
}

/** @param {string[]} args */
async function apt(args) {
  const { code, output } = await run('apt-get', ['-q', '-o', 'DPkg::Lock::Timeout=300', ...args], {
    output: 'quiet',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (code !== 0) throw new Stop(`apt-get ${args.join(' ')} failed with exit code ${code}:\n${output.trim()}`)
}
