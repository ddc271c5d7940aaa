import { createHash, generateKeyPairSync, randomInt, sign } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Database from 'better-sqlite3'
import { Server } from 'socket.io'
import { v7 } from 'uuid'

/**
 * The floor of `commands` and `drain`: the same booking by hand. Socket.IO, the hub's own schema with its constraints, triggers and
 * foreign keys, one commit for all that wait, a signed pass in each answer, the rows to whoever is in the room. No rules,
 * no session, nothing looked at twice. argv: the file of a hub that has people, desks and at least one booking.
 */
export interface RawBooking {
  id: string
  /** Which of the people. */
  member: number
  desk: string
  date: string
  from: number
}

const db = new Database(process.argv[2])
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
db.pragma('foreign_keys = ON')
db.pragma('cache_size = -65536')
db.pragma('wal_autocheckpoint = 8000')

const one = <T>(sql: string): T => db.prepare<[], T>(sql).pluck().get() as T
const location = one<string>('SELECT id FROM location')
const device = one<string>('SELECT id FROM device')
const accounts = db.prepare<[], string>('SELECT DISTINCT account FROM booking').pluck().all()
const scope = one<number>("SELECT id FROM scope WHERE key LIKE 'catalogue:%'")
let audited = one<number>('SELECT max(seq) FROM audit')
let rev = one<number>('SELECT max(rev) FROM scope_row')
let seq = 2_000_000_000
let lastHash = ''

const seen = db.prepare<[string]>('SELECT outcome_json FROM command WHERE id = ?')
const held = db.prepare<[string, number, number]>(
  'SELECT id FROM booking WHERE item = ? AND until_at > ? AND from_at < ? AND cancelled_at IS NULL',
)
const book = db.prepare(
  'INSERT INTO booking (id, account, location, item, date, from_at, until_at, made_at, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
)
const grant = db.prepare('INSERT INTO access_grant (id, account, credential, until_at) VALUES (?, ?, ?, ?)')
const order = db.prepare(
  `INSERT INTO purchase (id, account, location, what, amount, currency, tax_amount, state, at, billing_json)
   VALUES (?, ?, ?, ?, 2500, 'EUR', 300, 'due', ?, NULL)`,
)
const useDay = db.prepare('INSERT INTO day_use VALUES (?, ?, ?, NULL, ?)')
const keep = db.prepare("INSERT INTO command VALUES (?, ?, ?, 'desk.book', ?, ?, ?)")
const audit = db.prepare("INSERT INTO audit VALUES (?, ?, 'account', ?, 'desk.book', ?, ?, ?, ?)")
const put = db.prepare(
  'INSERT INTO scope_row (scope, kind, id, rev, born, row_json) VALUES (?, ?, ?, ?, ?, ?)',
)
const { privateKey } = generateKeyPairSync('ed25519')

interface Waiting {
  booking: RawBooking
  answer(value: unknown): void
}
let queue: Waiting[] = []

function runAll(): void {
  const jobs = queue
  queue = []
  const rows: unknown[] = []
  db.exec('BEGIN IMMEDIATE')
  const answers = jobs.map(({ booking }) => write(booking, rows))
  db.exec('COMMIT')
  jobs.forEach(({ booking, answer }, n) => {
    sign(null, Buffer.from(booking.id + booking.desk), privateKey, (_error, signature) =>
      answer({ ...answers[n], pass: signature.toString('base64url') }),
    )
  })
  if (io.sockets.adapter.rooms.has('rows')) io.to('rows').emit('changes', { scope: 'catalogue', rows })
}

function write({ id, member, desk, date, from }: RawBooking, rows: unknown[]): object {
  const account = accounts[member % accounts.length] ?? ''
  const [booking, bill, now, until] = [v7(), v7(), Date.now(), from + 36_000_000]
  if (seen.get(id) || held.get(desk, from, until)) return { ok: false }
  order.run(bill, account, location, 'Desk', now)
  book.run(booking, account, location, desk, date, from, until, now, device)
  useDay.run(account, location, date, bill)
  const credential = 5_000_000_000 + randomInt(2_000_000_000)
  grant.run(`day-booking:${booking}`, account, credential, until)

  const who = { account, name: 'Bench Member', email: 'member@example.com' }
  const occupancy = { item: desk, date, from, until }
  const access = { ...who, doors: ['door'], from, until, hours: null, credential, revokedAt: null }
  const price = { amount: 2500, currency: 'EUR' }
  for (const [kind, rowId, row] of [
    ['occupancy', booking, occupancy],
    ['grant', booking, access],
    ['grant-reception', booking, access],
    ['order', bill, { ...who, what: 'Desk', price, state: 'due', at: now }],
    ['activity', booking, { at: now, what: 'booked', who: who.name, subject: 'T1', detail: date }],
  ] as const) {
    rev++
    put.run(scope, kind, rowId, rev, rev, JSON.stringify(row))
    if (kind === 'occupancy') rows.push({ kind, id: rowId, rev, row })
  }
  const kept = {
    ok: true,
    value: { kind: 'booked', booking: { id: booking, ...occupancy }, deskLabel: 'T1' },
  }
  keep.run(id, device, seq++, now, now, JSON.stringify(kept))
  const detail = JSON.stringify({ kind: 'booked', desk, date, charges: price })
  const hash = createHash('sha256')
    .update(lastHash + detail + booking)
    .digest('hex')
  audit.run(++audited, now, account, booking, detail, lastHash, hash)
  lastHash = hash
  return kept
}

const http = createServer()
const io = new Server(http, { transports: ['websocket'], perMessageDeflate: false })
io.on('connection', (socket) => {
  socket.on('subscribe', (done: () => void) => {
    void socket.join('rows')
    done()
  })
  const enqueue = (booking: RawBooking, answer: Waiting['answer']): void => {
    if (queue.push({ booking, answer }) === 1) setImmediate(runAll)
  }
  socket.on('book', enqueue)
  socket.on('books', (bookings: RawBooking[], answerAll: (answers: unknown[]) => void) => {
    const answers: unknown[] = []
    let left = bookings.length
    bookings.forEach((booking, n) =>
      enqueue(booking, (answer) => {
        answers[n] = answer
        if (--left === 0) answerAll(answers)
      }),
    )
  })
})
http.listen(0, '127.0.0.1', () => process.stdout.write(`${(http.address() as AddressInfo).port}\n`))
