import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'

const euro = (amount: number) => ({ amount, currency: 'EUR' })
let hub: TestHub
let kiosk: TestDevice
let session: string
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
  session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
})
afterEach(() => hub.close())

/** A bag is 14 €, and there are 18. */
const bags = (quantity: number, price = quantity * 1400) => ({
  order: bookingId(),
  item: 'shop-bag',
  quantity,
  price: euro(price),
})
const stock = () => hub.rows('catalogue', 'item').find(({ id }) => id === 'shop-bag')?.row.stock

it('takes the pieces out of the shop at every kiosk, and makes an order', async () => {
  const payload = bags(3)
  const { order } = must(await kiosk.ask('shop.order', payload, { session }))
  expect(order).toMatchObject({
    id: payload.order,
    what: '3 × Lindenhof bag',
    price: euro(4200),
    tax: euro(671),
    state: 'due',
  })
  expect(stock()).toBe(15)
  expect(hub.rows('reception', 'order').map(({ id }) => id)).toEqual([payload.order])
})

it('orders once, however often it is asked (I2)', async () => {
  const payload = bags(1)
  const first = must(await kiosk.ask('shop.order', payload, { session }))
  expect(must(await kiosk.ask('shop.order', payload, { session }))).toEqual(first)
  expect(stock()).toBe(17)
  const paul = await hub.signIn(kiosk, 'paul.passes@example.com')
  expect(errorOf(await kiosk.ask('shop.order', payload, { session: paul }))).toMatchObject({
    params: { field: 'order' },
  })
})

it('sells no more than there is, also to two at the same time', async () => {
  const other = await hub.device(['kiosk'], 'Kiosk 2')
  const there = await hub.signIn(other, 'paul.passes@example.com')
  const answers = await Promise.all([
    kiosk.ask('shop.order', bags(10), { session }),
    other.ask('shop.order', bags(10), { session: there }),
  ])
  must(answers[0])
  expect(errorOf(answers[1])).toEqual({ code: 'sold-out', params: { left: 8 } })
  expect(stock()).toBe(8)
})

it('never charges another amount than stood on the button (R1.4)', async () => {
  expect(errorOf(await kiosk.ask('shop.order', bags(2, 1400), { session }))).toEqual({
    code: 'price-changed',
    params: euro(2800),
  })
  hub.look().exec("UPDATE item SET price_amount = 1500 WHERE id = 'shop-bag'")
  expect(errorOf(await kiosk.ask('shop.order', bags(2), { session })).params).toEqual(euro(3000))
  expect(stock()).toBe(18)
})

it('makes an order of what is free too, which is due to nobody (R3.5)', async () => {
  hub.look().exec("UPDATE item SET price_amount = 0 WHERE id = 'shop-bag'")
  const { order } = must(await kiosk.ask('shop.order', { ...bags(1), price: null }, { session }))
  expect(order).toMatchObject({ state: 'free', price: euro(0) })
})

it('asks for terms first, and sells nothing that is not of the shop', async () => {
  const stranger = await hub.signIn(kiosk, 'lou@example.com')
  expect(errorOf(await kiosk.ask('shop.order', bags(1), { session: stranger })).code).toBe('terms-needed')
  for (const item of ['room-linden', 'desk-a1', 'nothing']) {
    const payload = { ...bags(1), item }
    expect(errorOf(await kiosk.ask('shop.order', payload, { session: stranger })).code).toBe('item-unknown')
  }
})

it('keeps what was sold sold when the hub is started again', async () => {
  must(await kiosk.ask('shop.order', bags(5), { session }))
  const { dir, system } = hub
  await hub.engine.close()
  const again = await openTestHub({ dir, system })
  const row = again.rows('catalogue', 'item').find(({ id }) => id === 'shop-bag')?.row
  expect(row?.stock).toBe(13)
  await again.engine.close()
  hub = await openTestHub()
})
