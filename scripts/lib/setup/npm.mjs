import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pathWithTools } from '../paths.mjs'
import { run } from '../run.mjs'
import { Stop } from '../say.mjs'

/**
 * Runs the system's npm. Not our own Node: `npm ci` replaces the folder that it lives in.
 * @param {string[]} args
 * @param {import('../run.mjs').RunOptions} [options]
 */
export function npm(args, options = {}) {
  const env = { ...process.env, ...options.env, PATH: pathWithTools(false) }
  return process.platform === 'win32'
    ? run('cmd.exe', ['/d', '/s', '/c', 'npm', ...args], { ...options, env })
    : run('npm', args, { ...options, env })
}

/**
 * Fetches a package from the configured registry without installing it, and returns the path of its tarball.
 * @param {string} spec
 * @param {string} folder
 * @param {string} [integrity] as npm writes it, `sha512-…`; npm itself checks what the registry says, this what we say
 */
export async function fetchPackage(spec, folder, integrity) {
  const { code, output } = await npm(['pack', spec, '--ignore-scripts', '--pack-destination', folder], {
    cwd: folder,
    output: 'quiet',
  })
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || !tarball) {
    throw new Stop(
      `npm could not fetch ${spec} (exit code ${code}). Check the network, then try again.\n${output.trim()}`,
    )
  }
  const path = join(folder, tarball)
  if (integrity && (await sha512(path)) !== integrity) {
    throw new Stop(
      `${spec} is not the file that we know: its sha512 differs. It was not used. Try again, or report it.`,
    )
  }
  return path
}

/** @param {string} path */
export async function sha512(path) {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return `sha512-${hash.digest('base64')}`
}
