import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OutcomeOf } from '../../../../shared/contract/commands.ts'
import { fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'

const minute = 60_000
const hour = 60 * minute
const euro = (amount: number) => ({ amount, currency: 'EUR' })
/** 10:00 on Tuesday in Berlin, the day after the hub's. */
const ten = Date.UTC(2026, 10, 24, 9)
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

/** The Linden Room, 28 € an hour, for an hour. */
const linden = (from = ten, until = from + hour, price = (2800 * (until - from)) / hour) => ({
  reservation: bookingId(),
  item: 'room-linden',
  from,
  until,
  price: euro(price),
})
const ids = (key: 'catalogue' | 'reception', kind: string) => hub.rows(key, kind).map(({ id }) => id)
const rowOf = (key: 'catalogue' | 'reception', kind: string, id: string) =>
  hub.rows(key, kind).find((one) => one.id === id)?.row
const happenings = () => hub.rows('reception', 'activity').map(({ row }) => row.what)
const book = (payload: ReturnType<typeof linden>, as: { session?: string; id?: string } = { session }) =>
  kiosk.ask('item.book', payload, as)

describe('reserving a room', () => {
  it('holds it, orders it, lets them in a little before, and tells reception (R1.3, R3.5, R6.1)', async () => {
    const payload = linden()
    const { order, person } = must(await book(payload))
    const { reservation: id, from, until } = payload
    expect(order).toMatchObject({
      what: 'Linden Room, 2026-11-24 10:00–11:00',
      price: euro(2800),
      tax: euro(447),
      state: 'due',
    })
    expect(person.facts.reservations).toEqual([
      { id, item: 'room-linden', itemName: 'Linden Room', from, until, covered: 0 },
    ])
    expect(person.orders).toContainEqual(order)
    // Nobody is named where every device can read it (R10.1).
    expect(rowOf('catalogue', 'occupancy', id)).toEqual({
      item: 'room-linden',
      date: '2026-11-24',
      from,
      until,
    })
    expect(rowOf('reception', 'reservation', id)).toMatchObject({
      name: 'Paul Weber',
      itemName: 'Linden Room',
    })
    expect(rowOf('reception', 'order', order!.id)).toMatchObject({ state: 'due', name: 'Paul Weber' })
    const grant = hub.rows(`doors:${kiosk.id}`, 'grant').find((one) => one.id === `room-booking:${id}`)
    expect(grant?.row).toMatchObject({ from: from - 15 * minute, until })
    expect(happenings()).toContain('reserved')
  })

  it('is told to their session at another kiosk', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const there = await hub.signIn(other, paul)
    const { person } = must(await book(linden()))
    expect(hub.commits.at(-1)?.effects).toEqual([
      { kind: 'person', device: other.id, session: there.split('.')[0], person },
    ])
  })

  it('gives the same answer again, by the command and by the id that it made (I2)', async () => {
    const payload = linden()
    const id = bookingId()
    const first = must(await book(payload, { session, id }))
    expect(must(await book(payload, { session, id }))).toEqual(first)
    expect(must(await book(payload))).toEqual(first)
    expect(first.person.orders).toHaveLength(1)
  })

  it('refuses the id of somebody else', async () => {
    const payload = linden()
    must(await book(payload))
    const nia = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    expect(errorOf(await book(payload, { session: nia }))).toMatchObject({
      code: 'invalid-input',
      params: { field: 'reservation' },
    })
  })

  it('is for whole times of a day that are not over (R5.7)', async () => {
    const codeOf = async (from: number, until: number, price: number) =>
      errorOf(await book(linden(from, until, price))).code
    expect(await codeOf(ten - 2 * 24 * hour, ten - 47 * hour, 2800)).toBe('date-past')
    expect(await codeOf(ten - 26 * hour, ten - 25 * hour, 2800)).toBe('date-past')
    expect(await codeOf(ten + 40 * 24 * hour, ten + 40 * 24 * hour + hour, 2800)).toBe('date-too-far')
    expect(await codeOf(ten, ten + 5 * hour, 14_000)).toBe('time-invalid')
    expect(await codeOf(ten + minute, ten + hour, 2753)).toBe('time-invalid')
    // Its own hours end at 22:00, while the house is open all night.
    expect(await codeOf(ten + 11 * hour, ten + 13 * hour, 5600)).toBe('time-invalid')
  })

  it('asks for name and terms first, and for billing details where the location does (R3.1, R3.3)', async () => {
    const nia = await hub.signIn(kiosk, 'nia@example.com')
    expect(errorOf(await book(linden(), { session: nia })).code).toBe('terms-needed')
    await hub.close()
    hub = await openTestHub({ config: { location: { asksBilling: true } } })
    kiosk = await hub.device()
    session = await hub.signIn(kiosk, paul)
    expect(errorOf(await book(linden())).code).toBe('billing-needed')
    const free = { ...linden(ten, ten + 15 * minute, 0), item: 'room-booth' }
    expect(must(await book(free)).order).toBeNull()
  })

  it('never charges another amount than stood on the button (R1.4)', async () => {
    expect(errorOf(await book(linden(ten, ten + hour, 2500)))).toEqual({
      code: 'price-changed',
      params: euro(2800),
    })
    expect(errorOf(await kiosk.ask('item.book', { ...linden(), price: null }, { session })).code).toBe(
      'price-changed',
    )
    expect(hub.rows('reception', 'order')).toEqual([])
    expect(ids('reception', 'reservation')).toHaveLength(5)
  })
})

