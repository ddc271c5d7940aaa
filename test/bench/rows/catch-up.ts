import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { io, type Socket } from 'socket.io-client'
import { openStore } from '../../../electron/core/store/store.ts'
import { diskStorage } from '../../../electron/core/sync/disk-storage.ts'
import type { Link } from '../../../electron/core/sync/link.ts'
import { scopeRows } from '../../../electron/core/sync/rows.ts'
import { createSubscription } from '../../../electron/core/sync/subscriptions.ts'
import { silentLog } from '../../../electron/lib/log.ts'
import { realSystem } from '../../../electron/lib/system.ts'
import { dataFolder, writeConfig } from '../../fixtures/app.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { takeAllRows } from '../floors/paged-rows.ts'
import { fillWithBookings } from '../full-hub.ts'
import { goOnline, kioskLink } from '../kiosk-link.ts'
import { contest, type Row } from '../measure.ts'

const sizes = { small: 10_000, large: 100_000 }

/** A hub with so many bookings, and the same rows at a plain one. */
interface Source {
  rows: number
  bytes: number
  foyer(): Promise<number>
  floor(): Promise<number>
  close(): Promise<void>
}

/**
 * `catch-up`: milliseconds from the subscription of a new replica to its last row on disk, for 10,000 and 100,000
 * bookings. Floor: the same rows by pages and transactions alone (floors/paged-rows.ts).
 */
export async function catchUpRows(note: (text: string) => void): Promise<Row[]> {
  const small = await openSource(sizes.small)
  const large = await openSource(sizes.large)
  const growth: number[] = []
  try {
    note(`${small.rows} and ${large.rows} rows, ${(large.bytes / large.rows).toFixed(0)} bytes of JSON each`)
    const rows = await contest({
      figures: {
        small: { name: 'catch-up 10,000', unit: 'ms', bound: 1.3 },
        large: { name: 'catch-up 100,000', unit: 'ms', bound: 1.3 },
      },
      foyer: async () => {
        const taken = { small: await small.foyer(), large: await large.foyer() }
        growth.push(taken.large / taken.small)
        return taken
      },
      floor: async () => ({ small: await small.floor(), large: await large.floor() }),
    })
    const [grown] = await contest({
      figures: { times: { name: 'catch-up 100,000 to 10,000', unit: 'times', bound: 11 } },
      foyer: () => Promise.resolve({ times: growth.shift() ?? Number.NaN }),
      floor: null,
    })
    return grown ? [...rows, grown] : rows
  } finally {
    await small.close()
    await large.close()
  }
}

async function openSource(bookings: number): Promise<Source> {
  const data = dataFolder()
  const desks = Array.from({ length: 60 }, (_, n) => `  - { label: T${n}, area: Hall, x: ${n * 20}, y: 0 }`)
  writeConfig(data.dir, `location: { zone: Etc/UTC }\ndesks:\n${desks.join('\n')}\n`)
  const flags = ['--data', data.dir, '--port', '0', '--demo']
  const empty = await startStandaloneHub(flags)
  const [pair = ''] = empty.pair
  const identity = join(data.dir, 'identity')
  mkdirSync(identity)
  const paired = kioskLink(empty.url, identity, pair)
  await goOnline(paired)
  paired.close()
  await empty.end()
  const { rows, bytes } = fillWithBookings(data.dir, bookings)
  copyFileSync(join(data.dir, 'hub.db'), join(data.dir, 'plain.db'))
  const hub = await startStandaloneHub(flags)
  const link = kioskLink(hub.url, identity)
  await goOnline(link)

  const program = join(import.meta.dirname, '../floors/paged-rows-hub.ts')
  const plain = spawn(process.execPath, [program, join(data.dir, 'plain.db')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = (await once(plain.stdout, 'data')) as [Buffer]
  const socket: Socket = io(`http://127.0.0.1:${port.toString().trim()}`, {
    transports: ['websocket'],
    forceNew: true,
  })
  await new Promise<void>((resolve) => socket.once('connect', resolve))
  return {
    rows,
    bytes,
    foyer: () => catchUp(link, join(data.dir, 'core'), rows),
    floor: () => takeAllRows(socket, join(data.dir, 'floor.db'), rows),
    async close() {
      link.close()
      socket.close()
      plain.kill()
      await once(plain, 'exit')
      await hub.end()
      data.remove()
    },
  }
}

/** A replica of the catalogue from nothing, as the core makes it. */
async function catchUp(link: Link, dir: string, count: number): Promise<number> {
  const store = openStore(dir, realSystem, silentLog)
  const rows = scopeRows('catalogue')
  const began = performance.now()
  const ms = await new Promise<number>((resolve) => {
    const catalogue = diskStorage('catalogue', store.replica, rows, silentLog, (more) => {
      if (!more) resolve(performance.now() - began)
    })
    const subscription = createSubscription({
      link,
      scopes: { catalogue },
      system: realSystem,
      log: silentLog,
    })
    void subscription.start()
  })
  const kept = store.replica.rows('catalogue').length
  store.close()
  rmSync(dir, { recursive: true })
  if (kept !== count) throw new Error(`the replica has ${kept} rows of ${count}`)
  return ms
}
