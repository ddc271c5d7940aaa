import { createServer, type IncomingMessage } from 'node:http'
import { Server } from 'socket.io'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { Engine } from '../seam/engine.ts'
import type { DemoMailServer, Mailer } from '../seam/mails.ts'
import type { HandlePayment } from '../seam/payments.ts'
import { serveSocket } from './connection.ts'
import { createDevices } from './devices.ts'
import { drain } from './drain.ts'
import { onCommit } from './effects.ts'
import { answerHttp } from './http.ts'
import { limits } from './limits.ts'
import { listen, urlOf } from './listen.ts'
import { servePhones } from './phone/phones.ts'
import { createUnlocks } from './unlock.ts'
import type { HubIo } from './wire.ts'

export interface ServerOptions {
  engine: Engine
  /** Closed with the server: what it could not send by then counts as failed. */
  mailer: Mailer
  /** The demo's mail server; null = there is none. */
  mailbox: DemoMailServer | null
  /** Webhook and return page of the payment provider; absent = there is none. */
  pay?: HandlePayment | null
  system: System
  log: Log
  version: string
  host: string
  /** 0 takes a free one. */
  port: number
  /** Folder of the built pages (`out/renderer`), for phones. */
  pages: string
  /** The address in links to phones, such as https://desk.example.com; without it the one on which the hub listens. */
  publicUrl?: string | null
  /** Check our own answers against the contract too. Costs time; for tests. */
  checkAnswers?: boolean
}

export interface RunningServer {
  url: string
  /** Takes nothing new, lets running verbs and mails finish for up to 5 s, then closes every socket. Not the engine. */
  close(): Promise<void>
}

/**
 * The hub's server. Socket.IO for devices: WebSocket only, no CORS, and no handshake that carries an Origin, since every
 * device is a program and every page is not. Plain HTTP for phones (`phone/`). Rejects with PortInUseError or what the system says when it cannot listen.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { engine, mailer, mailbox, system, log, version } = options
  let stopping = false
  const running = new Set<Promise<void>>()
  const track = (work: Promise<void>): void => {
    const tracked = work.finally(() => running.delete(tracked))
    running.add(tracked)
  }

  const devices = createDevices()
  const unlocks = createUnlocks(engine, devices, system, log)
  const server = { engine, system, log, devices, unlocks }
  const phones = servePhones({
    ...server,
    pages: options.pages,
    publicUrl: options.publicUrl ?? null,
    track,
    stopping: () => stopping,
  })
  const http = createServer(
    answerHttp({ hub: engine.id, version, mailbox, phones, pay: options.pay ?? null }),
  )
  const io: HubIo = new Server(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: limits.packetSize,
    pingInterval: limits.pingInterval,
    pingTimeout: limits.pingTimeout,
    connectTimeout: limits.proveWithin,
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, answer) => answer(null, !stopping && !fromPage(request)),
  })
  io.on('connection', (socket) =>
    serveSocket(server, socket, {
      track,
      stopping: () => stopping,
      checkAnswers: options.checkAnswers ?? false,
    }),
  )
  engine.onCommit((commit) => onCommit(io, server, mailer, track, commit))
  const address = await listen(http, options.host, options.port)
  // No more file handles, say: one connection is lost, the others stay.
  http.on('error', (error) => log('error', 'listener-failed', { error: String(error) }))

  return {
    url: urlOf(address),
    async close() {
      stopping = true
      await drain(running, system, limits.drain)
      await mailer.close()
      await drain(running, system, limits.drain)
      await io.close()
      http.closeAllConnections()
    },
  }
}

function fromPage(request: IncomingMessage): boolean {
  return request.headers.origin !== undefined
}
