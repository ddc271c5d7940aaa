import { join } from 'node:path'
import Database from 'better-sqlite3'

const day = 24 * 3_600_000
const hour = 3_600_000

/**
 * Makes a stopped hub older: `count` more members, each with one desk booked in the past and all that a booking leaves
 * behind (grant, order, used day, command, audit entry, tombstones in three scopes). `dir`: the hub's own folder; it needs
 * a device and somebody who accepted the terms. Not durable while it runs.
 */
export function grow(dir: string, count: number, now: number): void {
  const db = new Database(join(dir, 'hub.db'))
  db.pragma('synchronous = OFF')
  db.pragma('foreign_keys = OFF')
  db.pragma('cache_size = -400000')
  db.pragma('wal_autocheckpoint = 100000')
  const triggers = db
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)

  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  const location = one('SELECT min(id) FROM location')
  const device = one('SELECT min(id) FROM device')
  const desks = db.prepare<[], string>("SELECT id FROM item WHERE kind = 'desk'").pluck().all()
  const scopes = db
    .prepare<[], { id: number; key: string; head: number }>('SELECT id, key, head FROM scope')
    .all()
  const scopeOf = (name: string): { id: number; head: number } => {
    const scope = scopes.find(({ key }) => key.startsWith(`${name}:`))
    if (!scope) throw new Error(`no scope ${name}`)
    return scope
  }
  const scope = { catalogue: scopeOf('catalogue'), reception: scopeOf('reception'), doors: scopeOf('doors') }

  const account = db.prepare(
    "INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, 'en', ?)",
  )
  const accept = db.prepare(
    'INSERT INTO acceptance SELECT ?, location, version, hash, language, device, at FROM acceptance LIMIT 1',
  )
  const booking = db.prepare(
    'INSERT INTO booking (id, account, location, item, date, from_at, until_at, made_at, device) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const grant = db.prepare(
    'INSERT INTO access_grant (id, account, credential, until_at, stage) VALUES (?, ?, ?, ?, 2)',
  )
  const order = db.prepare(
    `INSERT INTO purchase (id, account, location, what, amount, currency, tax_amount, state, at, billing_json)
     VALUES (?, ?, ?, 'Desk', 2500, 'EUR', 300, 'paid', ?, NULL)`,
  )
  const useDay = db.prepare('INSERT INTO day_use VALUES (?, ?, ?, NULL, ?)')
  const command = db.prepare("INSERT INTO command VALUES (?, ?, ?, 'desk.book', ?, ?, ?)")
  const audit = db.prepare("INSERT INTO audit VALUES (?, ?, 'account', ?, 'desk.book', ?, '{}', ?, ?)")
  const tombstone = db.prepare(
    'INSERT INTO scope_row (scope, kind, id, rev, born, row_json) VALUES (?, ?, ?, ?, ?, NULL)',
  )
  const id = (part: string, n: number): string =>
    `01900000-${part}-7000-8000-${n.toString(16).padStart(12, '0')}`
  const gone = (of: { id: number; head: number }, kind: string, rowId: string): void => {
    of.head++
    tombstone.run(of.id, kind, rowId, of.head, of.head)
  }
  const answer = JSON.stringify({
    ok: true,
    value: { kind: 'booked', booking: { id: 'x'.repeat(36) }, rest: 'x'.repeat(300) },
  })
  const hash = 'a'.repeat(64)
  let audited = Number(one('SELECT max(seq) FROM audit'))

  db.transaction(() => {
    for (let n = 0; n < count; n++) {
      const at = now - (Math.floor(n / desks.length) + 2) * day
      const date = new Date(at).toISOString().slice(0, 10)
      const from = Date.parse(date) + 8 * hour
      const until = from + 10 * hour
      const [who, booked, ordered] = [id('aaaa', n), id('bbbb', n), id('cccc', n)]
      account.run(who, `m${n}@example.org`, `Member ${n}`, from)
      accept.run(who)
      booking.run(booked, who, location, desks[n % desks.length], date, from, until, from, device)
      grant.run(`day-booking:${booked}`, who, 5_000_000_000 + n, until)
      order.run(ordered, who, location, from)
      useDay.run(who, location, date, ordered)
      command.run(id('dddd', n), device, 1_000_000 + n, from, from, answer)
      audit.run(++audited, from, who, booked, hash, hash)
      gone(scope.catalogue, 'occupancy', booked)
      gone(scope.reception, 'presence', booked)
      gone(scope.reception, 'grant', `day-booking:${booked}`)
      gone(scope.reception, 'order', ordered)
      gone(scope.doors, 'grant', `day-booking:${booked}`)
    }
    const setHead = db.prepare('UPDATE scope SET head = ? WHERE id = ?')
    for (const { id: scopeId, head } of Object.values(scope)) setHead.run(head, scopeId)
    db.prepare("UPDATE meta SET value = ? WHERE key = 'audit-tail'").run(`${audited}:${hash}`)
  })()
  for (const { sql } of triggers) db.exec(sql)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
}
