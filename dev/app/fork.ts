import { join } from 'node:path'
import { utilityProcess } from 'electron'
import type { Child } from '../../electron/main/supervisor.ts'
import { type DevMessage, isDevMessage } from './messages.ts'

export interface Debuggable extends Child {
  readonly pid: number | null
  tell(message: DevMessage): void
}

/**
 * Starts one of the dev app's built files as main starts its own, with a debugger on the port `inspect`. Main's pings are answered
 * here: a process that stands at a breakpoint is not to be taken for one that hangs, and ended.
 */
export function forkDebuggable(
  file: string,
  serviceName: string,
  args: string[],
  { inspect, hear }: { inspect: number; hear: (message: DevMessage) => void },
): Debuggable {
  const child = utilityProcess.fork(join(import.meta.dirname, file), args, {
    serviceName,
    stdio: 'inherit',
    execArgv: ['--enable-source-maps', `--inspect=127.0.0.1:${inspect.toString()}`],
  })
  const listeners: ((message: unknown) => void)[] = []
  const say = (message: unknown): void => {
    for (const listener of listeners) listener(message)
  }
  child.on('message', (message: unknown) => {
    if (isDevMessage(message)) hear(message)
    else say(message)
  })
  return {
    get pid() {
      return child.pid ?? null
    },
    tell: (message) => child.postMessage(message),
    postMessage(message, transfer) {
      if (isPing(message)) say({ type: 'pong', n: message.n })
      else child.postMessage(message, transfer as Electron.MessagePortMain[])
    },
    on: (_event, listener) => listeners.push(listener),
    once: (event, listener) => child.once(event, listener),
    kill: () => child.kill(),
  }
}

function isPing(message: unknown): message is { n: number } {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ping'
}
