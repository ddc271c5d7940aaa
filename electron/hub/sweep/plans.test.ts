import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { addDays, atLocal } from '../../../shared/domain/time.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../test/fixtures/hub.ts'

const zone = 'Europe/Berlin'
const today = '2026-11-23'
const hour = 3_600_000
const five = { amount: 9500, currency: 'EUR' }
const full = { amount: 29000, currency: 'EUR' }

const hubs: TestHub[] = []
afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.close()
})

async function open(
  options: Parameters<typeof openTestHub>[0] = {},
): Promise<{ hub: TestHub; kiosk: TestDevice }> {
  const hub = await openTestHub(options)
  hubs.push(hub)
  return { hub, kiosk: await hub.device() }
}

/** Whatever was submitted before this is done after it; what is due is swept first. */
const settle = (hub: TestHub) => hub.engine.mailStatus('none', 'accepted', '')

async function subscribe(
  hub: TestHub,
  kiosk: TestDevice,
  plan: string,
  price: typeof full,
  startsOn = today,
) {
  const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia New')
  const subscription = bookingId()
  must(await kiosk.ask('plan.subscribe', { subscription, plan, startsOn, price }, { session }))
  return { session, subscription }
}

/** Everything that periods bring, without the ids that chance gives. */
function periodsOf(hub: TestHub, subscription: string) {
  const db = hub.look()
  return {
    periods: db
      .prepare(
        `SELECT s.starts_on, p.what, p.amount, p.state FROM subscription_period s JOIN purchase p ON p.id = s.purchase
         WHERE s.subscription = ? ORDER BY s.starts_on`,
      )
      .all(subscription),
    // The first order is of when it was made, the others of when their period began.
    at: db
      .prepare(
        `SELECT p.at FROM subscription_period s JOIN purchase p ON p.id = s.purchase WHERE s.subscription = ?
         ORDER BY s.starts_on LIMIT -1 OFFSET 1`,
      )
      .pluck()
      .all(subscription),
    passes: db
      .prepare('SELECT valid_from, expires_on FROM day_pass WHERE subscription = ? ORDER BY valid_from, id')
      .all(subscription),
    term: db.prepare('SELECT starts_on, ends_on, renews_on FROM subscription WHERE id = ?').get(subscription),
    renewals: hub
      .rows('reception', 'activity')
      .filter(({ row }) => row.what === 'plan-renewed' && row.who === 'Nia New')
      .map(({ row }) => row.detail),
    audited: db
      .prepare("SELECT count(*) FROM audit WHERE action = 'plan.renewed' AND subject = ?")
      .pluck()
      .get(subscription),
  }
}

it('renews a plan at 00:00 at the location: a new order that is due, new passes, the next date', async () => {
  const { hub, kiosk } = await open()
  const { subscription } = await subscribe(hub, kiosk, 'plan-five', five)
  hub.system.setNow(atLocal('2026-12-23', '00:00', zone) - 1000)
  await settle(hub)
  expect(periodsOf(hub, subscription).periods).toHaveLength(1)
  const session = await hub.signIn(kiosk, 'nia@example.com')
  hub.system.advance(1000)
  await settle(hub)

  const after = periodsOf(hub, subscription)
  expect(after.periods).toEqual([
    { starts_on: today, what: `Five days a month, ${today}`, amount: 9500, state: 'due' },
    { starts_on: '2026-12-23', what: 'Five days a month, 2026-12-23', amount: 9500, state: 'due' },
  ])
  expect(after.passes.slice(5)).toEqual(
    Array.from({ length: 5 }, () => ({ valid_from: '2026-12-23', expires_on: '2027-01-22' })),
  )
  expect(after.term).toEqual({ starts_on: today, ends_on: null, renews_on: '2027-01-23' })
  const row = hub.rows('reception', 'subscription').find(({ id }) => id === subscription)?.row
  expect(row).toMatchObject({ renewsOn: '2027-01-23' })
  // Whoever stands at a kiosk then is told.
  const told = hub.commits.flatMap(({ effects }) => effects).findLast(({ kind }) => kind === 'person')
  expect(told).toMatchObject({ session: session.split('.')[0] })
})

it('charges what was agreed, though the plan costs others more by now (R1.4)', async () => {
  const plans = (amount: number) => ({
    plans: [
      {
        id: 'plan-x',
        name: 'X',
        kind: 'continuous',
        period: 'month',
        price: { amount, currency: 'EUR' },
      } as const,
    ],
  })
  const system = fakeSystem()
  const { hub, kiosk } = await open({ system, config: plans(1000), demo: false })
  const { subscription } = await subscribe(hub, kiosk, 'plan-x', { amount: 1000, currency: 'EUR' })
  await hub.engine.close()
  system.setNow(atLocal('2027-01-23', '12:00', 'Etc/UTC'))
  const again = await openTestHub({ dir: hub.dir, system, config: plans(2000), demo: false })
  const { periods } = periodsOf(again, subscription)
  expect(periods).toMatchObject([{ amount: 1000 }, { amount: 1000 }, { amount: 1000 }])
  // It is no longer on offer at all, and whoever has it keeps it.
  await again.engine.close()
  system.setNow(atLocal('2027-02-23', '12:00', 'Etc/UTC'))
  const last = await openTestHub({ dir: hub.dir, system, config: {}, demo: false })
  expect(periodsOf(last, subscription).periods).toHaveLength(4)
  expect(last.rows('catalogue', 'item')).toEqual([])
  await last.close()
})

