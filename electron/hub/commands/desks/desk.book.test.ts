import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../../../shared/contract/person.ts'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'
import { verifyPass } from '../../../lib/pass.ts'

const today = '2026-11-23'
const single = { amount: 2500, currency: 'EUR' }
const minute = 60_000

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
})
afterEach(() => hub.close())

const withPass = (desk: string, date = today) =>
  ({ booking: bookingId(), desk, date, pay: 'pass', price: null }) as const
const paying = (desk: string, date = today) =>
  ({ booking: bookingId(), desk, date, pay: 'single', price: single }) as const
const happenings = () => hub.rows('reception', 'activity').map(({ row }) => row.what)
const spent = (passes: { usedOn: string | null }[]) => passes.filter(({ usedOn }) => usedOn !== null).length

describe('checking in with a day pass (R5.1)', () => {
  it('spends the pass that lapses first, holds the desk, and hands out a pass and a grant', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const out = must(await kiosk.ask('desk.book', withPass('desk-a1'), { session }))

    expect(out).toMatchObject({ kind: 'booked', deskLabel: 'A1', insteadOf: null })
    const used = out.person?.facts.passes.filter(({ usedOn }) => usedOn === today)
    expect(used?.map(({ id }) => id)).toEqual(['pass-01990000-0000-7000-8000-000000000002-1'])
    expect(verifyPass(hub.engine.passKey, out.pass, hub.system.now() / 1000)).toMatchObject({
      ok: true,
      claims: { sub: out.booking.id, loc: 'lindenhof' },
    })
    expect(hub.rows('catalogue', 'occupancy').map(({ id }) => id)).toContain(out.booking.id)
    const presence = hub.rows('reception', 'presence').find(({ id }) => id === out.booking.id)
    expect(presence?.row).toMatchObject({ name: 'Paul Weber', desk: 'A1' })
    const grants = hub.rows(`doors:${kiosk.id}`, 'grant')
    const grant = grants.find(({ id }) => id === `day-booking:${out.booking.id}`)
    expect(grant?.row).toMatchObject({
      account: '01990000-0000-7000-8000-000000000002',
      doors: ['front'],
      revokedAt: null,
    })
    expect(happenings()).toContain('checked-in')
  })

  it('welcomes back: same desk, no second pass (R5.4)', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const first = must(await kiosk.ask('desk.book', withPass('desk-a1'), { session }))
    const again = must(await kiosk.ask('desk.book', withPass('desk-a1'), { session }))
    expect(again).toMatchObject({ kind: 'already', booking: first.booking })
    expect(spent(again.person!.facts.passes)).toBe(1)
    expect(happenings()).toContain('welcome-back')
  })

  it('moves to another desk at no further cost, and the first is free again', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const first = must(await kiosk.ask('desk.book', withPass('desk-a1'), { session }))
    const moved = must(await kiosk.ask('desk.book', withPass('desk-a2'), { session }))
    expect(moved).toMatchObject({ kind: 'moved', deskLabel: 'A2' })
    expect(spent(moved.person!.facts.passes)).toBe(1)
    const held = hub.rows('catalogue', 'occupancy').map(({ id }) => id)
    expect(held).toContain(moved.booking.id)
    expect(held).not.toContain(first.booking.id)
    for (const key of ['reception', `doors:${kiosk.id}`] as const) {
      const grants = hub.rows(key, 'grant').map(({ id }) => id)
      expect(grants).toContain(`day-booking:${moved.booking.id}`)
      expect(grants).not.toContain(`day-booking:${first.booking.id}`)
    }
  })

  it('gives a desk to one of two (R5.6)', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const paul = await hub.signIn(kiosk, 'paul.passes@example.com')
    const nia = await hub.signIn(other, 'nia@example.com', 'Nia')
    const answers = await Promise.all([
      kiosk.ask('desk.book', withPass('desk-a1'), { session: paul }),
      other.ask('desk.book', paying('desk-a1'), { session: nia }),
    ])
    must(answers[0])
    expect(errorOf(answers[1]).code).toBe('desk-taken')
  })

  it('refuses what was never on offer', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const codeOf = async (payload: ReturnType<typeof withPass>) =>
      errorOf(await kiosk.ask('desk.book', payload, { session })).code
    expect(await codeOf(withPass('desk-d1'))).toBe('desk-assigned')
    expect(await codeOf(withPass('desk-zz'))).toBe('desk-unknown')
    expect(await codeOf(withPass('desk-a1', '2026-11-22'))).toBe('date-past')
    expect(await codeOf(withPass('desk-a1', '2027-11-22'))).toBe('date-too-far')
  })

  it('refuses the id of another booking', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const first = must(await kiosk.ask('desk.book', withPass('desk-a1'), { session }))
    const second = { ...withPass('desk-a1', '2026-11-24'), booking: first.booking.id }
    expect(errorOf(await kiosk.ask('desk.book', second, { session }))).toMatchObject({
      code: 'invalid-input',
    })
    expect(
      spent(must(await kiosk.ask('desk.book', withPass('desk-a1'), { session })).person!.facts.passes),
    ).toBe(1)
  })
})

it('answers with the facts that a later look finds, whatever the booking changed', async () => {
  const session = await hub.signIn(kiosk, 'paul.passes@example.com')
  const sorted = (person: Person | null) => ({
    ...person,
    facts: { ...person?.facts, bookings: new Map(person?.facts.bookings.map((one) => [one.id, one])) },
  })
  for (const payload of [withPass('desk-a1'), withPass('desk-a2'), paying('desk-a2', '2026-11-25')]) {
    const as = { session, id: bookingId() }
    const first = must(await kiosk.ask('desk.book', payload, as))
    // A repeat reads the person again.
    const again = must(await kiosk.ask('desk.book', payload, as))
    expect(sorted(again.person)).toEqual(sorted(first.person))
  }
})

