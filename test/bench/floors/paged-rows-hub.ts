import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { Server } from 'socket.io'

/**
 * The floor of `catch-up` at the hub: the very same rows out of a file of its own, in pages over plain Socket.IO. No
 * scopes, no devices, nothing checked. argv: the file of a hub.
 */
export interface PlainRow {
  rev: number
  id: string
  body: string
}

const db = new Database(process.argv[2])
db.pragma('journal_mode = WAL')
db.exec('CREATE TABLE plain (rev INTEGER PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL) STRICT')
db.exec(`INSERT INTO plain SELECT r.rev, r.kind || ' ' || r.id, r.row_json FROM scope_row r JOIN scope s ON s.id = r.scope
  WHERE s.key LIKE 'catalogue:%' AND r.row_json IS NOT NULL`)
const after = db.prepare<[number, number], PlainRow>(
  'SELECT rev, id, body FROM plain WHERE rev > ? ORDER BY rev LIMIT +?',
)

const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false })
io.on('connection', (socket) => {
  socket.on('since', (cursor: number, limit: number, answer: (rows: PlainRow[]) => void) =>
    answer(after.all(cursor, limit)),
  )
})
http.listen(0, '127.0.0.1', () => process.stdout.write(`${(http.address() as AddressInfo).port}\n`))
