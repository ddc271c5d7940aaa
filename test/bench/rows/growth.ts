import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { realSystem } from '../../../electron/lib/system.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { fakeSystem } from '../../fixtures/fake-system.ts'
import { bookingId, must, openTestHub, type TestHub } from '../../fixtures/hub.ts'
import { grow } from '../grow.ts'
import type { Figure, Row } from '../measure.ts'

const small = 1000
/** The largest one takes minutes to make, and 4 GB of disk. */
const sizes = [small, 100_000, 1_000_000]
const bookings = 25
const price = { amount: 2500, currency: 'EUR' }

interface Measured {
  start: number
  stall: number
  snapshot: number
  booking: number
  bytes: number
}

/**
 * `growth`: what a hub costs with 1,000, 100,000 and 1,000,000 members, each with a past booking. In this process, through
 * the engine: its start (without Node's own), the longest time that it kept everybody waiting until its walks were done,
 * a snapshot of the catalogue, a booking. The booking's floor is the small hub's.
 */
export async function growthRow(note: (text: string) => void, counts = sizes): Promise<Row[]> {
  const measured: [number, Measured][] = []
  for (const count of counts) measured.push([count, await measureHubOf(count)])
  const least = measured[0]?.[1]
  const rows: Row[] = []
  for (const [count, { start, stall, snapshot, booking, bytes }] of measured) {
    const name = (what: string): string => `growth ${count.toLocaleString('en')}, ${what}`
    rows.push(
      rowOf({ name: name('start'), unit: 'ms', bound: 3000 }, start),
      rowOf({ name: name('longest stall'), unit: 'ms', bound: 50 }, stall),
      rowOf({ name: name('snapshot'), unit: 'ms', bound: 100 }, snapshot),
      rowOf({ name: name('booking'), unit: 'ms CPU', bound: 1.3 }, booking, least?.booking ?? booking),
    )
    note(`${count} bookings: ${(bytes / 1024 / count).toFixed(1)} kB each`)
  }
  return rows
}

function rowOf(figure: Figure, foyer: number, floor: number | null = null): Row {
  const ratio = floor === null ? null : foyer / floor
  const spread = {
    foyer: [foyer, foyer],
    floor: floor === null ? null : [floor, floor],
  } satisfies Row['spread']
  return { ...figure, foyer, floor, ratio, peers: {}, n: 1, spread }
}

async function measureHubOf(count: number): Promise<Measured> {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-growth-'))
  // The real time, so that nothing of it is old or to come by accident; it stands still but for what is said here.
  const system = { ...fakeSystem(realSystem.now()), now: realSystem.now }
  try {
    const young = await openTestHub({ dir, system })
    const kiosk = await young.device()
    await young.signIn(kiosk, 'ada@example.com', 'Ada')
    await young.close()
    grow(dir, count, system.now())

    const began = performance.now()
    const hub = await openTestHub({ dir, system })
    const start = performance.now() - began
    const stall = await longestStall(hub, 300_000)
    const once = performance.now()
    for (let cursor = 0, more = true; more; ) {
      const page = hub.engine.since(`catalogue:${hub.engine.locations()[0] ?? ''}`, cursor, 1000)
      ;[cursor, more] = [page.to, page.more]
    }
    const snapshot = performance.now() - once
    const booking = await bookingOf(hub, new Date(system.now()).toISOString().slice(0, 10))
    await hub.close()
    return { start, stall, snapshot, booking, bytes: statSync(join(dir, 'hub.db')).size }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Milliseconds that the engine kept the event loop to itself at most, until its walks are done, or for so long. */
async function longestStall(hub: TestHub, atMost: number): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  const walks = hub.look().prepare<[], number>("SELECT count(*) FROM meta WHERE key LIKE 'walk:%'").pluck()
  delay.enable()
  const until = performance.now() + atMost
  do await new Promise((resolve) => setTimeout(resolve, 100))
  while ((walks.get() ?? 0) > 0 && performance.now() < until)
  delay.disable()
  return delay.max / 1e6
}

/** Milliseconds of processor for a booking, one after another. */
async function bookingOf(hub: TestHub, today: string): Promise<number> {
  const kiosk = await hub.device(['kiosk'], 'Bench')
  const session = await hub.signIn(kiosk, 'bench@example.com', 'Bench')
  const desk = hub.rows('catalogue', 'desk').findLast(({ row }) => row.bookable)?.id ?? ''
  const book = async (days: number): Promise<void> => {
    const payload = { booking: bookingId(), desk, date: addDays(today, days), pay: 'single', price } as const
    must(await kiosk.ask('desk.book', payload, { session }))
  }
  for (let n = 1; n < 5; n++) await book(n)
  const before = process.cpuUsage()
  for (let n = 5; n < 5 + bookings; n++) await book(n)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / bookings
}