it('asks for name and terms first (R3.1)', async () => {
  const session = await hub.signIn(kiosk, 'tina.tomorrow@example.com')
  expect(errorOf(await kiosk.ask('desk.book', paying('desk-a1'), { session })).code).toBe('terms-needed')
  const accept = { name: 'Tina Okafor', version: 2, language: 'de' } as const
  expect(errorOf(await kiosk.ask('terms.accept', accept, { session })).code).toBe('terms-outdated')
  const { person } = must(await kiosk.ask('terms.accept', { ...accept, version: 1 }, { session }))
  expect(person.facts).toMatchObject({ hasName: true, acceptedTerms: [1] })
  must(await kiosk.ask('desk.book', paying('desk-a1'), { session }))
  const kept = hub
    .look()
    .prepare("SELECT * FROM acceptance WHERE account = '01990000-0000-7000-8000-000000000003'")
    .get()
  expect(kept).toMatchObject({ version: 1, language: 'de', device: kiosk.id, at: hub.system.now() })
})

it('charges what stood on the button (R1.4, R5.2)', async () => {
  const session = await hub.signIn(kiosk, 'new@example.com', 'Nia New')
  const cheap = { ...paying('desk-a1'), price: { amount: 1, currency: 'EUR' } }
  expect(errorOf(await kiosk.ask('desk.book', cheap, { session }))).toMatchObject({
    code: 'price-changed',
    params: { amount: 2500 },
  })
  must(await kiosk.ask('desk.book', paying('desk-a1'), { session }))
  expect(hub.rows('reception', 'order')[0]?.row).toMatchObject({
    price: single,
    state: 'due',
    name: 'Nia New',
  })
  expect(errorOf(await kiosk.ask('desk.book', withPass('desk-a1', '2026-11-24'), { session })).code).toBe(
    'no-pass-left',
  )
})

describe('promised while the hub was away (R9.4)', () => {
  it('gives the nearest free desk for one that is gone, and reception one conflict', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const paul = await hub.signIn(kiosk, 'paul.passes@example.com')
    const nia = await hub.signIn(other, 'nia@example.com', 'Nia')
    const promisedAt = hub.system.now()
    hub.system.advance(minute)
    const niaAt = hub.system.now()
    must(await other.ask('desk.book', paying('desk-a1'), { session: nia }))
    const promise = { session: paul, promised: true, at: promisedAt }
    const out = must(await kiosk.ask('desk.book', withPass('desk-a1'), promise))
    expect(out).toMatchObject({ kind: 'booked', deskLabel: 'A2', insteadOf: 'A1' })
    expect(hub.rows('reception', 'conflict').map(({ row }) => row)).toEqual([
      {
        at: hub.system.now(),
        desk: 'A1',
        given: 'A2',
        kiosks: ['Kiosk 1', 'Kiosk 2'],
        times: [promisedAt, niaAt],
        who: 'Paul Weber',
      },
    ])
  })

  it('decides a refusal again when it comes as a promise', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const paul = await hub.signIn(kiosk, 'paul.passes@example.com')
    const nia = await hub.signIn(other, 'nia@example.com', 'Nia')
    must(await other.ask('desk.book', paying('desk-a1'), { session: nia }))
    const payload = withPass('desk-a1')
    const as = { session: paul, id: bookingId(), seq: 1 }
    expect(errorOf(await kiosk.ask('desk.book', payload, as)).code).toBe('desk-taken')
    const out = must(await kiosk.ask('desk.book', payload, { ...as, promised: true }))
    expect(out.insteadOf).toBe('A1')
    expect(must(await kiosk.ask('desk.book', payload, { ...as, promised: true })).booking).toEqual(
      out.booking,
    )
  })

  it('makes one pass and one record of a pass that was spent twice', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const here = await hub.signIn(kiosk, 'paul.passes@example.com')
    const there = await hub.signIn(other, 'paul.passes@example.com')
    must(await kiosk.ask('desk.book', withPass('desk-a1'), { session: here, promised: true }))
    const out = must(await other.ask('desk.book', withPass('desk-a4'), { session: there, promised: true }))
    expect(out.kind).toBe('moved')
    expect(spent(out.person!.facts.passes)).toBe(1)
    expect(hub.rows('reception', 'conflict')).toHaveLength(1)
  })

  it('is judged as of its own time: yesterday evening is no date past', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const at = hub.system.now() + minute
    hub.system.advance(24 * 60 * minute)
    const out = must(await kiosk.ask('desk.book', withPass('desk-a1'), { session, promised: true, at }))
    expect(out.booking).toMatchObject({ date: today, from: at })
    expect(hub.rows('catalogue', 'occupancy').map(({ id }) => id)).not.toContain(out.booking.id)
  })
})

it('tells the same person at another kiosk what changed', async () => {
  const other = await hub.device(['kiosk'], 'Kiosk 2')
  const here = await hub.signIn(kiosk, 'paul.passes@example.com')
  const there = await hub.signIn(other, 'paul.passes@example.com')
  must(await kiosk.ask('desk.book', withPass('desk-a1'), { session: here }))
  const effects = hub.commits.at(-1)!.effects
  expect(effects).toMatchObject([{ kind: 'person', device: other.id, session: there.split('.')[0] }])
})