it('catches up period by period, exactly once, whatever the pattern of sweeps and stops (I2)', async () => {
  const patterns = fc.array(
    fc.record({ days: fc.integer({ min: 1, max: 75 }), restart: fc.boolean(), twice: fc.boolean() }),
    { minLength: 1, maxLength: 5 },
  )
  const lived = async (steps: { days: number; restart: boolean; twice: boolean }[]) => {
    const system = fakeSystem()
    const first = await open({ system })
    let { hub } = first
    const { dir } = hub
    const { subscription } = await subscribe(hub, first.kiosk, 'plan-five', five)
    let day = today
    for (const { days, restart, twice } of steps) {
      day = addDays(day, days)
      if (restart) await hub.engine.close()
      system.setNow(atLocal(day, '09:30', zone))
      if (restart) hub = await openTestHub({ dir, system })
      for (let n = twice ? 2 : 1; n > 0; n--) await settle(hub)
    }
    const result = periodsOf(hub, subscription)
    await hub.close()
    rmSync(dir, { recursive: true, force: true })
    return { result, days: steps.reduce((sum, step) => sum + step.days, 0) }
  }
  await fc.assert(
    fc.asyncProperty(patterns, async (steps) => {
      const { result, days } = await lived(steps)
      const atOnce = await lived([{ days, restart: false, twice: false }])
      expect(result).toEqual(atOnce.result)
      expect(result.renewals).toHaveLength(result.periods.length - 1)
      expect(result.audited).toBe(result.periods.length - 1)
      hubs.length = 0
    }),
    { seed: 20261123, numRuns: 6 },
  )
}, 60_000)

it('ends what it gives at the end of its last day, and tells whoever stands there (R6.2, I6)', async () => {
  const { hub, kiosk } = await open()
  const { session, subscription } = await subscribe(hub, kiosk, 'plan-full', full)
  must(await kiosk.ask('plan.end', { subscription }, { session }))
  const midnight = atLocal('2026-12-23', '00:00', zone)
  hub.system.setNow(midnight - 60_000)
  await settle(hub)
  const there = await hub.signIn(kiosk, 'nia@example.com')
  const request = () => kiosk.execute('door.request', { door: 'front' }, { session: there })
  const atDoor = () => hub.rows(`doors:${kiosk.id}`, 'grant').map(({ id }) => id)
  hub.system.advance(59_000)
  await settle(hub)
  expect((await request()).kind).toBe('unlock')
  expect(atDoor()).toContain(`subscription:${subscription}`)

  hub.commits.length = 0
  hub.system.advance(1000)
  await settle(hub)
  expect(atDoor()).not.toContain(`subscription:${subscription}`)
  const refused = await request()
  expect(refused.kind === 'answer' && !refused.result.ok && refused.result.error.code).toBe('grant-over')
  const told = hub.commits.flatMap(({ effects }) => effects).filter(({ kind }) => kind === 'person')
  expect(told).toMatchObject([
    { device: kiosk.id, session: there.split('.')[0], person: { facts: { memberships: [] } } },
  ])
  expect(hub.rows('reception', 'subscription').map(({ id }) => id)).not.toContain(subscription)
  const ends = hub.rows('reception', 'activity').filter(({ row }) => row.what === 'plan-ended')
  expect(ends.map(({ row }) => row.detail)).toEqual(['2026-12-22', '2026-12-22'])

  // Once, however often one looks afterwards; and nothing is renewed any more.
  hub.system.setNow(midnight + 40 * 24 * hour)
  await settle(hub)
  const audited = hub.look().prepare("SELECT subject FROM audit WHERE action = 'plan.ended'").pluck().all()
  expect(audited).toEqual([subscription])
  expect(periodsOf(hub, subscription).periods).toHaveLength(1)
})

it('lets passes go with the plan that was bought once, and the plan can be had again', async () => {
  const { hub, kiosk } = await open()
  const price = { amount: 19000, currency: 'EUR' }
  const { subscription } = await subscribe(hub, kiosk, 'plan-ten', price)
  hub.system.setNow(atLocal('2027-11-23', '08:00', zone))
  await settle(hub)
  expect(hub.rows('reception', 'subscription').map(({ id }) => id)).not.toContain(subscription)
  const session = await hub.signIn(kiosk, 'nia@example.com')
  const book = {
    booking: bookingId(),
    desk: 'desk-a1',
    date: '2027-11-23',
    pay: 'pass',
    price: null,
  } as const
  expect(errorOf(await kiosk.ask('desk.book', book, { session })).code).toBe('no-pass-left')
  const again = { subscription: bookingId(), plan: 'plan-ten', startsOn: '2027-11-23', price }
  const { passes } = must(await kiosk.ask('plan.subscribe', again, { session })).person.facts
  expect(passes.filter(({ validFrom }) => validFrom === '2027-11-23')).toHaveLength(10)
})

it('keeps the demo true: who is a member was so for months, and owes nothing for it', async () => {
  const { hub } = await open()
  expect(hub.rows('reception', 'order')).toEqual([])
  const rows = hub.rows('reception', 'subscription').map(({ row }) => [row.name, row.planName, row.renewsOn])
  expect(rows).toEqual(
    expect.arrayContaining([
      ['Fatima El Amrani', 'Full-time', '2026-11-24'],
      ['Paul Weber', 'Ten day passes', null],
      ['Tina Okafor', 'Full-time', '2026-12-24'],
    ]),
  )
})
