import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { openStore } from '../../electron/core/store/store.ts'
import { createOutbox } from '../../electron/core/sync/outbox.ts'
import { silentLog } from '../../electron/lib/log.ts'
import { failure } from '../../shared/contract/errors.ts'
import { addDays } from '../../shared/domain/time.ts'
import { crashLine } from '../fixtures/crash-line.ts'
import { type FakeSystem, fakeSystem } from '../fixtures/fake-system.ts'
import { type FaultyDisk, faultyDisk, healDisk, Killed } from '../fixtures/faulty-sqlite.ts'
import { bookingId, openTestHub, type TestDevice, type TestHub } from '../fixtures/hub.ts'

vi.mock('better-sqlite3', async () => ({
  default: (await import('../fixtures/faulty-sqlite.ts')).FaultyDatabase,
}))

let dir: string
let system: FakeSystem
let hub: TestHub
/** Desks and days that nobody has booked yet. */
let free: { desk: string; date: string }[]
let lives = 0

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-crash-hub-'))
  system = fakeSystem()
  hub = await openTestHub({ dir: join(dir, 'hub 0'), system })
  const desks = hub.rows('catalogue', 'desk').filter(({ row }) => row.bookable)
  free = [1, 2, 3, 4, 7, 8].flatMap((n) =>
    desks.map(({ id }) => ({ desk: id, date: addDays('2026-11-23', n) })),
  )
})
afterEach(healDisk)
afterAll(async () => {
  await hub?.close()
  rmSync(dir, { recursive: true, force: true })
})

async function settle(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

/** The hub as it comes back: from what its disk held when it was killed. */
async function comeBack(): Promise<void> {
  healDisk()
  hub = await openTestHub({ dir: join(dir, `hub ${lives}`), system })
}

/** A kiosk drains three commands into a hub that is killed at its nth statement, and into the one that comes back. */
async function drainInto(killedAt: number | null): Promise<FaultyDisk> {
  const old = hub
  const next = join(dir, `hub ${++lives}`)
  const kiosk: TestDevice = await hub.device()
  const session = await hub.signIn(kiosk, `ada${lives}@example.com`, 'Ada')
  mkdirSync(next)
  cpSync(hub.dir, next, { recursive: true, filter: (path) => !path.includes('hub.db') })

  const disk = faultyDisk(
    join(hub.dir, 'hub.db'),
    next,
    killedAt === null ? null : { at: killedAt, how: 'killed' },
  )
  const engine = () => ({
    executeInOrder: async (...asked: Parameters<TestHub['engine']['executeInOrder']>) => {
      const asks = hub
      const answers = await asks.engine.executeInOrder(...asked)
      // What was answered after its death was never sent.
      return asks === old && disk.isDead() ? [failure('hub-unreachable')] : answers
    },
  })
  const line = crashLine({ engine, device: kiosk, isDead: () => false })
  const store = openStore(join(dir, `kiosk ${lives}`), system, silentLog)
  const outbox = createOutbox(store.outbox, line.link, system, silentLog)
  const answers: string[] = []
  outbox.answered.on(({ result }) => answers.push(result.ok ? 'ok' : result.error.code))
  line.turn('off')
  const [a, b] = [`${lives} a`, `${lives} b`]
  const { desk, date } = free.pop() as (typeof free)[number]
  const booking = { booking: bookingId(), desk, date, pay: 'single' as const }
  outbox.enqueue('door.refusal', { door: 'front', why: a }, { session })
  outbox.enqueue(
    'desk.book',
    { ...booking, price: { amount: 2500, currency: 'EUR' } },
    {
      session,
      promised: {
        booking: booking.booking,
        item: desk,
        date,
        from: 1,
        until: 2,
        cancels: null,
      },
    },
  )
  outbox.enqueue('door.refusal', { door: 'front', why: b }, { session })
  line.turn('on')
  await settle()
  if (killedAt === null) disk.kill()
  await comeBack()
  for (let turn = 0; turn < 20 && outbox.size() > 0; turn++) {
    system.advance(1_000)
    await settle()
  }
  const at = killedAt === null ? 'not killed' : `killed at statement ${killedAt}`
  expect([at, outbox.size(), answers]).toEqual([at, 0, ['ok', 'ok', 'ok']])
  for (const ids of line.numbers.values()) expect([at, ids.size]).toEqual([at, 1])
  const done = hub
    .look()
    .prepare(
      `SELECT CASE action WHEN 'desk.book' THEN subject ELSE json_extract(detail_json, '$.why') END FROM audit
       WHERE action IN ('desk.book', 'door.refusal') ORDER BY seq DESC LIMIT 3`,
    )
    .pluck()
    .all()
  expect([at, done.toReversed()]).toEqual([at, [a, booking.booking, b]])
  outbox.close()
  store.close()
  // The dead one's hands are tied; its file handles are given back.
  await old.engine.close().catch((error: unknown) => expect(error).toBeInstanceOf(Killed))
  rmSync(old.dir, { recursive: true, force: true })
  return disk
}

it('a hub killed at every statement of a batch: each command once, in order, and what it answered is there (I2, I3)', async () => {
  const { writes } = await drainInto(null)
  for (const at of writes) await drainInto(at)
}, 120_000)
