import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './paths.mjs'
import { Stop } from './say.mjs'

/** @typedef {import('node:child_process').ChildProcess} Child */

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'quiet' | 'stderr' | 'inherit'} [output] quiet: kept, and shown only by whoever reports a failure
 * @property {number} [timeout] milliseconds
 */

/** How long a child has to end by itself before it is killed. */
const graceMs = 5_000
/** On POSIX each child leads its own group, so that what it started ends with it. */
const groups = process.platform !== 'win32'
/** @type {Set<Child>} */
const children = new Set()
/** @type {NodeJS.Signals | undefined} */
let stoppedBy

/**
 * Starts a child that ends when this process does.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {Child}
 */
export function start(command, args, options) {
  if (children.size === 0) listen()
  const child = spawn(command, args, { cwd: root, ...options, detached: groups })
  children.add(child)
  child.once('exit', () => {
    children.delete(child)
    signalGroup(child, 'SIGTERM')
  })
  child.once('error', () => children.delete(child))
  return child
}

/**
 * Runs a command to its end. Never throws for an exit code: the caller knows what a failure means.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{code: number, output: string, timedOut: boolean}>}
 */
export function run(command, args, { cwd = root, env = process.env, output = 'stderr', timeout } = {}) {
  return new Promise((resolve, reject) => {
    /** @type {import('node:child_process').StdioOptions} */
    const stdio =
      output === 'quiet'
        ? ['ignore', 'pipe', 'pipe']
        : output === 'inherit'
          ? ['ignore', 'inherit', 'inherit']
          : ['ignore', 2, 2]
    const child = start(command, args, { cwd, env, stdio })
    let kept = ''
    let timedOut = false
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        kept = (kept + text).slice(-200_000)
      })
    }
    const timer = timeout
      ? setTimeout(() => {
          timedOut = true
          void end(child)
        }, timeout)
      : undefined
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(new Stop(`could not start ${command}: ${error.message}`))
    })
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      // We were asked to end: the caller must not go on to its next step.
      if (stoppedBy) return
      resolve({ code: exitCode(code, signal), output: kept, timedOut })
    })
  })
}

/**
 * Ends a child: first politely and alone, so that it can end its own children in order; then its whole group.
 * Returns its exit code, null when it was killed.
 * @param {Child} child
 * @param {NodeJS.Signals} [signal]
 */
export async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return child.exitCode
  const ended = new Promise((done) => child.once('exit', done))
  child.kill(signal)
  const timer = setTimeout(() => (groups ? signalGroup(child, 'SIGKILL') : child.kill('SIGKILL')), graceMs)
  await ended
  clearTimeout(timer)
  return child.exitCode
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
function exitCode(code, signal) {
  return code ?? 128 + (signal ? constants.signals[signal] : 1)
}

/**
 * @param {Child} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (!groups || child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody of the group is left.
  }
}

let listening = false
/** Ctrl-C reaches only this process, as the children have groups of their own: pass it on and wait for them. */
function listen() {
  if (listening) return
  listening = true
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      const again = stoppedBy !== undefined
      stoppedBy = signal
      if (again) for (const child of children) signalGroup(child, 'SIGKILL')
      else void endAll(signal).then(exitAsStopped)
    })
  }
  if (process.env.npm_lifecycle_event !== undefined) followParent()
  process.on('exit', () => {
    for (const child of children) signalGroup(child, 'SIGTERM')
  })
}

/** Whoever ends npm ends its shell, and the shell tells nobody: without this a hub would go on, and hold its port. */
function followParent() {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent && stoppedBy === undefined) process.emit('SIGTERM')
  }, 500).unref()
}

/**
 * One after another, the latest first: an app must not lose its display while it shuts down.
 * @param {NodeJS.Signals} signal
 */
async function endAll(signal) {
  const codes = []
  for (const child of [...children].toReversed()) codes.push(await end(child, signal))
  return codes
}

/**
 * A hub or an app that shut down in order when it was asked to is a success.
 * @param {(number | null)[]} codes of the children
 */
function exitAsStopped(codes) {
  const inOrder = codes.length > 0 && codes.every((code) => code === 0)
  process.exit(inOrder ? 0 : exitCode(null, stoppedBy ?? 'SIGTERM'))
}
