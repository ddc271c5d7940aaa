import { createSocket, type RemoteInfo } from 'node:dgram'
import { once } from 'node:events'
import type { Log } from '../lib/log.ts'
import type { System } from '../lib/system.ts'
import { createController } from './controller.ts'
import { createLine } from './line.ts'
import { type Answer, readRequest } from './protocol.ts'
import { openState } from './state.ts'

export interface SimDoorOptions {
  /** Where it keeps what it holds; `<state>.index` is beside it. */
  state: string
  host: string
  /** 0 = any that is free. */
  port: number
  capacity: number
}

/** Runs a simulated controller. Rejects when the port is taken or the state cannot be read or written. */
export async function serveSimDoor(
  options: SimDoorOptions,
  system: System,
  log: Log,
): Promise<{ port: number; close(): void }> {
  const file = openState(options.state, system)
  if (file.asideAs) log('error', 'state-put-aside', { asideAs: file.asideAs })
  const controller = createController(system, file, options.capacity)
  const line = createLine(system)
  const socket = createSocket({ type: options.host.includes(':') ? 'udp6' : 'udp4' })

  const send = (answer: Answer, to: RemoteInfo): void => {
    socket.send(JSON.stringify(answer), to.port, to.address, (error) => {
      if (error) log('warn', 'answer-not-sent', { why: error.message })
    })
  }

  socket.on('message', (datagram, from) => {
    const read = readRequest(datagram)
    if (!read.ok) {
      log('debug', 'datagram-malformed', { why: read.why })
      if (read.id !== null) send({ id: read.id, ok: false, error: 'malformed', detail: read.why }, from)
      return
    }
    const { request } = read
    if (request.op === 'sim') {
      // The hand that plays the faults does not suffer from them.
      line.set(request)
      if (request.full !== undefined) controller.setFull(request.full)
      return send(controller.handle(request), from)
    }
    line.arrives(() => {
      const answer = controller.handle(request)
      line.leaves(() => send(answer, from))
    })
  })

  socket.bind(options.port, options.host)
  await once(socket, 'listening')
  socket.on('error', (error) => log('warn', 'socket', { why: error.message }))
  return {
    port: socket.address().port,
    close() {
      line.close()
      controller.close()
      socket.close()
    },
  }
}
