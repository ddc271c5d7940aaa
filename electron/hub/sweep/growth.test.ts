import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays } from '../../../shared/domain/time.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { bookingId, must, openTestHub, type TestHub } from '../../../test/fixtures/hub.ts'

const day = 24 * 3_600_000
const price = { amount: 2500, currency: 'EUR' }
/** More than one piece of a walk holds. */
const many = 1200

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-growth-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const count = (db: Database, sql: string): number =>
  db.prepare<[], number>(`SELECT count(*) FROM ${sql}`).pluck().get() ?? 0
/** Whatever was submitted before this is done after it. */
const settle = (hub: TestHub) => hub.engine.mailStatus('none', 'accepted', '')
/** Lets the hub walk on until nothing is left of its walks. */
async function walked(hub: TestHub, db: Database): Promise<void> {
  for (let turn = 0; turn < 200 && count(db, "meta WHERE key LIKE 'walk:%'") > 0; turn++) await settle(hub)
}

/** So many people with a grant by hand that runs on, beside what the demo has. */
function addGranted(db: Database, n: number, until: number): void {
  db.transaction(() => {
    for (let k = 0; k < n; k++) {
      const id = `p${String(k).padStart(5, '0')}`
      db.prepare("INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, 'en', 1)").run(
        id,
        `${id}@x.org`,
        id,
      )
      db.prepare(
        "INSERT INTO manual_grant SELECT ?, ?, json_group_array(id), 1, ?, 'staff-noor', '' FROM door",
      ).run(id, id, until)
      db.prepare('INSERT INTO access_grant (id, account, credential, until_at) VALUES (?, ?, ?, ?)').run(
        `staff:${id}`,
        id,
        5_000_000_000 + k,
        until,
      )
    }
  })()
}

it('tells a new host of every grant, a piece at a time, and of its doors only then', async () => {
  const system = fakeSystem()
  await (await openTestHub({ dir, system })).close()
  const hub = await openTestHub({ dir, system })
  const db = hub.look()
  addGranted(db, many, system.now() + 30 * day)
  const kiosk = await hub.device()
  const target = `doors:${kiosk.id}` as const
  expect(hub.rows(target, 'grant').length).toBeLessThan(many)
  expect(hub.rows(target, 'door')).toEqual([])
  const seen = hub.commits.length
  await walked(hub, db)
  expect(hub.rows(target, 'grant').length).toBeGreaterThanOrEqual(many)
  expect(hub.rows(target, 'door').length).toBeGreaterThan(0)
  for (const { changes } of hub.commits.slice(seen))
    for (const { key, rows } of changes) if (key === target) expect(rows.length).toBeLessThanOrEqual(502)
  await hub.close()
})

it('goes on after a crash where a walk stood', async () => {
  const system = fakeSystem()
  const first = await openTestHub({ dir, system })
  const db = first.look()
  addGranted(db, many, system.now() + 30 * day)
  const kiosk = await first.device()
  expect(count(db, "meta WHERE key LIKE 'walk:grants:%'")).toBe(1)
  await first.close()
  const again = await openTestHub({ dir, system })
  const look = again.look()
  await walked(again, look)
  expect(again.rows(`doors:${kiosk.id}`, 'grant').length).toBeGreaterThanOrEqual(many)
  expect(again.rows(`doors:${kiosk.id}`, 'door').length).toBeGreaterThan(0)
  await again.close()
})

it('takes grants that ended together away in several jobs, and forgets them in the end', async () => {
  const system = fakeSystem()
  await (await openTestHub({ dir, system })).close()
  const hub = await openTestHub({ dir, system })
  const db = hub.look()
  addGranted(db, many, system.now() + 2 * 3_600_000)
  const kiosk = await hub.device()
  await walked(hub, db)
  expect(hub.rows(`doors:${kiosk.id}`, 'grant').length).toBeGreaterThanOrEqual(many)
  system.advance(3 * 3_600_000)
  await settle(hub)
  await walked(hub, db)
  expect(hub.rows(`doors:${kiosk.id}`, 'grant').filter(({ id }) => id.startsWith('staff:p'))).toEqual([])
  expect(count(db, "access_grant WHERE id LIKE 'staff:p%' AND stage = 1")).toBe(many)
  for (let n = 0; n < 33; n++) {
    system.advance(day)
    await settle(hub)
    await walked(hub, db)
  }
  expect(count(db, "access_grant WHERE id LIKE 'staff:p%'")).toBe(0)
  await hub.close()
})

