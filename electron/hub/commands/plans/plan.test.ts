import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PayloadOf } from '../../../../shared/contract/commands.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'

const today = '2026-11-23'
const minute = 60_000
const hour = 60 * minute
const full = { amount: 29000, currency: 'EUR' }
const ten = { amount: 19000, currency: 'EUR' }

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
})
afterEach(() => hub.close())

const subscribeTo = (
  plan: string,
  price: PayloadOf<'plan.subscribe'>['price'],
  startsOn = today,
): PayloadOf<'plan.subscribe'> => ({ subscription: bookingId(), plan, startsOn, price })
const rowOf = (kind: string, id: string) => hub.rows('reception', kind).find((one) => one.id === id)?.row
const happenings = () => hub.rows('reception', 'activity').map(({ row }) => row)
const count = (table: string): unknown => hub.look().prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('signing up for a plan', () => {
  it('gives access from now on, an order that is due, and a membership (R4.3, R1.2, R3.5)', async () => {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia New')
    const payload = subscribeTo('plan-full', full)
    const { order, person } = must(await kiosk.ask('plan.subscribe', payload, { session }))
    expect(order).toMatchObject({
      what: `Full-time, ${today}`,
      price: full,
      tax: { amount: 4630, currency: 'EUR' },
      state: 'due',
      payAt: null,
    })
    expect(person.orders).toEqual([order])
    expect(person.facts.subscriptions).toEqual([
      {
        id: payload.subscription,
        plan: {
          id: 'plan-full',
          name: 'Full-time',
          kind: 'continuous',
          hours: null,
          minutes: 300,
          resources: [],
        },
        startsOn: today,
        endsOn: null,
        renewsOn: '2026-12-23',
      },
    ])
    expect(person.facts.memberships).toEqual([{ location: 'lindenhof', role: 'member' }])
    expect(rowOf('subscription', payload.subscription)).toMatchObject({
      name: 'Nia New',
      email: 'nia@example.com',
      plan: 'plan-full',
      planName: 'Full-time',
      startsOn: today,
      renewsOn: '2026-12-23',
    })
    const atDoor = hub.rows(`doors:${kiosk.id}`, 'grant')
    expect(atDoor.find(({ id }) => id === `subscription:${payload.subscription}`)?.row).toMatchObject({
      from: Date.UTC(2026, 10, 22, 23),
      until: null,
    })
    expect((await kiosk.execute('door.request', { door: 'front' }, { session })).kind).toBe('unlock')
    expect(happenings().find(({ what }) => what === 'plan-started')).toMatchObject({
      who: 'Nia New',
      subject: 'Full-time',
      detail: today,
    })
    const audit = hub
      .look()
      .prepare("SELECT subject FROM audit WHERE action = 'plan.subscribe'")
      .pluck()
      .all()
    expect(audit).toEqual([payload.subscription])
  })

  it('brings day passes that are good from the first day of the plan, to book for then right away (R4.3, R5.1)', async () => {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const tomorrow = addDays(today, 1)
    const payload = subscribeTo('plan-ten', ten, tomorrow)
    const { person } = must(await kiosk.ask('plan.subscribe', payload, { session }))
    expect(person.facts.passes).toHaveLength(10)
    for (const pass of person.facts.passes)
      expect(pass).toMatchObject({ validFrom: tomorrow, expiresOn: '2027-11-23', usedOn: null })
    expect(person.facts.subscriptions[0]).toMatchObject({ endsOn: '2027-11-23', renewsOn: null })

    const book = (date: string) =>
      kiosk.ask(
        'desk.book',
        { booking: bookingId(), desk: 'desk-a1', date, pay: 'pass', price: null },
        { session },
      )
    expect(errorOf(await book(today)).code).toBe('no-pass-left')
    expect(must(await book(tomorrow)).kind).toBe('booked')
  })

  it('that starts later opens nothing before 00:00 at the location on that day, and days after it can be booked (R4.3)', async () => {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const startsOn = addDays(today, 1)
    must(await kiosk.ask('plan.subscribe', subscribeTo('plan-full', full, startsOn), { session }))
    expect(errorOf(await kiosk.ask('door.request', { door: 'front' }, { session }))).toMatchObject({
      code: 'grant-not-yet',
      params: { fromAt: Date.UTC(2026, 10, 23, 23) },
    })
    const booked = {
      booking: bookingId(),
      desk: 'desk-a1',
      date: startsOn,
      pay: 'included',
      price: null,
    } as const
    expect(must(await kiosk.ask('desk.book', booked, { session })).kind).toBe('booked')
    hub.system.advance(14 * hour)
    const later = await hub.signIn(kiosk, 'nia@example.com')
    expect((await kiosk.execute('door.request', { door: 'front' }, { session: later })).kind).toBe('unlock')
  })

  it('keeps a plan to its hours (R6.2)', async () => {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const price = { amount: 12000, currency: 'EUR' }
    must(await kiosk.ask('plan.subscribe', subscribeTo('plan-evenings', price), { session }))
    expect(errorOf(await kiosk.ask('door.request', { door: 'front' }, { session })).code).toBe(
      'grant-outside-hours',
    )
    const desk = { booking: bookingId(), desk: 'desk-a1', date: today, pay: 'included', price: null } as const
    const { booking } = must(await kiosk.ask('desk.book', desk, { session }))
    expect(booking.from).toBe(Date.UTC(2026, 10, 23, 16))
    hub.system.advance(7 * hour)
    const evening = await hub.signIn(kiosk, 'nia@example.com')
    expect((await kiosk.execute('door.request', { door: 'front' }, { session: evening })).kind).toBe('unlock')
  })

  it('refuses what may not be, in this order', async () => {
    const stranger = await hub.signIn(kiosk, 'nia@example.com')
    const codeOf = async (payload: PayloadOf<'plan.subscribe'>, session = stranger) =>
      errorOf(await kiosk.ask('plan.subscribe', payload, { session }))
    expect((await codeOf(subscribeTo('plan-none', full))).code).toBe('plan-unknown')
    // R1.2: for members only, so for a stranger there is no such plan.
    const team = { amount: 14000, currency: 'EUR' }
    expect((await codeOf(subscribeTo('plan-team', team))).code).toBe('plan-unknown')
    expect((await codeOf(subscribeTo('room-atrium', full))).code).toBe('plan-unknown')
    expect((await codeOf(subscribeTo('plan-full', full))).code).toBe('terms-needed')
    must(await kiosk.ask('terms.accept', { name: 'Nia', version: 1, language: 'en' }, { session: stranger }))
    expect((await codeOf(subscribeTo('plan-full', full, '2026-11-22'))).code).toBe('date-past')
    expect((await codeOf(subscribeTo('plan-full', full, '2027-02-22'))).code).toBe('date-too-far')
    // R1.4: the price changed between screen and tap.
    expect(await codeOf(subscribeTo('plan-full', { amount: 1, currency: 'EUR' }))).toMatchObject({
      code: 'price-changed',
      params: { amount: 29000, currency: 'EUR' },
    })
    expect((await codeOf(subscribeTo('plan-full', null))).code).toBe('price-changed')
    expect(count('purchase')).toBe(0)

    must(await kiosk.ask('plan.subscribe', subscribeTo('plan-full', full), { session: stranger }))
    expect((await codeOf(subscribeTo('plan-full', full, addDays(today, 40)))).code).toBe('plan-running')
    // A member sees what is for members (R4.3), and passes are sold as often as somebody likes.
    must(await kiosk.ask('plan.subscribe', subscribeTo('plan-team', team), { session: stranger }))
    for (let n = 0; n < 2; n++)
      must(await kiosk.ask('plan.subscribe', subscribeTo('plan-ten', ten), { session: stranger }))
  })

  it('twice is once: after a lost answer, by the same command and by another with the same id (I2)', async () => {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const payload = subscribeTo('plan-ten', ten)
    const as = { session, id: bookingId() }
    const first = must(await kiosk.ask('plan.subscribe', payload, as))
    const repeat = must(await kiosk.ask('plan.subscribe', payload, as))
    const again = must(await kiosk.ask('plan.subscribe', payload, { session }))
    expect(repeat).toEqual(first)
    expect(again.order).toEqual(first.order)
    expect(again.person.facts.passes).toHaveLength(10)
    expect([
      count('purchase'),
      count("subscription WHERE plan = 'plan-ten' AND account <> '01990000-0000-7000-8000-000000000002'"),
    ]).toEqual([1, 1])
    const other = { ...payload, plan: 'plan-five' }
    expect(errorOf(await kiosk.ask('plan.subscribe', other, { session })).code).toBe('invalid-input')
  })

  it('stores nobody with the answer, and gives nobody the subscription of somebody else', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const nia = await hub.signIn(kiosk, 'nia@example.com', 'Nia New')
    const eve = await hub.signIn(other, 'eve@example.com', 'Eve')
    const payload = subscribeTo('plan-full', full)
    must(await kiosk.ask('plan.subscribe', payload, { session: nia }))
    expect(errorOf(await other.ask('plan.subscribe', payload, { session: eve })).code).toBe('invalid-input')
    expect(errorOf(await other.ask('plan.end', payload, { session: eve })).code).toBe('subscription-unknown')
    const kept = hub
      .look()
      .prepare("SELECT outcome_json FROM command WHERE type = 'plan.subscribe'")
      .pluck()
      .all()
    expect(JSON.stringify(kept)).not.toContain('nia')
  })
})

