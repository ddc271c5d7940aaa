import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import Database from 'better-sqlite3'
import { Server } from 'socket.io'

/** The far half of the floor of `check-in`: Socket.IO in, one FULL commit, an answer out. argv: database, answer as JSON. */
const [file = '', answerFile = ''] = process.argv.slice(2)
const answer: unknown = JSON.parse(readFileSync(answerFile, 'utf8'))
const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.exec('CREATE TABLE IF NOT EXISTS booking (id TEXT PRIMARY KEY, body TEXT) STRICT')
const insert = db.prepare('INSERT INTO booking VALUES (?, ?)')
const http = createServer()
new Server(http, { transports: ['websocket'] }).on('connection', (socket) => {
  socket.on('command', (id: string, body: string, done: (answer: unknown) => void) => {
    insert.run(id, body)
    done(answer)
  })
})
http.listen(0, '127.0.0.1', () => process.stdout.write(`${(http.address() as { port: number }).port}\n`))
