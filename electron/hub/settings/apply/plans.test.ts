import { afterEach, expect, it } from 'vitest'
import { fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import { bookingId, errorOf, must, openTestHub, type TestHub } from '../../../../test/fixtures/hub.ts'
import { parseConfig } from '../read/file.ts'

const hubs: TestHub[] = []
afterEach(async () => {
  for (const hub of hubs.splice(0).toReversed()) await hub.close()
})

const system = fakeSystem()
async function open(yaml: string, dir?: string): Promise<TestHub> {
  const hub = await openTestHub({ config: parseConfig(yaml), demo: false, system, ...(dir && { dir }) })
  hubs.push(hub)
  return hub
}
const plan = (hub: TestHub) => hub.rows('catalogue', 'item').find(({ id }) => id === 'plan-full')?.row

const full = (more = '') =>
  `plans:\n  - { id: plan-full, name: Full-time, kind: continuous, period: month, price: { amount: 29000, currency: EUR }${more} }\n`

it('puts the plans of foyer.yaml on offer, and takes off what is no longer in it; who has one keeps it', async () => {
  const hub = await open(full(', minutes: 60, resources: [room-a]'))
  expect(plan(hub)).toMatchObject({
    kind: 'plan',
    name: 'Full-time',
    price: { amount: 29000, currency: 'EUR' },
    per: 'month',
    visibility: 'public',
    plan: {
      kind: 'continuous',
      hours: null,
      passes: null,
      minutes: 60,
      resources: ['room-a'],
      period: 'month',
    },
  })
  expect(hub.rows('reception', 'offer').filter(({ row }) => row.kind === 'plan')).toHaveLength(1)
  const kiosk = await hub.device()
  const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
  const payload = {
    subscription: bookingId(),
    plan: 'plan-full',
    startsOn: '2026-11-23',
    price: { amount: 29000, currency: 'EUR' },
  }
  must(await kiosk.ask('plan.subscribe', payload, { session }))
  await hub.engine.close()

  const without = await open('', hub.dir)
  expect(plan(without)).toBeUndefined()
  expect(without.rows('reception', 'offer').filter(({ row }) => row.kind === 'plan')).toEqual([])
  expect(without.rows('reception', 'subscription')).toHaveLength(1)
  await without.engine.close()

  // On offer again, for the evenings only: that goes for whoever has it, at once (R6.1).
  const evenings = await open(full(', hours: { mon: { from: "17:00", until: "24:00" } }'), hub.dir)
  const grant = evenings
    .rows('reception', 'grant')
    .find(({ id }) => id === `subscription:${payload.subscription}`)
  expect(grant?.row.hours).toEqual({ mon: { from: '17:00', until: '24:00' } })
})

it('shows a plan to those whom it is for, in the catalogue and at the counter (R1.2)', async () => {
  const hub = await open(full(', visibility: location-members'))
  expect(plan(hub)).toBeUndefined()
  expect(hub.rows('reception', 'offer').map(({ id }) => id)).toContain('plan-full')
  const kiosk = await hub.device()
  const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
  const payload = {
    subscription: bookingId(),
    plan: 'plan-full',
    startsOn: '2026-11-23',
    price: { amount: 29000, currency: 'EUR' },
  }
  expect(errorOf(await kiosk.ask('plan.subscribe', payload, { session })).code).toBe('plan-unknown')
})