it('lasts as long as it says where clocks go back in between (R5.7)', async () => {
  await hub.close()
  const room = { id: 'attic', kind: 'room', name: 'Attic', price: euro(1000) } as const
  const offers = [{ ...room, bookable: { by: 'hour' as const, step: 60 } }]
  hub = await openTestHub({ system: fakeSystem(Date.UTC(2026, 9, 24, 10)), config: { offers } })
  kiosk = await hub.device()
  session = await hub.signIn(kiosk, paul)
  // 25 October: from 02:00 to the second 03:00 in Berlin are two hours.
  const [from, until] = [Date.UTC(2026, 9, 25, 0), Date.UTC(2026, 9, 25, 2)]
  const payload = { reservation: bookingId(), item: 'attic', from, until, price: euro(1000) }
  expect(errorOf(await kiosk.ask('item.book', payload, { session }))).toMatchObject({
    code: 'price-changed',
    params: { amount: 2000 },
  })
  must(await kiosk.ask('item.book', { ...payload, price: euro(2000) }, { session }))
  // The last hour of that day ends 25 hours after it began.
  const end = Date.UTC(2026, 9, 25, 23)
  const last = { reservation: bookingId(), item: 'attic', from: end - hour, until: end, price: euro(1000) }
  must(await kiosk.ask('item.book', last, { session }))
  const over = { ...last, reservation: bookingId(), from: end - hour, until: end + hour }
  expect(errorOf(await kiosk.ask('item.book', over, { session })).code).toBe('time-invalid')
})

describe('a room that two want', () => {
  it('is given to one of two kiosks that ask at the same time (I1)', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const nia = await hub.signIn(other, 'nia@example.com', 'Nia')
    const answers = await Promise.all([
      kiosk.ask('item.book', linden(), { session }),
      other.ask('item.book', linden(ten + 30 * minute), { session: nia }),
    ])
    must(answers[0])
    expect(errorOf(answers[1]).code).toBe('item-taken')
    expect(hub.rows('reception', 'order')).toHaveLength(1)
  })

  it('is never held twice, whoever reserves and cancels what (I1), and no order is left over', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const nia = await hub.signIn(other, 'nia@example.com', 'Nia')
    const who = [
      { device: kiosk, session },
      { device: other, session: nia },
    ]
    const step = fc.oneof(
      { weight: 3, arbitrary: fc.record({ who: fc.nat(1), start: fc.nat(23), halves: fc.nat(5) }) },
      { weight: 1, arbitrary: fc.record({ cancels: fc.nat(8) }) },
    )
    const open = hub
      .look()
      .prepare<
        [],
        { id: string; from_at: number; until_at: number; state: string; cancelled_at: number | null }
      >(
        `SELECT r.id, r.from_at, r.until_at, p.state, p.cancelled_at FROM reservation r LEFT JOIN purchase p ON p.id = r.purchase
       WHERE r.item = 'room-linden' AND r.cancelled_at IS NULL AND r.date = '2026-11-24' ORDER BY r.from_at`,
      )
    const mine: { id: string; by: (typeof who)[number] }[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        await Promise.all(
          steps.map(async (one) => {
            if ('cancels' in one) {
              const made = mine[one.cancels]
              if (made)
                await made.by.device.ask(
                  'item.cancel',
                  { reservation: made.id },
                  { session: made.by.session },
                )
              return
            }
            const by = who[one.who] ?? who[0]!
            const from = ten - 3 * hour + one.start * 30 * minute
            const payload = linden(from, from + (one.halves + 1) * 30 * minute)
            const made = await by.device.ask('item.book', payload, { session: by.session })
            if (made.ok) mine.push({ id: payload.reservation, by })
          }),
        )
        const held = open.all()
        held.slice(1).forEach((one, n) => expect(one.from_at).toBeGreaterThanOrEqual(held[n]!.until_at))
        for (const one of held) expect(one).toMatchObject({ state: 'due', cancelled_at: null })
        const shown = hub.rows('catalogue', 'occupancy').filter(({ row }) => row.date === '2026-11-24')
        expect(new Set(shown.map(({ id }) => id))).toEqual(new Set(held.map(({ id }) => id)))
      }),
      { seed: 20261124, numRuns: 25 },
    )
    const due = hub.rows('reception', 'order').filter(({ row }) => row.state === 'due')
    expect(due).toHaveLength(open.all().length)
  })

  it('is refused by the schema itself, whatever the rules had let through (I1)', () => {
    const add = hub.look().prepare(
      `INSERT INTO reservation (id, account, item, date, from_at, until_at, made_at, device)
       VALUES (?, '01990000-0000-7000-8000-000000000002', 'room-linden', '2026-11-24', ?, ?, 0, 'x')`,
    )
    add.run('r1', ten, ten + hour)
    expect(() => add.run('r2', ten + hour - 1, ten + 2 * hour)).toThrow('item is held already')
    add.run('r3', ten + hour, ten + 2 * hour)
  })
})

