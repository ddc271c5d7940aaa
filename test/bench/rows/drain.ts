import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { io, type Socket } from 'socket.io-client'
import { v7 } from 'uuid'
import { identityFile } from '../../../electron/core/store/identity.ts'
import { openStore, type Store } from '../../../electron/core/store/store.ts'
import { createOutbox } from '../../../electron/core/sync/outbox.ts'
import { silentLog } from '../../../electron/lib/log.ts'
import { realSystem } from '../../../electron/lib/system.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { dataFolder, writeConfig } from '../../fixtures/app.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import type { RawBooking } from '../floors/booking-hub.ts'
import { drainByHand } from '../floors/drain.ts'
import { goOnline, kioskLink } from '../kiosk-link.ts'
import { contest, type Row } from '../measure.ts'

/** Desks, and people a day; the first days warm both ends up. */
const perDay = 40
const days = { warm: 5, measured: 25 }
const price = { amount: 2500, currency: 'EUR' }
const dayMs = 24 * 3_600_000

/**
 * `drain`: milliseconds until 1,000 bookings that a kiosk promised without the hub are answered by it and gone from the
 * outbox, each done once. Floor: the same bookings by hand, a hundred in a packet (floors/booking-hub.ts).
 */
export async function drainRows(note: (text: string) => void): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-drain-'))
  const file = join(dir, 'hub.db')
  const wall: number[] = []
  try {
    const rows = await contest({
      figures: { wall: { name: 'drain 1,000', unit: 'ms', bound: 2 } },
      foyer: async () => {
        const ms = await drainIntoHub(file)
        wall.push(ms)
        return { wall: ms }
      },
      floor: async () => ({ wall: await drainRaw(file) }),
    })
    const absolute = await contest({
      figures: { wall: { name: 'drain 1,000, in all', unit: 'ms', bound: 500 } },
      foyer: () => Promise.resolve({ wall: wall.shift() ?? Number.NaN }),
      floor: null,
    })
    note(
      `each by somebody else and promised: any of ${perDay} desks will do, and the hub looks at all of them`,
    )
    return [...rows, ...absolute]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Leaves the hub's file at `copyTo`, for the floor to book on. */
async function drainIntoHub(copyTo: string): Promise<number> {
  const data = dataFolder()
  const desks = Array.from(
    { length: perDay },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${n * 20}, y: 0 }`,
  )
  writeConfig(data.dir, `location: { zone: Etc/UTC }\ndesks:\n${desks.join('\n')}\n`)
  const flags = ['--data', data.dir, '--port', '0', '--demo']
  const home = join(data.dir, 'kiosk')
  const kiosk = await pair(flags, home)
  const visits = addVisits(data.dir, kiosk)
  const hub = await startStandaloneHub(flags)
  const store = openStore(home, realSystem, silentLog)
  try {
    enqueue(store, visits.slice(0, perDay * days.warm))
    await drain(hub.url, home, store)
    enqueue(store, visits.slice(perDay * days.warm))
    const ms = await drain(hub.url, home, store)
    const db = new Database(join(data.dir, 'hub.db'), { readonly: true })
    const booked = db
      .prepare<[], number>("SELECT count(*) FROM audit WHERE action = 'desk.book'")
      .pluck()
      .get()
    db.close()
    if (booked !== visits.length) throw new Error(`${booked} bookings took effect`)
    return ms
  } finally {
    store.close()
    await hub.end()
    copyFileSync(join(data.dir, 'hub.db'), copyTo)
    data.remove()
  }
}

/** Makes a new hub know the kiosk, whose id it gives. */
async function pair(flags: string[], home: string): Promise<string> {
  const hub = await startStandaloneHub(flags)
  const link = kioskLink(hub.url, home, hub.pair[0])
  await goOnline(link)
  link.close()
  await hub.end()
  return identityFile(home, silentLog).get()?.device ?? ''
}

/** Somebody who stood at the kiosk for a moment. */
interface Visit {
  session: string
  at: number
  desk: string
  date: string
}

/** People who accepted the terms and were signed in at this kiosk, one after another; into a stopped hub. */
function addVisits(dir: string, kiosk: string): Visit[] {
  const db = new Database(join(dir, 'hub.db'))
  const location = db.prepare<[], string>('SELECT min(id) FROM location').pluck().get()
  const desks = db.prepare<[], string>("SELECT id FROM item WHERE kind = 'desk' ORDER BY id").pluck().all()
  const account = db.prepare(
    "INSERT INTO account (id, email, name, language, created_at) VALUES (?, ?, ?, 'en', 0)",
  )
  const accept = db.prepare("INSERT INTO acceptance VALUES (?, ?, 1, 'hash', 'en', ?, 0)")
  const session = db.prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, ?)')
  const now = Date.now()
  const today = new Date(now).toISOString().slice(0, 10)
  const visits = db.transaction(() =>
    Array.from({ length: perDay * (days.warm + days.measured) }, (_, n): Visit => {
      const [who, id, secret] = [v7(), v7(), `secret ${n}`]
      const at = now - n
      account.run(who, `drain${n}@example.org`, `Visitor ${n}`)
      accept.run(who, location, kiosk)
      session.run(id, who, kiosk, hash('sha256', secret, 'buffer'), at - 1, now + dayMs, at + 1)
      const date = addDays(today, Math.floor(n / perDay))
      return { session: `${id}.${secret}`, at, desk: desks[n % perDay] as string, date }
    }),
  )()
  db.close()
  return visits
}

/** As the core does when somebody books without the hub. */
function enqueue(store: Store, visits: readonly Visit[]): void {
  for (const { session, at, desk, date } of visits) {
    const booking = v7()
    const promised = { booking, item: desk, date, from: at, until: at + dayMs, cancels: null }
    const payload = { booking, desk, date, pay: 'single' as const, price }
    store.outbox.add({ id: v7(), type: 'desk.book', payload, session, at, promised })
  }
}

/** Milliseconds from the moment that the hub is there again until nothing waits any more. */
async function drain(url: string, home: string, store: Store): Promise<number> {
  const link = kioskLink(url, home)
  let began = 0
  link.changed.on(() => {
    if (link.state().name === 'online') began = performance.now()
  })
  const outbox = createOutbox(store.outbox, link, realSystem, silentLog)
  const waiting = outbox.size()
  let answered = 0
  const ms = await new Promise<number>((resolve, reject) => {
    outbox.answered.on(({ result }) => {
      if (!result.ok) reject(new Error(`the hub refused: ${JSON.stringify(result.error)}`))
      if (++answered === waiting) resolve(performance.now() - began)
    })
    link.start()
  })
  if (outbox.size() > 0) throw new Error(`${outbox.size()} still wait`)
  outbox.close()
  link.close()
  return ms
}

async function drainRaw(file: string): Promise<number> {
  const own = `${file}.floor`
  copyFileSync(file, own)
  const db = new Database(own)
  const desks = db.prepare<[], string>('SELECT DISTINCT item FROM booking ORDER BY item').pluck().all()
  db.close()
  const program = join(import.meta.dirname, '../floors/booking-hub.ts')
  const child = spawn(process.execPath, [program, own], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  const socket: Socket = io(`http://127.0.0.1:${port.toString().trim()}`, {
    transports: ['websocket'],
    forceNew: true,
  })
  try {
    await new Promise<void>((resolve) => socket.once('connect', resolve))
    // Years ahead, where nobody has booked.
    const first = Date.parse('2035-01-01T08:00:00Z')
    const bookings = (from: number, howMany: number): RawBooking[] =>
      Array.from({ length: perDay * howMany }, (_, n) => {
        const at = first + (from + (n % howMany)) * dayMs
        const member = Math.floor(n / howMany)
        const date = new Date(at).toISOString().slice(0, 10)
        return { id: v7(), member, desk: desks[member] as string, date, from: at }
      })
    await drainByHand(socket, `${own}.kiosk`, bookings(0, days.warm))
    return await drainByHand(socket, `${own}.kiosk`, bookings(days.warm, days.measured))
  } finally {
    socket.close()
    child.kill()
    await once(child, 'exit')
    for (const suffix of ['', '-wal', '-shm']) rmSync(own + suffix, { force: true })
  }
}
