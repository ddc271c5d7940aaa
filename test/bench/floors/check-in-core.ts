import { readFileSync } from 'node:fs'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { io } from 'socket.io-client'
import { z } from 'zod'

/** The near half of the floor of `check-in`: port in, one FULL commit, Socket.IO there and back, a view out. */
const { url, file, view } = z
  .object({ url: z.string(), file: z.string(), view: z.string() })
  .parse(workerData)
const change: unknown = JSON.parse(readFileSync(view, 'utf8'))
const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('CREATE TABLE IF NOT EXISTS outbox (id TEXT PRIMARY KEY, body TEXT) STRICT')
const insert = db.prepare('INSERT INTO outbox VALUES (?, ?)')
const body = 'x'.repeat(300)
const socket = io(url, { transports: ['websocket'] })
socket.on('connect', () => parentPort?.postMessage('ready'))
parentPort?.on('message', ({ port }: { port: MessagePort }) =>
  port.on('message', (id: string) => {
    insert.run(id, body)
    void socket.emitWithAck('command', id, body).then(() => port.postMessage({ id, change }))
  }),
)
