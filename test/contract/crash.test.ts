import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openStore, type Store } from '../../electron/core/store/store.ts'
import { createOutbox, type Outbox } from '../../electron/core/sync/outbox.ts'
import { silentLog } from '../../electron/lib/log.ts'
import { addDays } from '../../shared/domain/time.ts'
import { type CrashLine, crashLine } from '../fixtures/crash-line.ts'
import { type FakeSystem, fakeSystem } from '../fixtures/fake-system.ts'
import { type Fault, type FaultyDisk, faultyDisk, healDisk, Killed } from '../fixtures/faulty-sqlite.ts'
import { bookingId, openTestHub, type TestHub } from '../fixtures/hub.ts'

vi.mock('better-sqlite3', async () => ({
  default: (await import('../fixtures/faulty-sqlite.ts')).FaultyDatabase,
}))

/** How often a command has to have taken effect in the end. */
type Due = 'once' | 'at most once' | 'never'

const price = { amount: 2500, currency: 'EUR' }

let dir: string
let system: FakeSystem
let hub: TestHub
/** The hub's file, seen from outside. */
let look: ReturnType<TestHub['look']>
/** Desks and days that nobody has booked yet. */
let free: { desk: string; date: string }[]
let lives = 0

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-crash-'))
  system = fakeSystem()
  const desks = Array.from({ length: 60 }, (_, n) => ({ label: `C${n}`, area: 'Hall', x: n, y: 0 }))
  hub = await openTestHub({ dir: join(dir, 'hub'), system, config: { desks } })
  const workdays = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 15, 16, 17, 18].map((n) => addDays('2026-11-30', n))
  look = hub.look()
  free = hub
    .rows('catalogue', 'desk')
    .filter(({ row }) => row.bookable)
    .flatMap(({ id }) => workdays.map((date) => ({ desk: id, date })))
})
afterEach(healDisk)
afterAll(async () => {
  await hub?.close()
  rmSync(dir, { recursive: true, force: true })
})

/** Lets everything happen that needs no time to pass. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

/** What a command of this test is known by. */
function keyOf(payload: unknown): string {
  const { booking, why } = payload as { booking?: string; why?: string }
  return booking ?? why ?? ''
}

/** How often each took effect, by the hub's own audit log. */
function effects(): Map<string, number> {
  const keys = look
    .prepare(
      `SELECT CASE action WHEN 'desk.book' THEN subject ELSE json_extract(detail_json, '$.why') END FROM audit
       WHERE action IN ('desk.book', 'door.refusal')`,
    )
    .pluck()
    .all() as string[]
  const times = new Map<string, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return times
}

/** Keeps book of what was asked of an outbox, and of what a screen may have shown of it. */
function ledger(session: string, isDead: () => boolean) {
  const dues = new Map<string, Due>()
  /** What the screen confirmed without the hub (R9.4). */
  const promised = new Set<string>()
  /** What the hub was heard to refuse for good. */
  const failed: string[] = []
  /** Does one thing. What the disk refused was not done, and must not be done later either. */
  const attempt = (key: string, due: Due, what: () => void): void => {
    dues.set(key, 'at most once')
    try {
      what()
    } catch (error) {
      if (isDead()) throw error
      dues.set(key, 'never')
      return
    }
    if (!isDead() && dues.get(key) === 'at most once') dues.set(key, due)
  }
  return {
    dues,
    failed,
    promised,
    attempt,
    refusal: (outbox: Outbox, why: string, due: Due = 'once') =>
      attempt(why, due, () => outbox.enqueue('door.refusal', { door: 'front', why }, { session })),
    listen: (outbox: Outbox) =>
      outbox.answered.on(({ row, result }) => {
        if (isDead()) return
        const key = keyOf(row.payload)
        if (result.ok) dues.set(key, 'once')
        else failed.push(key)
      }),
  }
}

