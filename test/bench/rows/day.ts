import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { realSystem } from '../../../electron/lib/system.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import { fakeSystem } from '../../fixtures/fake-system.ts'
import { openTestHub } from '../../fixtures/hub.ts'
import { contest, type Row } from '../measure.ts'

/** A busy place: everybody has a plan, and every desk is booked for every day that can be booked. */
const members = 2000
const desks = 300
const bookable = 30
const minute = 60_000
const zone = 'Etc/UTC'

/**
 * `day`: a simulated day of a busy place through the engine, minute by minute and midnight included. The longest time that
 * the hub kept everybody waiting; there is no floor for that.
 */
export function dayRow(): Promise<Row[]> {
  return contest({
    figures: { stall: { name: 'day, longest stall', unit: 'ms', bound: 50 } },
    foyer: async () => ({ stall: await longestStallOfADay() }),
    floor: null,
  })
}

async function longestStallOfADay(): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-day-'))
  // The morning of a day. Within a job the clock goes on as it does, so that a piece of a walk ends in time.
  const day = fakeSystem(Date.UTC(2026, 10, 23, 8))
  const origin = realSystem.now()
  const system = { ...day, now: () => day.now() + realSystem.now() - origin }
  const config = {
    location: { zone },
    desks: Array.from({ length: desks }, (_, n) => ({ label: `T${n}`, area: 'Hall', x: n, y: 0 })),
  }
  try {
    const first = await openTestHub({ dir, system, config })
    await first.device()
    await first.close()
    fill(dir, localDateOf(system.now(), zone))
    const hub = await openTestHub({ dir, system, config })
    const walks = hub.look().prepare<[], number>("SELECT count(*) FROM meta WHERE key LIKE 'walk:%'").pluck()
    const rest = async (): Promise<void> => {
      do await wait(2)
      while ((walks.get() ?? 0) > 0)
    }
    await rest()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    for (let passed = 0; passed < 24 * 60; passed += 10) {
      day.advance(10 * minute)
      await rest()
    }
    delay.disable()
    await hub.close()
    return delay.max / 1e6
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Members with plans of which some renew each day, and bookings for a month. */
function fill(dir: string, today: string): void {
  const db = new Database(join(dir, 'hub.db'))
  const location = db.prepare<[], string>('SELECT min(id) FROM location').pluck().get()
  const device = db.prepare<[], string>('SELECT min(id) FROM device').pluck().get()
  const plan = db
    .prepare<[], string>("SELECT id FROM plan WHERE period = 'month' ORDER BY id LIMIT 1")
    .pluck()
    .get()
  const items = db
    .prepare<[], string>("SELECT id FROM item WHERE kind = 'desk' AND retired_at IS NULL")
    .pluck()
    .all()
  const account = db.prepare(
    "INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, 'en', 1)",
  )
  const subscription = db.prepare(
    `INSERT INTO subscription (id, account, location, plan, starts_on, ends_on, renews_on, amount, currency)
     VALUES (?, ?, ?, ?, ?, NULL, ?, 9500, 'EUR')`,
  )
  const booking = db.prepare(
    `INSERT INTO booking (id, account, location, item, date, from_at, until_at, made_at, device)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?)`,
  )
  db.transaction(() => {
    for (let n = 0; n < members; n++) {
      account.run(`m${n}`, `m${n}@example.org`, `Member ${n}`)
      const renews = addDays(today, 1 + (n % bookable))
      subscription.run(`s${n}`, `m${n}`, location, plan, addDays(renews, -bookable), renews)
    }
    for (let ahead = 0; ahead < bookable; ahead++) {
      const date = addDays(today, ahead)
      const from = Date.parse(date)
      for (const [n, item] of items.entries())
        booking.run(`b${ahead}-${n}`, `m${n}`, location, item, date, from, from + 24 * 60 * minute, device)
    }
  })()
  db.close()
}