it('keeps of old commands the newest of each device: no number is taken twice (I2)', async () => {
  const system = fakeSystem()
  await (await openTestHub({ dir, system })).close()
  const hub = await openTestHub({ dir, system })
  const db = hub.look()
  const kiosk = await hub.device()
  db.transaction(() => {
    for (let seq = 1; seq <= 1000; seq++)
      db.prepare("INSERT INTO command VALUES (?, ?, ?, 'desk.book', 1, ?, '{}')").run(
        `c${seq}`,
        kiosk.id,
        seq,
        system.now(),
      )
  })()
  system.advance(29 * day)
  await settle(hub)
  await walked(hub, db)
  expect(count(db, 'command WHERE seq IS NOT NULL')).toBe(1000)
  system.advance(2 * day)
  await settle(hub)
  await walked(hub, db)
  expect(count(db, 'command WHERE seq IS NOT NULL')).toBe(200)
  const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
  const payload = { booking: bookingId(), desk: 'desk-a1', date: '2026-12-24', pay: 'single', price } as const
  const late = await kiosk.ask('desk.book', payload, { session, seq: 1000 })
  expect(late).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  must(await kiosk.ask('desk.book', payload, { session, seq: 1001 }))
  await hub.close()
})

it('forgets what is gone after a while, and gives whoever was away that long a snapshot', async () => {
  const system = fakeSystem()
  await (await openTestHub({ dir, system })).close()
  const hub = await openTestHub({ dir, system })
  const db = hub.look()
  const key = 'catalogue:lindenhof'
  const { id, head } = db
    .prepare<[string], { id: number; head: number }>('SELECT id, head FROM scope WHERE key = ?')
    .get(key)!
  await hub.close()
  const closed = (await import('better-sqlite3')).default(join(dir, 'hub.db'))
  closed.transaction(() => {
    for (let n = 1; n <= 3000; n++)
      closed
        .prepare("INSERT INTO scope_row VALUES (?, 'occupancy', ?, ?, ?, NULL)")
        .run(id, `gone${n}`, head + n, head + n)
    closed.prepare('UPDATE scope SET head = ? WHERE id = ?').run(head + 52_000, id)
  })()
  closed.close()
  const again = await openTestHub({ dir, system })
  const look = again.look()
  await walked(again, look)
  const pruned = look.prepare<[number], number>('SELECT pruned FROM scope WHERE id = ?').pluck().get(id)!
  expect(pruned).toBeGreaterThan(head)
  expect(count(look, `scope_row WHERE id LIKE 'gone%' AND rev <= ${pruned}`)).toBe(0)
  expect(count(look, "scope_row WHERE id LIKE 'gone%'")).toBeGreaterThan(500)

  // Behind that: from the beginning, and on through its pages, although their cursors lie further back.
  const { engine } = again
  const first = engine.since(key, head, 5)
  expect(first).toMatchObject({ from: 0, more: true })
  expect(engine.since(key, first.to, 5, engine.head(key))).toMatchObject({ from: first.to })
  expect(engine.since(key, first.to, 5)).toMatchObject({ from: 0 })
  expect(engine.since(key, pruned, 5)).toMatchObject({ from: pruned })
  await again.close()
})

it('has everybody on the list of a new day, and nobody of the day before', async () => {
  const system = fakeSystem()
  const hub = await openTestHub({ dir, system })
  const db = hub.look()
  const tomorrow = addDays('2026-11-23', 1)
  db.transaction(() => {
    const desks = db.prepare<[], string>("SELECT id FROM item WHERE kind = 'desk'").pluck().all()
    const from = Date.parse(`${tomorrow}T08:00:00+01:00`)
    for (const [n, desk] of desks.entries()) {
      db.prepare("INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, 'en', 1)").run(
        `d${n}`,
        `d${n}@x.org`,
        `d${n}`,
      )
      db.prepare(
        "INSERT INTO booking (id, account, item, date, from_at, until_at, made_at, device, location) VALUES (?, ?, ?, ?, ?, ?, 1, 'k', 'lindenhof')",
      ).run(`b${n}`, `d${n}`, desk, tomorrow, from, from + 3_600_000)
    }
  })()
  expect(hub.rows('reception', 'presence').some(({ id }) => id.startsWith('b'))).toBe(false)
  system.advance(day)
  await settle(hub)
  await walked(hub, db)
  expect(hub.rows('reception', 'presence').every(({ row }) => row.date === tomorrow)).toBe(true)
  await hub.close()
})