describe('ending a plan', () => {
  it('lets it run until the paid period ends, and calls renewals off', async () => {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const payload = subscribeTo('plan-full', full)
    must(await kiosk.ask('plan.subscribe', payload, { session }))
    const far = {
      booking: bookingId(),
      desk: 'desk-a1',
      date: '2026-12-22',
      pay: 'included',
      price: null,
    } as const
    must(await kiosk.ask('desk.book', far, { session }))
    const beyond = { ...far, booking: bookingId(), date: '2026-12-23' } as const
    must(await kiosk.ask('desk.book', beyond, { session }))

    const { person } = must(await kiosk.ask('plan.end', { subscription: payload.subscription }, { session }))
    expect(person.facts.subscriptions[0]).toMatchObject({ endsOn: '2026-12-22', renewsOn: null })
    // What the plan included after its end is given back (R6.2); what lies within it stays.
    expect(person.facts.bookings.map(({ date }) => date)).toEqual(['2026-12-22'])
    const held = hub.rows('catalogue', 'occupancy').map(({ id }) => id)
    expect([held.includes(far.booking), held.includes(beyond.booking)]).toEqual([true, false])
    expect(rowOf('subscription', payload.subscription)).toMatchObject({
      endsOn: '2026-12-22',
      renewsOn: null,
    })
    expect(happenings().find(({ what }) => what === 'plan-ended')).toMatchObject({ detail: '2026-12-22' })
    const grant = hub.rows(`doors:${kiosk.id}`, 'grant').find(({ id }) => id.endsWith(payload.subscription))
    expect(grant?.row).toMatchObject({ until: Date.UTC(2026, 11, 22, 23) })

    const again = await kiosk.ask('plan.end', { subscription: payload.subscription }, { session })
    expect(errorOf(again).code).toBe('already-done')
    expect(errorOf(await kiosk.ask('plan.end', { subscription: 'x' }, { session })).code).toBe(
      'subscription-unknown',
    )
  })

  it('of one that has not begun lasts for its first period; of passes there is nothing to end', async () => {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const later = subscribeTo('plan-full', full, '2026-12-01')
    must(await kiosk.ask('plan.subscribe', later, { session }))
    const { person } = must(await kiosk.ask('plan.end', { subscription: later.subscription }, { session }))
    expect(person.facts.subscriptions[0]).toMatchObject({ startsOn: '2026-12-01', endsOn: '2026-12-31' })
    const passes = subscribeTo('plan-ten', ten)
    must(await kiosk.ask('plan.subscribe', passes, { session }))
    expect(
      errorOf(await kiosk.ask('plan.end', { subscription: passes.subscription }, { session })).code,
    ).toBe('already-done')
  })
})

