import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { io, type Socket } from 'socket.io-client'
import { v7 } from 'uuid'
import { addDays } from '../../../shared/domain/time.ts'
import { dataFolder, writeConfig } from '../../fixtures/app.ts'
import { startMailSink } from '../../fixtures/mail-sink.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { cpuOf } from '../cpu.ts'
import { flood } from '../flood.ts'
import type { RawBooking } from '../floors/booking-hub.ts'
import { contest, type Row } from '../measure.ts'
import { type Member, need, signedIn, staffDevice } from '../members.ts'

const kiosks = 50
const inFlight = 20
/** Bookings of each kiosk's member, a desk of their own a day: the first warm up, then alone, then with subscribers. */
const days = { warm: 4, alone: 13, watched: 13 }
const price = { amount: 2500, currency: 'EUR' }
const day = 24 * 3_600_000

type Name = 'cpu' | 'wall' | 'cpuWatched' | 'wallWatched'

/**
 * `commands`: milliseconds of the hub's processor and of the clock for a durable booking, 50 kiosks with 20 in flight
 * each; then with the 50 subscribed to the rows. Floor: the same booking by hand (floors/booking-hub.ts).
 */
export async function commandsRow(note: (text: string) => void): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-commands-'))
  const file = join(dir, 'hub.db')
  try {
    const rows = await contest<Name>({
      figures: {
        cpu: { name: 'commands, CPU', unit: 'ms each', bound: 1.5 },
        wall: { name: 'commands, wall', unit: 'ms each', bound: 1.5 },
        cpuWatched: { name: 'commands, 50 subscribers, CPU', unit: 'ms each', bound: 1.5 },
        wallWatched: { name: 'commands, 50 subscribers, wall', unit: 'ms each', bound: 1.5 },
      },
      foyer: () => bookThroughTheHub(file),
      floor: () => bookByHand(file),
    })
    const [cpu, wall] = rows
    if (cpu && wall)
      note(`${(1000 / wall.foyer).toFixed(0)} bookings a second, ${(1000 / cpu.foyer).toFixed(0)} a core`)
    return rows
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Leaves the hub's file at `copyTo`, for the floor to book on. */
async function bookThroughTheHub(copyTo: string): Promise<Record<Name, number>> {
  const data = dataFolder()
  const mail = await startMailSink()
  const desks = Array.from(
    { length: kiosks },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${n * 20}, y: 0 }`,
  )
  writeConfig(data.dir, `location: { zone: Etc/UTC }\ndesks:\n${desks.join('\n')}\n`)
  const hub = await startStandaloneHub(['--data', data.dir, '--port', '0', '--demo', '--smtp', mail.url])
  const members: Member[] = []
  const staff = await staffDevice(hub.url, hub.pair[0] as string)
  try {
    for (let n = 0; n < kiosks; n++)
      members.push(await signedIn(hub.url, await staff.pairingCode(), mail, `member${n}@example.com`))
    const deskIds = await staff.deskIds()
    const today = new Date().toISOString().slice(0, 10)
    const bookAll = async (from: number, count: number): Promise<void> => {
      await Promise.all(
        members.map(({ device, session }, n) =>
          flood(count, inFlight, async (k) => {
            const date = addDays(today, from + k)
            const payload = { booking: v7(), desk: deskIds[n] as string, date, pay: 'single' as const, price }
            need(await device.command('desk.book', payload, { session }))
          }),
        ),
      )
    }
    return await inTurn(hub.process.pid as number, bookAll, async () => {
      for (const { device } of members) need(await device.verb('subscribe', { scopes: ['catalogue'] }))
    })
  } finally {
    for (const { device } of [...members, staff]) device.close()
    await hub.end()
    copyFileSync(join(data.dir, 'hub.db'), copyTo)
    await mail.close()
    data.remove()
  }
}

async function bookByHand(file: string): Promise<Record<Name, number>> {
  const own = `${file}.floor`
  copyFileSync(file, own)
  const db = new Database(own)
  const desks = db.prepare<[], string>('SELECT DISTINCT item FROM booking').pluck().all()
  db.close()
  const program = join(import.meta.dirname, '../floors/booking-hub.ts')
  const child = spawn(process.execPath, [program, own], { stdio: ['ignore', 'pipe', 'inherit'] })
  const sockets: Socket[] = []
  try {
    const [port] = (await once(child.stdout, 'data')) as [Buffer]
    const url = `http://127.0.0.1:${port.toString().trim()}`
    for (let n = 0; n < kiosks; n++) {
      const socket = io(url, { transports: ['websocket'], forceNew: true })
      await new Promise<void>((resolve) => socket.once('connect', resolve))
      sockets.push(socket)
    }
    // Years ahead, where nobody has booked.
    const first = Date.parse('2030-01-01T08:00:00Z')
    const bookAll = async (from: number, count: number): Promise<void> => {
      await Promise.all(
        sockets.map((socket, member) =>
          flood(count, inFlight, async (k) => {
            const at = first + (from + k) * day
            const date = new Date(at).toISOString().slice(0, 10)
            const booking: RawBooking = { id: v7(), member, desk: desks[member] as string, date, from: at }
            const answer = (await socket.emitWithAck('book', booking)) as { ok: boolean }
            if (!answer.ok) throw new Error('the floor refused a booking')
          }),
        ),
      )
    }
    return await inTurn(child.pid as number, bookAll, async () => {
      for (const socket of sockets) await socket.emitWithAck('subscribe')
    })
  } finally {
    for (const socket of sockets) socket.close()
    child.kill()
    await once(child, 'exit')
    for (const suffix of ['', '-wal', '-shm']) rmSync(own + suffix, { force: true })
  }
}

/** Warms up, books alone, subscribes, books again. */
async function inTurn(
  pid: number,
  bookAll: (from: number, count: number) => Promise<void>,
  subscribe: () => Promise<void>,
): Promise<Record<Name, number>> {
  const measured = async (from: number, count: number): Promise<[cpu: number, wall: number]> => {
    const [cpu, began] = [cpuOf(pid), performance.now()]
    await bookAll(from, count)
    const each = kiosks * count
    return [(cpuOf(pid) - cpu) / each, (performance.now() - began) / each]
  }
  await bookAll(0, days.warm)
  const [cpu, wall] = await measured(days.warm, days.alone)
  await subscribe()
  const [cpuWatched, wallWatched] = await measured(days.warm + days.alone, days.watched)
  return { cpu, wall, cpuWatched, wallWatched }
}
