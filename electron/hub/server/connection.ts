import { failure } from '../../../shared/contract/errors.ts'
import { commandsAtOnce, type DeviceVerb } from '../../../shared/contract/socket.ts'
import { randomToken } from '../../lib/system.ts'
import type { ServerContext } from './context.ts'
import { dispatch, isOpen, isVerb } from './dispatch.ts'
import { limits } from './limits.ts'
import { tokenBucket } from './rate.ts'
import type { Answer, Connection, HubSocket } from './wire.ts'

export interface ConnectionOptions {
  /** Keeps running work, so that a stop can wait for it. */
  track: (work: Promise<void>) => void
  /** True once the hub is stopping: verbs are answered with 'try-again'. */
  stopping: () => boolean
  /** Check our own answers against the contract too. */
  checkAnswers: boolean
}

/** Serves one socket: challenges it, gives it 10 s to prove itself, then answers its verbs until it goes. */
export function serveSocket(server: ServerContext, socket: HubSocket, options: ConnectionOptions): void {
  const { engine, system, log } = server
  const connection: Connection = {
    socket,
    nonce: randomToken(system),
    device: null,
    staff: null,
    snapshots: new Map(),
  }
  const proven = tokenBucket(system, limits.verbsPerSecond, limits.verbsPerSecond)
  const unproven = tokenBucket(system, 0, limits.unprovenPackets)
  const cancelDeadline = system.after(limits.proveWithin, () => {
    if (!connection.device) socket.disconnect(true)
  })

  const answer = async (verb: DeviceVerb, input: unknown, acknowledge: Answer): Promise<void> => {
    const result = await dispatch(server, connection, verb, input, options.checkAnswers)
    acknowledge(result)
    // A proof that failed used the nonce up: there is nothing more to say on this socket.
    if (verb === 'prove' && !result.ok && !connection.device) socket.disconnect(true)
  }

  socket.onAny((name: unknown, ...args: unknown[]) => {
    const acknowledge = args.at(-1)
    const verb = isVerb(name) ? name : null
    if (!connection.device) {
      if (!unproven.take()) return void socket.disconnect(true)
      if (!verb || !isOpen(verb)) return
    }
    // Without an acknowledgement there is nobody to answer: the packet is ignored.
    if (!isAnswer(acknowledge)) return
    if (connection.device && !proven.take(weightOf(verb, args[0])))
      return acknowledge(failure('rate-limited'))
    if (!verb) return acknowledge(failure('unknown-verb'))
    if (args.length !== 2) return acknowledge(failure('invalid-input', {}, 'expected one argument'))
    if (options.stopping()) return acknowledge(failure('try-again'))
    options.track(answer(verb, args[0], acknowledge))
  })

  socket.on('disconnect', () => {
    cancelDeadline()
    const id = connection.device?.id
    if (id === undefined || !server.devices.drop(id, connection) || options.stopping()) return
    engine
      .devicePresence(id, { online: false })
      .catch((error: unknown) => log('error', 'presence-not-kept', { device: id, error: String(error) }))
  })

  socket.emit('challenge', {
    hub: engine.id,
    nonce: connection.nonce ?? '',
    now: system.now(),
    passKey: engine.passKey,
  })
}

/** What a packet counts against the rate: several commands as much as if each came by itself. */
function weightOf(verb: DeviceVerb | null, input: unknown): number {
  if (verb !== 'commands' || typeof input !== 'object' || input === null) return 1
  const { commands } = input as { commands?: unknown }
  return Array.isArray(commands) ? Math.min(Math.max(commands.length, 1), commandsAtOnce) : 1
}

/** The last argument of a packet is a function only when Socket.IO made one because an acknowledgement is wanted. */
function isAnswer(value: unknown): value is Answer {
  return typeof value === 'function'
}