describe('reception', () => {
  const omar = '01990000-0000-7000-8000-000000000004'
  let desk: TestDevice
  let session: string
  beforeEach(async () => {
    desk = await hub.device(['reception'], 'Desk')
    session = await hub.staff(desk)
  })
  const give = (payload: PayloadOf<'staff.subscribe'>) => desk.ask('staff.subscribe', payload, { session })
  const end = (subscription: string, endsOn: string) =>
    desk.ask('staff.endPlan', { subscription, endsOn, reason: 'asked' }, { session })
  const subscriptionOf = (account: string) =>
    hub.rows('reception', 'subscription').find(({ row }) => row.account === account)?.id ?? ''

  it('gives somebody a plan, without asking for their terms (R4.4, R8.2)', async () => {
    must(await give({ account: omar, plan: 'plan-team', startsOn: today }))
    expect(rowOf('subscription', subscriptionOf(omar))).toMatchObject({
      name: 'Omar Haddad',
      plan: 'plan-team',
    })
    expect(hub.rows('reception', 'order')[0]?.row).toMatchObject({
      account: omar,
      state: 'due',
      price: { amount: 14000 },
    })
    const codeOf = async (payload: PayloadOf<'staff.subscribe'>) => errorOf(await give(payload)).code
    expect(await codeOf({ account: omar, plan: 'plan-team', startsOn: today })).toBe('plan-running')
    expect(await codeOf({ account: 'x', plan: 'plan-full', startsOn: today })).toBe('account-unknown')
    expect(await codeOf({ account: omar, plan: 'room-atrium', startsOn: today })).toBe('plan-unknown')
    expect(await codeOf({ account: omar, plan: 'plan-full', startsOn: '2026-11-22' })).toBe('date-past')
  })

  it('tells the person at the kiosk at once', async () => {
    const at = await hub.signIn(kiosk, 'omar.office@example.com')
    must(await give({ account: omar, plan: 'plan-full', startsOn: today }))
    const told = hub.commits.at(-1)?.effects.filter(({ kind }) => kind === 'person')
    expect(told).toMatchObject([{ device: kiosk.id, session: at.split('.')[0] }])
  })

  it('takes back what has not begun: no access, no passes, no debt, no membership', async () => {
    const account = '01990000-0000-7000-8000-000000000005'
    must(await give({ account, plan: 'plan-five', startsOn: '2026-12-01' }))
    const subscription = subscriptionOf(account)
    const order = hub.rows('reception', 'order')[0]?.id ?? ''
    must(await end(subscription, '2026-11-30'))
    expect(rowOf('subscription', subscription)).toBeUndefined()
    expect(rowOf('order', order)).toMatchObject({ state: 'cancelled' })
    const anna = await hub.signIn(kiosk, 'anna.lind@example.com', 'Anna Lind')
    const { person } = must(
      await kiosk.ask('profile.update', { name: 'Anna Lind', phone: '', bio: '' }, { session: anna }),
    )
    expect(person.facts).toMatchObject({ passes: [], subscriptions: [], memberships: [] })
    // It can be had anew.
    must(await give({ account, plan: 'plan-five', startsOn: '2026-12-01' }))
    expect(errorOf(await desk.ask('staff.markPaid', { order }, { session })).code).toBe('already-done')
  })

  it('takes back a plan on its first day, and what was paid stays paid', async () => {
    must(await give({ account: omar, plan: 'plan-full', startsOn: today }))
    const order = hub.rows('reception', 'order')[0]?.id ?? ''
    must(await desk.ask('staff.markPaid', { order }, { session }))
    must(await end(subscriptionOf(omar), '2026-11-22'))
    expect(rowOf('order', order)).toMatchObject({ state: 'paid' })
    expect(subscriptionOf(omar)).toBe('')
  })

  it('ends a plan on a day: its passes are good until then, renewals come before and not after', async () => {
    const account = '01990000-0000-7000-8000-000000000005'
    must(await give({ account, plan: 'plan-five', startsOn: today }))
    const subscription = subscriptionOf(account)
    must(await end(subscription, '2027-01-10'))
    expect(rowOf('subscription', subscription)).toMatchObject({
      endsOn: '2027-01-10',
      renewsOn: '2026-12-23',
    })
    must(await end(subscription, '2026-12-01'))
    expect(rowOf('subscription', subscription)).toMatchObject({ endsOn: '2026-12-01', renewsOn: null })
    const passes = hub
      .look()
      .prepare('SELECT DISTINCT expires_on FROM day_pass WHERE subscription = ?')
      .pluck()
    expect(passes.all(subscription)).toEqual(['2026-12-01'])
    // Longer again, the renewals come back.
    must(await end(subscription, '2027-03-01'))
    expect(rowOf('subscription', subscription)).toMatchObject({
      endsOn: '2027-03-01',
      renewsOn: '2026-12-23',
    })
  })

  it('refuses days that are past and plans that are not there', async () => {
    const running = '01990000-0000-7000-8000-000000000007'
    expect(errorOf(await end('x', today)).code).toBe('subscription-unknown')
    expect(errorOf(await end(running, '2026-11-22')).code).toBe('date-past')
    expect(errorOf(await end(running, '2026-01-01')).code).toBe('date-past')
    must(await end(running, today))
    hub.system.advance(15 * hour)
    const again = await hub.staff(desk)
    const over = await desk.ask(
      'staff.endPlan',
      { subscription: running, endsOn: '2027-01-01', reason: 'x' },
      { session: again },
    )
    expect(errorOf(over).code).toBe('subscription-unknown')
  })

  it('sees what can be given: plans, and desks and offices that nobody has (R4.1)', () => {
    const offers = hub.rows('reception', 'offer')
    const named = (kind: string) => offers.filter(({ row }) => row.kind === kind).map(({ row }) => row.name)
    expect(named('plan')).toEqual(
      expect.arrayContaining([
        'Full-time',
        'Evenings and weekends',
        'Five days a month',
        'Ten day passes',
        'Team hours',
      ]),
    )
    expect(named('office')).toHaveLength(2)
    expect(named('desk')).toContain('A1')
    // Omar's own.
    expect(named('desk')).not.toContain('D1')
  })
})
