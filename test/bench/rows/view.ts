import type { DoorHost } from '../../../electron/core/doors/host.ts'
import { createKiosk } from '../../../electron/core/session/kiosk.ts'
import { signal } from '../../../electron/core/signal.ts'
import { createCatalogue } from '../../../electron/core/sync/catalogue.ts'
import type { Outbox } from '../../../electron/core/sync/outbox.ts'
import type { Pictures } from '../../../electron/core/sync/pictures.ts'
import { createPromises } from '../../../electron/core/sync/promises.ts'
import { scopeRows } from '../../../electron/core/sync/rows.ts'
import { silentLog } from '../../../electron/lib/log.ts'
import type { PortLike } from '../../../electron/lib/port.ts'
import type { KioskView } from '../../../shared/contract/kiosk-view.ts'
import type { DeskRow } from '../../../shared/contract/rows.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { fakeLink } from '../../fixtures/fake-link.ts'
import { fakeSystem } from '../../fixtures/fake-system.ts'
import { item, place, today } from '../../fixtures/place.ts'
import { oneLookUpADesk } from '../floors/view.ts'
import { contest, type Row } from '../measure.ts'

const sizes = [60, 300, 1000]
/** The days of the strip: a kiosk holds the bookings of all of them. */
const days = 14
const changes = 400
const hour = 3_600_000

/**
 * `view`: milliseconds from a changed row in the replica to the slices at the page's port, on the floor plan of a kiosk with
 * so many desks, more than half of them held. Copying the slice into the page's process is in neither side.
 */
export async function viewRows(): Promise<Row[]> {
  const rows: Row[] = []
  for (const size of sizes) {
    const desks = floorPlan(size)
    rows.push(
      ...(await contest({
        figures: { each: { name: `view ${size}`, unit: 'ms', bound: 3 } },
        foyer: async () => ({ each: await changesAtAKiosk(desks) }),
        floor: () => Promise.resolve({ each: oneLookUpADesk(desks, heldOn(desks, 0), changes) }),
      })),
    )
  }
  return rows
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

async function changesAtAKiosk(desks: readonly DeskRow[]): Promise<number> {
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
  const page = openPage((port) => kiosk.attach(port))
  await page.send('start', { purpose: 'book' })
  const today0 = heldOn(desks, 0)
  const change = async (n: number): Promise<void> => {
    const desk = desks[n % desks.length]?.id ?? ''
    const booking = today0.get(desk)
    if (booking) today0.delete(desk)
    else today0.set(desk, `${desk}-again`)
    put([{ kind: 'occupancy', id: booking ?? `${desk}-again`, row: booking ? null : occupancy(desk, 0) }])
    kiosk.contextChanged()
    await page.drawn()
  }
  for (let n = 0; n < changes; n++) await change(n)
  const began = performance.now()
  for (let n = 0; n < changes; n++) await change(n)
  const each = (performance.now() - began) / changes
  const taken = page.view().catalogue?.desks.filter(({ state }) => state === 'taken').length
  if (taken !== today0.size) throw new Error(`${taken} desks are shown as taken, ${today0.size} are`)
  kiosk.close()
  return each
}

/** A page that only keeps what it is given: nothing is copied. */
function openPage(attach: (port: PortLike) => void) {
  let view: Partial<KioskView> = {}
  let hear: (event: { data: unknown }) => void = () => {}
  let counter = 0
  const port: PortLike = {
    postMessage: (message) => {
      const { slices } = message as { slices?: Partial<KioskView> }
      view = { ...view, ...slices }
    },
    on: (event: string, listener: unknown) => {
      if (event === 'message') hear = listener as typeof hear
    },
    start: () => {},
    close: () => {},
  }
  attach(port)
  /** The kiosk draws at the end of the turn. */
  const drawn = async (): Promise<void> => {
    for (let turn = 0; turn < 2; turn++) await Promise.resolve()
  }
  return {
    view: () => view,
    drawn,
    send: async (verb: string, input: object): Promise<void> => {
      hear({ data: { n: ++counter, verb, input } })
      for (let turn = 0; turn < 10; turn++) await Promise.resolve()
    },
  }
}
