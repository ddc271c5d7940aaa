import { join } from 'node:path'
import Database from 'better-sqlite3'
import { v7 } from 'uuid'

const dayMs = 24 * 3_600_000
const hour = 3_600_000

/**
 * Books `count` desk days at a stopped demo hub, from next year on, with the catalogue's row of each: what a new replica
 * has to take. One member a desk. `dir`: the hub's own folder. Gives how many rows the catalogue has now.
 */
export function fillWithBookings(dir: string, count: number): { rows: number; bytes: number } {
  const db = new Database(join(dir, 'hub.db'))
  db.pragma('synchronous = OFF')
  const one = (sql: string): unknown => db.prepare(sql).pluck().get()
  const location = one('SELECT min(id) FROM location')
  const device = one('SELECT min(id) FROM device')
  const scope = Number(one("SELECT id FROM scope WHERE key LIKE 'catalogue:%'"))
  let head = Number(one(`SELECT head FROM scope WHERE id = ${scope}`))
  const desks = db.prepare<[], string>("SELECT id FROM item WHERE kind = 'desk' ORDER BY id").pluck().all()
  const member = db.prepare(
    "INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, 'en', 0)",
  )
  const book = db.prepare(
    `INSERT INTO booking (id, account, location, item, date, from_at, until_at, made_at, device)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?)`,
  )
  const publish = db.prepare(
    "INSERT INTO scope_row (scope, kind, id, rev, born, row_json) VALUES (?, 'occupancy', ?, ?, ?, ?)",
  )
  const first = Date.parse(`${new Date().getUTCFullYear() + 1}-01-01T00:00:00Z`)
  db.transaction(() => {
    for (const [n, desk] of desks.entries()) {
      const account = v7()
      member.run(account, `catch-up-${n}@example.org`, `Member ${n}`)
      for (let day = 0; day * desks.length + n < count; day++) {
        const date = new Date(first + day * dayMs).toISOString().slice(0, 10)
        const from = first + day * dayMs + 8 * hour
        const until = from + 10 * hour
        const id = v7()
        book.run(id, account, location, desk, date, from, until, device)
        head++
        publish.run(scope, id, head, head, JSON.stringify({ item: desk, date, from, until }))
      }
    }
    db.prepare('UPDATE scope SET head = ? WHERE id = ?').run(head, scope)
  })()
  const { rows, bytes } = db
    .prepare<[number], { rows: number; bytes: number }>(
      'SELECT count(*) AS rows, sum(length(row_json)) AS bytes FROM scope_row WHERE scope = ? AND row_json IS NOT NULL',
    )
    .get(scope) as { rows: number; bytes: number }
  db.close()
  return { rows, bytes }
}
