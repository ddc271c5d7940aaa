import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'

const hour = 3_600_000
const fee = { amount: 1500, currency: 'EUR' }
/** Thursday 26 November, 18:30 in Berlin. */
const begins = Date.UTC(2026, 10, 26, 17, 30)
const paul = 'paul.passes@example.com'

let hub: TestHub
let kiosk: TestDevice
let session: string
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
  session = await hub.signIn(kiosk, paul)
})
afterEach(() => hub.close())

const join = (place = bookingId(), as = session, price: typeof fee | null = fee) =>
  kiosk.ask('event.join', { place, event: 'event-tax', price }, { session: as })
const taken = () => {
  const row = hub.rows('catalogue', 'item').find(({ id }) => id === 'event-tax')?.row as ItemRow | undefined
  return row?.event?.taken
}
const setPlaces = (places: number) =>
  hub.look().prepare("UPDATE event SET places = ? WHERE item = 'event-tax'").run(places)

describe('a place at an event', () => {
  it('is taken at every kiosk at once (R1.3), ordered, and opens the door', async () => {
    const place = bookingId()
    expect(taken()).toBe(1)
    const { order, person } = must(await join(place))
    expect(order).toMatchObject({ what: 'Taxes for freelancers, 2026-11-26 18:30–20:30', price: fee })
    expect(person.facts.eventPlaces).toMatchObject([{ id: place, event: 'event-tax', from: begins }])
    expect(taken()).toBe(2)
    const grants = hub.rows(`doors:${kiosk.id}`, 'grant').map(({ id }) => id)
    expect(grants).toContain(`event:${place}`)
  })

  it('is one, however often it is asked for (I2)', async () => {
    const place = bookingId()
    const first = must(await join(place))
    expect(must(await join(place))).toEqual(first)
    // Another id for the same event: they have a place, and nothing more is due.
    expect(must(await join())).toEqual(first)
    expect(first.person.orders).toHaveLength(1)
    expect(taken()).toBe(2)
  })

  it('is not to be had beyond what there are, for two who ask at the same time', async () => {
    setPlaces(2)
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const nia = await hub.signIn(other, 'nia@example.com', 'Nia')
    const payload = { event: 'event-tax', price: fee }
    const answers = await Promise.all([
      join(),
      other.ask('event.join', { place: bookingId(), ...payload }, { session: nia }),
    ])
    must(answers[0])
    expect(errorOf(answers[1]).code).toBe('event-full')
    expect(taken()).toBe(2)
    const insert = hub
      .look()
      .prepare("INSERT INTO event_place VALUES ('p', ?, 'event-tax', NULL, 0, 'x', NULL)")
    expect(() => insert.run('01990000-0000-7000-8000-000000000001')).toThrow('event is full')
  })

  it('costs what stood on the button, or nothing is done (R1.4)', async () => {
    expect(errorOf(await join(bookingId(), session, null))).toEqual({ code: 'price-changed', params: fee })
    expect(taken()).toBe(1)
    expect(hub.rows('reception', 'order')).toEqual([])
  })

  it('needs terms (R3.1), and an event that is not over', async () => {
    const nia = await hub.signIn(kiosk, 'nia@example.com')
    expect(errorOf(await join(bookingId(), nia)).code).toBe('terms-needed')
    hub.system.setNow(begins + 2 * hour)
    expect(errorOf(await join(bookingId(), await hub.signIn(kiosk, paul))).code).toBe('event-over')
  })

  it('refuses the id of somebody else, and what is no event', async () => {
    const place = bookingId()
    must(await join(place))
    const nia = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    expect(errorOf(await join(place, nia))).toMatchObject({ params: { field: 'place' } })
    const room = { place: bookingId(), event: 'room-linden', price: null }
    expect(errorOf(await kiosk.ask('event.join', room, { session: nia })).code).toBe('item-unknown')
  })
})

describe('giving a place back', () => {
  it('frees it and cancels what was due; twice is once', async () => {
    const place = bookingId()
    must(await join(place))
    for (let n = 0; n < 2; n++) {
      const { person } = must(await kiosk.ask('event.leave', { place }, { session }))
      expect(person.facts.eventPlaces).toEqual([])
      expect(person.orders).toMatchObject([{ state: 'cancelled' }])
    }
    expect(taken()).toBe(1)
    // They may come after all.
    expect(must(await join()).order).toMatchObject({ state: 'due' })
  })

  it('is too late when it has begun, and nobody else’s business', async () => {
    const place = bookingId()
    must(await join(place))
    hub.system.setNow(begins)
    session = await hub.signIn(kiosk, paul)
    const leave = (which: string, as: string) => kiosk.ask('event.leave', { place: which }, { session: as })
    expect(errorOf(await leave(place, session)).code).toBe('undo-too-late')
    expect(errorOf(await leave(bookingId(), session)).code).toBe('booking-unknown')
    const omar = await hub.signIn(kiosk, 'omar.office@example.com')
    expect(errorOf(await leave(place, omar)).code).toBe('booking-unknown')
  })
})

it('an event leaves the catalogue on the day after, not before', async () => {
  const offered = () => hub.rows('catalogue', 'item').some(({ id }) => id === 'event-tax')
  const settle = () => hub.engine.mailStatus('none', 'accepted', '')
  hub.system.setNow(begins + 4 * hour)
  await settle()
  expect(offered()).toBe(true)
  hub.system.setNow(begins + 6 * hour)
  await settle()
  expect(offered()).toBe(false)
})