/** One life of a kiosk, in which an outbox does everything that it ever does. */
async function live(
  name: string,
  store: Store,
  line: CrashLine,
  session: string,
  { dues, promised, attempt, refusal, listen }: ReturnType<typeof ledger>,
): Promise<void> {
  const outbox = createOutbox(store.outbox, line.link, system, silentLog)
  listen(outbox)
  const booking = () => {
    const { desk, date } = free.pop() as (typeof free)[number]
    const id = bookingId()
    return {
      id,
      payload: { booking: id, desk, date, pay: 'single' as const, price },
      promise: { booking: id, item: desk, date, from: 1, until: 2, cancels: null },
    }
  }

  const online = booking()
  attempt(online.id, 'once', () => outbox.request('desk.book', online.payload, session))
  await settle()

  // The hub is slow, and the screen confirms the second one itself.
  let release = (): void => {}
  line.answersAfter = new Promise((resolve) => {
    release = resolve
  })
  const slow = booking()
  let id: string | null = null
  attempt(slow.id, 'once', () => {
    id = outbox.request('desk.book', slow.payload, session)
  })
  await settle()
  if (id !== null && outbox.promise(id, slow.promise)) {
    dues.set(slow.id, 'once')
    promised.add(slow.id)
  }
  release()
  await settle()

  line.turn('off')
  const offline = booking()
  attempt(offline.id, 'once', () => {
    outbox.enqueue('desk.book', offline.payload, { session, promised: offline.promise })
    promised.add(offline.id)
  })
  refusal(outbox, `${name} a`)
  attempt(`${name} taken back`, 'once', () => {
    const taken = outbox.enqueue('door.refusal', { door: 'front', why: `${name} taken back` }, { session })
    try {
      if (outbox.withdraw(taken)) dues.set(`${name} taken back`, 'never')
    } catch (error) {
      // What the disk does not give back stays.
      if (error instanceof Killed) throw error
    }
  })
  refusal(outbox, `${name} unreadable ${'x'.repeat(80)}`, 'never')
  refusal(outbox, `${name} ill`)
  refusal(outbox, `${name} b`)
  line.ill = `${name} ill`
  line.turn('on')
  await settle()
  // The hub fails on one again and again, until it lets the others pass.
  for (let turn = 0; turn < 6; turn++) {
    system.advance(30_000)
    await settle()
  }
  line.turn('off')
  refusal(outbox, `${name} c`)
  line.ill = null
  line.turn('on')
  await settle()
  system.advance(60_000)
  await settle()
  outbox.close()
}

/**
 * Lives one life up to its fault and the next one to its end, and checks what came of it. `isCut`: what it sends in the
 * moment of the fault does not arrive.
 */
async function liveTwice(fault: Fault | null, isCut = false): Promise<FaultyDisk> {
  const name = `life ${++lives}`
  const at = fault ? `${fault.how} at statement ${fault.at}` : 'no fault'
  const device = await hub.device()
  const session = await hub.signIn(device, `ada${lives}@example.com`, 'Ada')
  const [home, next] = [join(dir, name), join(dir, `${name}, next`)]
  mkdirSync(next)
  let line: CrashLine | null = null
  const disk = faultyDisk(join(home, 'core.db'), next, fault, () => {
    if (isCut) line?.lose()
  })
  const book = ledger(session, disk.isDead)
  const ends = { engine: () => hub.engine, device, isDead: disk.isDead }
  line = crashLine(ends)
  let first: Store | null = null
  try {
    first = openStore(home, system, silentLog)
    await live(name, first, line, session, book)
  } catch (error) {
    if (!disk.isDead() && fault?.how !== 'refused by the disk') throw error
  }
  disk.kill()
  await settle()

  const store = openStore(next, system, silentLog)
  const forgotten = store.outbox
    .all()
    .filter(({ payload, promised }) => book.promised.has(keyOf(payload)) && promised === null)
  expect([at, forgotten]).toEqual([at, []])
  const line2 = crashLine({ ...ends, isDead: () => false })
  const outbox = createOutbox(store.outbox, line2.link, system, silentLog)
  book.dues.set(`${name} z`, 'once')
  outbox.enqueue('door.refusal', { door: 'front', why: `${name} z` }, { session })
  for (let turn = 0; turn < 20 && outbox.size() > 0; turn++) {
    await settle()
    system.advance(5_000)
  }
  expect([at, outbox.size()]).toEqual([at, 0])
  const odd = store.outbox.deadLetters().filter(({ reason }) => !reason.startsWith('why'))
  expect([at, odd]).toEqual([at, []])
  for (const [seq, ids] of line2.numbers) for (const id of line.numbers.get(seq) ?? []) ids.add(id)
  for (const ids of [...line.numbers.values(), ...line2.numbers.values()])
    expect([at, ids.size]).toEqual([at, 1])
  // What may have taken effect is never said to have failed.
  expect([at, book.failed.filter((key) => !key.includes('unreadable'))]).toEqual([at, []])
  const times = effects()
  for (const [key, due] of book.dues) {
    const n = times.get(key) ?? 0
    const wanted = due === 'once' ? 1 : due === 'never' ? 0 : Math.min(n, 1)
    expect([at, key, due, n]).toEqual([at, key, due, wanted])
  }
  outbox.close()
  store.close()
  first?.close()
  return disk
}

describe('a kiosk at every statement of its outbox (I2, I3)', () => {
  const kinds = [
    ['killed', false, 'each command once, each number once, and what was confirmed is there'],
    ['killed', true, 'the same when nothing that it had just sent arrives'],
    ['refused by the disk', false, 'nothing is lost, nor done that was said to have failed'],
    ['refused by the disk', true, 'the same when nothing that it had just sent arrives'],
  ] as const
  it.each(kinds)(
    '%s (%s): %s',
    async (how, isCut) => {
      const { statements, writes } = await liveTwice(null)
      const all = Array.from({ length: statements() }, (_, n) => n + 1)
      // To one that reads the same happens as to the one before it, but for what was confirmed in between.
      for (const at of how === 'killed' && !isCut ? all : writes) await liveTwice({ at, how }, isCut)
    },
    120_000,
  )
})
