import type { DoorHost } from '../../../electron/core/doors/host.ts'
import { createKiosk } from '../../../electron/core/session/kiosk.ts'
import { signal } from '../../../electron/core/signal.ts'
import { createCatalogue } from '../../../electron/core/sync/catalogue.ts'
import type { Outbox } from '../../../electron/core/sync/outbox.ts'
import type { Pictures } from '../../../electron/core/sync/pictures.ts'
import { createPromises } from '../../../electron/core/sync/promises.ts'
import { scopeRows } from '../../../electron/core/sync/rows.ts'
import { silentLog } from '../../../electron/lib/log.ts'
import type { DeskRow } from '../../../shared/contract/rows.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { fakeLink } from '../../fixtures/fake-link.ts'
import { fakeSystem } from '../../fixtures/fake-system.ts'
import { memoryPage } from '../../fixtures/memory-page.ts'
import { item, place, today } from '../../fixtures/place.ts'
import { oneLookUpADesk } from '../floors/view.ts'
import { contest, median, type Row } from '../measure.ts'

const sizes = [60, 300, 1000]
/** The days of the strip: a kiosk holds the bookings of all of them. */
const days = 14
/** A run is so many batches of so many changes, of which the median counts: one interruption must not decide a run. */
const [batches, changes] = [200, 40]
const hour = 3_600_000

/** One side of the row: a desk is taken or freed, and what a page shows follows by the end of the turn. */
interface Side {
  change(n: number): void
  /** How many desks the page shows as taken. */
  taken(): number
  close(): void
}

/**
 * `view`: milliseconds from a changed row in the replica to the slices at the page's port, on the floor plan of a kiosk with
 * so many desks, more than half of them held. Copying the slice into the page's process is in neither side.
 */
export async function viewRows(): Promise<Row[]> {
  const rows: Row[] = []
  for (const size of sizes) {
    const desks = floorPlan(size)
    const floor = (): Side => ({ ...oneLookUpADesk(desks, heldOn(desks, 0)), close: () => {} })
    rows.push(
      ...(await contest({
        figures: { each: { name: `view ${size}`, unit: 'ms', bound: 3 } },
        foyer: async () => ({ each: await timed(await kioskWith(desks), desks) }),
        floor: async () => ({ each: await timed(floor(), desks) }),
      })),
    )
  }
  return rows
}

async function timed(side: Side, desks: readonly DeskRow[]): Promise<number> {
  const each: number[] = []
  let n = 0
  // The first half is not counted: the compiler is still at it.
  for (let batch = 0; batch < 2 * batches; batch++) {
    const began = performance.now()
    for (const end = n + changes; n < end; n++) {
      side.change(n)
      await endOfTurn()
    }
    if (batch >= batches) each.push((performance.now() - began) / changes)
  }
  const held = heldOn(desks, 0)
  for (let change = 0; change < n; change++) turn(held, desks[change % desks.length]?.id ?? '')
  if (side.taken() !== held.size)
    throw new Error(`${side.taken()} desks are shown as taken, ${held.size} are`)
  side.close()
  return median(each)
}

/** The kiosk draws in a microtask. */
async function endOfTurn(): Promise<void> {
  await Promise.resolve()
}

/** Who has the desk leaves it, or somebody takes it. Gives the booking that ended; undefined = one began. */
function turn(held: Map<string, string>, desk: string): string | undefined {
  const booking = held.get(desk)
  if (booking === undefined) held.set(desk, `${desk}-again`)
  else held.delete(desk)
  return booking
}

function floorPlan(size: number): (DeskRow & { visibility: 'public' })[] {
  return Array.from({ length: size }, (_, n) => ({
    id: `desk-${n}`,
    label: `${'ABCDEFGHIJ'[n % 10]}${Math.floor(n / 10)}`,
    area: 'Hall',
    bookable: true,
    x: (n % 40) * 25,
    y: Math.floor(n / 40) * 28,
    features: [],
    visibility: 'public',
  }))
}

/** Three desks of five today, one of three on the days after it: booking by desk. */
function heldOn(desks: readonly DeskRow[], day: number): Map<string, string> {
  const isHeld = (n: number): boolean => (day === 0 ? n % 5 < 3 : (n + day) % 3 === 0)
  return new Map(desks.filter((_, n) => isHeld(n)).map(({ id }) => [id, `${id}-${day}`]))
}

/** A real kiosk on a real catalogue in memory, with its page on the floor plan (R1.3). */
async function kioskWith(desks: readonly DeskRow[]): Promise<Side> {
  const system = fakeSystem()
  const { link, call } = fakeLink()
  const rows = scopeRows('catalogue')
  const catalogue = createCatalogue(rows, () => promises.all())
  const promises = createPromises((booking) => rows.of('occupancy').has(booking))
  const occupancy = (desk: string, day: number) => {
    const from = system.now() - hour + day * 24 * hour
    return { item: desk, date: addDays(today, day), from, until: from + 8 * hour }
  }
  const put = (changed: { kind: string; id: string; row: unknown }[]): void =>
    rows.apply(
      changed.map((row) => ({ ...row, rev: 1 })),
      false,
    )
  put([{ kind: 'location', id: place.id, row: place }])
  put(desks.map((row) => ({ kind: 'desk', id: row.id, row })))
  put(
    Array.from({ length: 40 }, (_, n) => ({ kind: 'item', id: `item-${n}`, row: item(`item-${n}`, 'shop') })),
  )
  for (let day = 0; day < days; day++)
    put([...heldOn(desks, day)].map(([desk, id]) => ({ kind: 'occupancy', id, row: occupancy(desk, day) })))

  const kiosk = createKiosk({
    link,
    call,
    outbox: { answered: signal(), size: () => 0 } as unknown as Outbox,
    promises,
    catalogue,
    pictures: { has: () => true, offered: () => {} } as unknown as Pictures,
    doors: {} as DoorHost,
    system,
    log: silentLog,
    language: null,
    windowed: false,
    onLeave: () => {},
  })
  const page = memoryPage<'kiosk'>((port) => kiosk.attach(port))
  page.send('start', { purpose: 'book' })
  for (let hop = 0; hop < 10; hop++) await endOfTurn()
  const held = heldOn(desks, 0)
  const again = new Map(desks.map(({ id }) => [id, occupancy(id, 0)]))
  return {
    change: (n) => {
      const desk = desks[n % desks.length]?.id ?? ''
      const ended = turn(held, desk)
      const row = ended ? null : (again.get(desk) ?? null)
      rows.apply([{ kind: 'occupancy', id: ended ?? `${desk}-again`, row, rev: 1 }], false)
      kiosk.contextChanged()
    },
    taken: () => page.view().catalogue.desks.filter(({ state }) => state === 'taken').length,
    close: () => kiosk.close(),
  }
}
