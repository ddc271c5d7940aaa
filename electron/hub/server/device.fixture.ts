import { io, type Socket } from 'socket.io-client'
import { type HubEventBody, proofText, type Role } from '../../../shared/contract/socket.ts'
import { newSigningKey, type SigningKey } from '../../lib/ed25519.ts'
import { silentLog } from '../../lib/log.ts'
import { realSystem } from '../../lib/system.ts'
import type { MailOutcome, OutgoingMail } from '../seam/mails.ts'
import { type FakeEngine, fakeEngine } from './engine.fixture.ts'
import { type RunningServer, type ServerOptions, startServer } from './server.ts'

/** A server over a fake engine, and devices that speak to it over real sockets. For tests only. */
export interface Bench {
  engine: FakeEngine
  server: RunningServer
  sent: OutgoingMail[]
  /** What becomes of the mails. */
  outcome: MailOutcome
  /** Connects and waits for the challenge. */
  connect(headers?: Record<string, string>): Promise<TestDevice>
  /** A known device that has proved itself. */
  device(id: string, roles?: Role[]): Promise<TestDevice & { key: SigningKey }>
  close(): Promise<void>
}

export interface TestDevice {
  socket: Socket
  challenge: HubEventBody<'challenge'>
  /** Everything that the hub emitted after the challenge. */
  events: { name: string; body: unknown }[]
  ask: (verb: string, input: unknown) => Promise<unknown>
  prove: (id: string, key: SigningKey, over?: { nonce?: string }) => Promise<unknown>
  closed: Promise<string>
}

export async function openBench(
  over: Partial<Pick<ServerOptions, 'system' | 'mailbox' | 'pages' | 'publicUrl'>> = {},
): Promise<Bench> {
  const engine = fakeEngine()
  const system = over.system ?? realSystem
  const sent: OutgoingMail[] = []
  const sockets: Socket[] = []
  const mailer = {
    send: async (mail: OutgoingMail) => {
      sent.push(mail)
      return bench.outcome
    },
    close: async () => {},
  }
  const server = await startServer({
    engine,
    mailer,
    mailbox: over.mailbox ?? null,
    system,
    log: silentLog,
    version: '9.9.9',
    host: '127.0.0.1',
    port: 0,
    pages: over.pages ?? 'no-such-folder',
    publicUrl: over.publicUrl ?? null,
    checkAnswers: true,
  })
  const bench: Bench = {
    engine,
    server,
    sent,
    outcome: { status: 'accepted', detail: '250' },
    async connect(extraHeaders = {}) {
      const device = await connectDevice(server.url, extraHeaders)
      sockets.push(device.socket)
      return device
    },
    async device(id, roles = ['kiosk']) {
      const key = newSigningKey()
      engine.addDevice(id, key.publicKey, roles)
      const device = await bench.connect()
      await device.prove(id, key)
      return { ...device, key }
    },
    async close() {
      for (const socket of sockets) socket.disconnect()
      await server.close()
    },
  }
  return bench
}

/** Connects to a hub and waits for its challenge. */
export function connectDevice(url: string, extraHeaders: Record<string, string> = {}): Promise<TestDevice> {
  const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders })
  const events: TestDevice['events'] = []
  const closed = new Promise<string>((resolve) => socket.on('disconnect', resolve))
  const ask: TestDevice['ask'] = (verb, input) => socket.timeout(5_000).emitWithAck(verb, input)
  return new Promise((resolve, reject) => {
    socket.on('connect_error', reject)
    socket.onAny((name: string, body: unknown) => {
      if (name !== 'challenge') return void events.push({ name, body })
      const challenge = body as HubEventBody<'challenge'>
      const prove: TestDevice['prove'] = (device, key, over = {}) => {
        const text = proofText(challenge.hub, device, over.nonce ?? challenge.nonce)
        return ask('prove', { device, signature: key.sign(text), version: '1.2.3', now: challenge.now })
      }
      resolve({ socket, challenge, events, ask, prove, closed })
    })
  })
}

/** Waits until `check` holds, for at most `most` ms. */
export async function until(check: () => boolean, most = 10_000): Promise<void> {
  const deadline = realSystem.now() + most
  while (!check()) {
    if (realSystem.now() > deadline) throw new Error(`it did not happen within ${most} ms`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
