import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'

const today = '2026-11-23'
const price = { amount: 2500, currency: 'EUR' }
const details = {
  name: 'New GmbH',
  street: 'Lindenstraße 1',
  postalCode: '10969',
  city: 'Berlin',
  country: 'DE',
  taxId: 'de 123.456-789',
}

let hub: TestHub
let kiosk: TestDevice
let session: string
const open = async (asksBilling: boolean): Promise<void> => {
  hub = await openTestHub({ config: { location: { asksBilling } } })
  kiosk = await hub.device()
  session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
}
afterEach(() => hub.close())

const book = (date = today, options: object = {}) =>
  kiosk.ask(
    'desk.book',
    { booking: bookingId(), desk: 'desk-a1', date, pay: 'single', price },
    { session, ...options },
  )

describe('where the location asks for billing details (R3.3)', () => {
  beforeEach(() => open(true))

  it('asks once, before something that has a price, and keeps the tax id as it was typed', async () => {
    expect(errorOf(await book()).code).toBe('billing-needed')
    const { person } = must(await kiosk.ask('billing.save', details, { session }))
    expect(person.billing).toEqual(details)
    expect(person.facts.hasBilling).toBe(true)
    must(await book())
    must(await book('2026-11-24'))
    const payload = {
      subscription: bookingId(),
      plan: 'plan-full',
      startsOn: today,
      price: { ...price, amount: 29000 },
    }
    must(await kiosk.ask('plan.subscribe', payload, { session }))
  })

  it('asks before a plan too', async () => {
    const payload = {
      subscription: bookingId(),
      plan: 'plan-ten',
      startsOn: today,
      price: { ...price, amount: 19000 },
    }
    expect(errorOf(await kiosk.ask('plan.subscribe', payload, { session })).code).toBe('billing-needed')
    must(await kiosk.ask('billing.save', details, { session }))
    must(await kiosk.ask('plan.subscribe', payload, { session }))
  })

  it('does not ask for what costs nothing', async () => {
    const paul = await hub.signIn(kiosk, 'paul.passes@example.com')
    const free = { booking: bookingId(), desk: 'desk-a1', date: today, pay: 'pass', price: null } as const
    must(await kiosk.ask('desk.book', free, { session: paul }))
  })

  it('keeps a promise that a kiosk made without the hub (R9.4)', async () => {
    must(await book(today, { promised: true }))
  })

  it('makes a bill out to whoever they were at that time', async () => {
    must(await kiosk.ask('billing.save', details, { session }))
    must(await book())
    must(await kiosk.ask('billing.save', { ...details, name: 'Newer GmbH' }, { session }))
    must(await book('2026-11-24'))
    const bills = hub
      .look()
      .prepare("SELECT billing_json ->> 'name' FROM purchase ORDER BY what")
      .pluck()
      .all()
    expect(bills).toEqual(['New GmbH', 'Newer GmbH'])
  })

  it.each(['XX', 'EU', 'UK', 'ZZ'])('knows no country %s', async (country) => {
    const result = await kiosk.ask('billing.save', { ...details, country }, { session })
    expect(errorOf(result)).toMatchObject({ code: 'invalid-input', params: { field: 'country' } })
  })

  it('stores nobody with the answer, and says the same again (I2)', async () => {
    const as = { session, id: bookingId() }
    const first = must(await kiosk.ask('billing.save', details, as))
    expect(must(await kiosk.ask('billing.save', details, as))).toEqual(first)
    const kept = hub
      .look()
      .prepare("SELECT outcome_json FROM command WHERE type = 'billing.save'")
      .pluck()
      .all()
    expect(JSON.stringify(kept)).not.toContain('GmbH')
    const log = hub
      .look()
      .prepare("SELECT detail_json FROM audit WHERE action = 'billing.save'")
      .pluck()
      .all()
    expect(log).toEqual(['{}'])
  })
})

it('never asks where the location does not (R3.3)', async () => {
  await open(false)
  must(await book())
  expect(hub.look().prepare('SELECT billing_json FROM purchase').pluck().all()).toEqual([null])
})