describe('giving it back', () => {
  let made: OutcomeOf<'item.book'>
  let payload: ReturnType<typeof linden>
  beforeEach(async () => {
    payload = linden()
    made = must(await book(payload))
  })
  const cancel = (as = { session }) => kiosk.ask('item.cancel', { reservation: payload.reservation }, as)

  it('frees it, and cancels what was due', async () => {
    const { person } = must(await cancel())
    expect(person.facts.reservations).toEqual([])
    expect(person.orders).toMatchObject([{ id: made.order?.id, state: 'cancelled' }])
    expect(ids('catalogue', 'occupancy')).not.toContain(payload.reservation)
    expect(ids('reception', 'reservation')).not.toContain(payload.reservation)
    expect(rowOf('reception', 'order', made.order!.id)).toMatchObject({ state: 'cancelled' })
    expect(hub.rows(`doors:${kiosk.id}`, 'grant').map(({ id }) => id)).not.toContain(
      `room-booking:${payload.reservation}`,
    )
    expect(happenings()).toContain('reservation-cancelled')
    must(await book(linden()))
  })

  it('twice is once (I2)', async () => {
    must(await cancel())
    must(await cancel())
    expect(happenings().filter((what) => what === 'reservation-cancelled')).toHaveLength(1)
  })

  it('leaves paid what was paid, and reception sees so (R3.5)', async () => {
    const desk = await hub.device(['reception'], 'Desk')
    const staff = await hub.staff(desk)
    must(await desk.ask('staff.markPaid', { order: made.order!.id }, { session: staff }))
    const { person } = must(await cancel())
    expect(person.orders).toMatchObject([{ state: 'paid' }])
    const told = hub.rows('reception', 'activity').find(({ row }) => row.what === 'reservation-cancelled')
    expect(told?.row).toMatchObject({ subject: 'Linden Room', detail: '2026-11-24 10:00–11:00 · EUR 28.00' })
  })

  it('is too late once it has begun, and nobody else’s business', async () => {
    const nia = await hub.signIn(await hub.device(['kiosk'], 'Kiosk 2'), 'nia@example.com', 'Nia')
    expect(errorOf(await cancel({ session: nia })).code).toBe('session-invalid')
    const unknown = await kiosk.ask('item.cancel', { reservation: bookingId() }, { session })
    expect(errorOf(unknown).code).toBe('booking-unknown')
    hub.system.setNow(ten)
    session = await hub.signIn(kiosk, paul)
    expect(errorOf(await cancel({ session })).code).toBe('undo-too-late')
    const other = await hub.signIn(kiosk, 'omar.office@example.com')
    expect(errorOf(await cancel({ session: other })).code).toBe('booking-unknown')
  })

  it('brings the minutes of a plan back', async () => {
    hub.look().exec("UPDATE plan SET minutes = 90 WHERE id = 'plan-ten'")
    const whole = linden(ten + 2 * hour, ten + 4 * hour, 1400)
    const first = must(await book(whole))
    expect(first.person.facts.reservations).toMatchObject([{}, { covered: 90 }])
    // The plan has no minutes left: the price that the screen showed for two hours is another now.
    const second = linden(ten + 5 * hour, ten + 6 * hour, 0)
    expect(errorOf(await book(second))).toMatchObject({ code: 'price-changed', params: { amount: 2800 } })
    must(await kiosk.ask('item.cancel', { reservation: whole.reservation }, { session }))
    expect(must(await book(second)).order).toBeNull()
  })
})
