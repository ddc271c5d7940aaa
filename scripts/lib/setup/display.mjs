import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { end, start } from '../run.mjs'
import { Stop } from '../say.mjs'

/** Large enough for the kiosk upright and for the reception beside it. */
const screen = '1920x1920x24'
const readyMs = 15_000

/**
 * @typedef {object} Display
 * @property {NodeJS.ProcessEnv} env what a child needs in order to use it
 * @property {boolean} isVirtual
 * @property {() => Promise<void>} close
 */

/** Whether windows need a virtual display here. */
export function needsVirtualDisplay(env = process.env, platform = process.platform) {
  return platform === 'linux' && !env.DISPLAY
}

/**
 * The person's own display, or a virtual one that lives as long as this command. Xvfb picks a free number by itself;
 * `xvfb-run -a` looks for one first, and two commands at once can find the same.
 * @returns {Promise<Display>}
 */
export async function openDisplay() {
  if (!needsVirtualDisplay()) return { env: process.env, isVirtual: false, close: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'foyer-display-'))
  const authority = join(folder, 'Xauthority')
  writeFileSync(authority, cookie(randomBytes(16)), { mode: 0o600 })
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)

  const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset', '-auth', authority]
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const number = await displayNumber(server).catch((error) => {
    remove()
    throw error
  })
  return {
    env: { ...process.env, DISPLAY: `:${number}`, XAUTHORITY: authority },
    isVirtual: true,
    close: async () => {
      await end(server)
      remove()
    },
  }
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer)
      reject(new Stop(`the virtual display (Xvfb) did not start: ${why}\n${said.trim()}`))
    }
    const timer = setTimeout(() => {
      void end(server)
      fail(`not ready after ${readyMs / 1000} s`)
    }, readyMs)
    server.once('error', (error) => fail(error.message))
    server.once('exit', (code) => fail(`it ended with exit code ${code}`))
    server.stderr?.on('data', (text) => {
      said = (said + text).slice(-4000)
    })
    server.stdio[3]?.once('data', (text) => {
      clearTimeout(timer)
      server.removeAllListeners('exit')
      resolve(String(text).trim())
    })
  })
}

/**
 * An Xauthority file with one cookie that fits every display: family "wild", no address, no number.
 * @param {Buffer} secret
 */
export function cookie(secret) {
  const wild = Buffer.from([0xff, 0xff])
  const fields = [Buffer.alloc(0), Buffer.alloc(0), Buffer.from('MIT-MAGIC-COOKIE-1'), secret]
  return Buffer.concat([
    wild,
    ...fields.flatMap((field) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(field.length)
      return [length, field]
    }),
  ])
}
