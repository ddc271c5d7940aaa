import { describe, expect, it } from 'vitest'
import { failure } from '../../../../shared/contract/errors.ts'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { byTheHour, fullTime, item, person, plan, today } from '../../../../test/fixtures/place.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 23, 9)
const eur = (amount: number) => ({ amount, currency: 'EUR' })

const room = item('room', 'room', { bookable: byTheHour, per: 'hour' })
const parking = item('bay', 'parking', {
  price: eur(800),
  bookable: { by: 'day', step: 60, min: 60, max: 60, hours: null },
})
const event = item('talk', 'event', {
  event: { from: now + hour, until: now + 3 * hour, where: 'Hall', places: 10, taken: 9 },
})
const coffee = item('coffee', 'shop', { price: eur(300), stock: 3 })
const full = item('full', 'plan', { price: eur(20_000), plan })
const post = item('post', 'feed', { price: null })

const row = (one: ItemRow) => ({ kind: 'item', id: one.id, row: one })
const held = (id: string, from: number, until: number, of = 'room') => ({
  kind: 'occupancy',
  id,
  row: { item: of, date: today, from, until },
})

function opened(one: ItemRow, link: 'online' | 'offline' = 'online') {
  const flow = testFlow(link)
  flow.change([row(one)])
  const effects = flow.send({ type: 'openItem', item: one.id })
  return { flow, effects }
}

describe('browsing (R1.1)', () => {
  it('shows the tab that is asked for, rooms at first, and the one where one was', () => {
    const flow = testFlow()
    flow.change([row(coffee)])
    flow.send({ type: 'browse', kind: null })
    expect(flow.screen('browse').kind).toBe('room')
    flow.send({ type: 'browse', kind: 'shop' })
    flow.send({ type: 'openItem', item: 'coffee' })
    flow.send({ type: 'back' })
    expect(flow.screen('browse').kind).toBe('shop')
    flow.send({ type: 'home' })
    flow.send({ type: 'browse', kind: null })
    expect(flow.screen('browse').kind).toBe('shop')
  })

  it('Sign up shows the plans, before anybody says who they are', () => {
    const flow = testFlow()
    flow.send({ type: 'start', purpose: 'sign-up' })
    expect(flow.screen('browse').kind).toBe('plan')
  })

  it('an item that is not there is not there; a desk is shown on the floor plan', () => {
    const flow = testFlow()
    flow.send({ type: 'browse', kind: 'desk' })
    flow.send({ type: 'openItem', item: 'secret' })
    expect(flow.view().shell.notice).toEqual({ code: 'item-unknown' })
    flow.send({ type: 'openItem', item: 'desk-A2' })
    expect(flow.screen('desks').selected).toBe('desk-A2')
  })

  it('names a picture only once it is on this device', () => {
    const photo = 'a'.repeat(64)
    const { flow } = opened({ ...room, photo })
    expect(flow.screen('item').item.photo).toBe(photo)
    flow.context.hasPicture = () => false
    expect(flow.screen('item').item.photo).toBeNull()
    expect(flow.view().catalogue.items[0]?.photo).toBeNull()
  })
})

describe('free next, on the list (R1.3)', () => {
  const nextFree = (flow: ReturnType<typeof testFlow>) => flow.view().catalogue.nextFree

  it('is now, later, or not today', () => {
    const flow = testFlow()
    flow.change([row(room), row(parking), row(coffee)])
    flow.send({ type: 'browse', kind: 'room' })
    expect(nextFree(flow)).toEqual({ room: now, bay: now - 2 * hour })
    // Half an hour until then is less than can be had.
    flow.change([held('o1', now + hour / 2, now + 2 * hour), held('o2', now, now + hour, 'bay')])
    expect(nextFree(flow)).toEqual({ room: now + 2 * hour, bay: null })
    flow.context.now = now + 12 * hour
    expect(nextFree(flow)).toEqual({ room: null, bay: null })
    flow.send({ type: 'home' })
    expect(nextFree(flow)).toBeUndefined()
  })
})

describe('a page of something that is reserved (R1.3, R1.4)', () => {
  it('shows days, times, and what an hour costs', () => {
    const { flow } = opened(room)
    const { times, offered, price, included } = flow.screen('item')
    expect(offered).toBe('reserve')
    expect(times).toMatchObject({ date: today, picked: null })
    expect(times?.days).toHaveLength(31)
    // 08:00 to 20:00 in half hours; it is 10:00.
    expect(times?.slots).toHaveLength(24)
    expect(times?.slots.filter(({ state }) => state === 'over')).toHaveLength(4)
    expect({ price, included }).toEqual({ price: eur(1200), included: false })
  })

  it('one tap picks as long as it can be had at least, and the button says what that costs', () => {
    const { flow } = opened(room)
    flow.send({ type: 'pickTime', time: { from: now, until: now + hour / 2 } })
    expect(flow.screen('item')).toMatchObject({
      times: { picked: { from: now, until: now + hour } },
      price: eur(1200),
    })
    flow.send({ type: 'pickTime', time: { from: now, until: now + 2 * hour } })
    expect(flow.screen('item').price).toEqual(eur(2400))
    flow.send({ type: 'pickTime', time: null })
    expect(flow.screen('item').times?.picked).toBeNull()
  })

  it.each([
    ['longer than it can be had', now, now + 5 * hour, 'time-invalid'],
    ['not whole times', now + 1000, now + hour, 'time-invalid'],
    ['backwards', now + hour, now, 'time-invalid'],
    ['over already', now - hour, now, 'date-past'],
    ['held by somebody', now + 6 * hour, now + 8 * hour, 'item-taken'],
  ])('refuses a stretch that is %s', (_why, from, until, code) => {
    const { flow } = opened(room)
    flow.change([held('o1', now + 7 * hour, now + 8 * hour)])
    flow.send({ type: 'pickTime', time: { from, until } })
    expect(flow.screen('item')).toMatchObject({ times: { picked: null }, error: { code } })
  })

  it('a picked time that was taken meanwhile is let go and said (R1.3)', () => {
    const { flow } = opened(room)
    flow.send({ type: 'pickTime', time: { from: now, until: now + 2 * hour } })
    flow.change([held('o1', now + hour, now + 2 * hour)])
    expect(flow.screen('item')).toMatchObject({ times: { picked: null }, error: { code: 'item-taken' } })
    expect(flow.screen('item').times?.slots.filter(({ state }) => state === 'taken')).toHaveLength(2)
  })

  it('another day has other times; a day that is not offered is none', () => {
    const { flow } = opened(room)
    flow.send({ type: 'pickTime', time: { from: now, until: now + hour } })
    flow.send({ type: 'pickDate', date: '2026-11-24' })
    expect(flow.screen('item').times).toMatchObject({ date: '2026-11-24', picked: null })
    flow.send({ type: 'pickDate', date: '2027-11-24' })
    expect(flow.screen('item').times?.date).toBe('2026-11-24')
  })

  it('takes up the new day at midnight of the location (R5.7)', () => {
    const { flow } = opened(room)
    flow.send({ type: 'pickDate', date: today })
    flow.context.now = Date.UTC(2026, 10, 23, 23, 30)
    flow.send({ type: 'contextChanged' })
    expect(flow.screen('item').times?.date).toBe('2026-11-24')
  })

  it('a parking space goes by the day', () => {
    const { flow } = opened(parking)
    const [slot] = flow.screen('item').times?.slots ?? []
    if (!slot) throw new Error('no day')
    expect(flow.screen('item').price).toEqual(eur(800))
    flow.send({ type: 'pickTime', time: slot })
    expect(flow.screen('item')).toMatchObject({ times: { picked: {} }, price: eur(800), error: null })
  })

  it('a plan that includes it is said before it is tapped', () => {
    const { flow } = opened(room)
    flow.signIn(
      person({ subscriptions: [fullTime({ plan: { ...fullTime().plan, minutes: 90 } })] }),
      'account',
    )
    flow.send({ type: 'openItem', item: 'room' })
    flow.send({ type: 'pickTime', time: { from: now, until: now + hour } })
    expect(flow.screen('item')).toMatchObject({ price: null, included: true })
    flow.send({ type: 'pickTime', time: { from: now, until: now + 2 * hour } })
    expect(flow.screen('item')).toMatchObject({ price: eur(600), included: false })
  })

  it('shows what is there with no hub (R9.2)', () => {
    const { flow } = opened(room, 'offline')
    expect(flow.screen('item').times?.slots).toHaveLength(24)
  })
})

describe('other pages', () => {
  it('an event: places go while one looks, and it cannot be joined when it is full or over', () => {
    const { flow } = opened(event)
    expect(flow.screen('item')).toMatchObject({ offered: 'join', price: eur(1200), have: false })
    flow.change([row({ ...event, event: { ...event.event, taken: 10 } as NonNullable<ItemRow['event']> })])
    expect(flow.screen('item')).toMatchObject({ item: { event: { taken: 10 } } })
    expect(flow.send({ type: 'act', price: eur(1200), text: '' })).toEqual([])
    expect(flow.screen('item').error).toEqual({ code: 'event-full' })
    flow.change([row(event)])
    flow.context.now = now + 3 * hour
    flow.send({ type: 'act', price: eur(1200), text: '' })
    expect(flow.screen('item').error).toEqual({ code: 'event-over' })
  })

  it('an event that one has a place at is theirs', () => {
    const { flow } = opened(event)
    const mine = { id: 'p', event: 'talk', eventName: 'Talk', from: now + hour, until: now + 3 * hour }
    flow.signIn(person({ eventPlaces: [mine] }), 'account')
    flow.send({ type: 'openItem', item: 'talk' })
    expect(flow.screen('item')).toMatchObject({ offered: null, have: true, price: null })
  })

  it('the shop: pieces, their price together, and no more than there are', () => {
    const { flow } = opened(coffee)
    flow.send({ type: 'setQuantity', quantity: 2 })
    expect(flow.screen('item')).toMatchObject({ quantity: 2, price: eur(600), offered: 'order' })
    flow.send({ type: 'setQuantity', quantity: 4 })
    expect(flow.screen('item')).toMatchObject({
      quantity: 2,
      error: { code: 'sold-out', params: { left: 3 } },
    })
    flow.change([row({ ...coffee, stock: 1 })])
    expect(flow.screen('item')).toMatchObject({
      quantity: 1,
      error: { code: 'sold-out', params: { left: 1 } },
    })
    flow.change([row({ ...coffee, stock: 0 })])
    expect(flow.screen('item').offered).toBeNull()
  })

  it('a plan starts on one of the next 90 days', () => {
    const { flow } = opened(full)
    expect(flow.screen('item')).toMatchObject({ offered: 'subscribe', have: false, price: eur(20_000) })
    expect(flow.screen('item').starts?.days).toHaveLength(91)
    flow.send({ type: 'pickDate', date: '2026-12-01' })
    expect(flow.screen('item').starts?.date).toBe('2026-12-01')
  })

  it('a plan that runs on is not sold twice; one that ends can be taken again from then on', () => {
    const { flow } = opened(full)
    flow.signIn(person({ subscriptions: [fullTime()] }), 'account')
    flow.send({ type: 'openItem', item: 'full' })
    expect(flow.screen('item')).toMatchObject({ offered: null, have: true, starts: null })
    flow.send({
      type: 'personChanged',
      session: 'token',
      person: person({ subscriptions: [fullTime({ endsOn: '2026-11-30' })] }),
    })
    expect(flow.screen('item')).toMatchObject({ offered: 'subscribe', starts: { date: '2026-12-01' } })
  })

  it('an office is enquired about, support is asked', () => {
    expect(opened(item('office', 'office')).flow.screen('item')).toMatchObject({
      offered: 'ask',
      price: null,
    })
    expect(opened(item('help', 'support')).flow.screen('item').offered).toBe('ask')
  })

  it('a post: what people said is asked for each time, with whoever is signed in (I7)', () => {
    const { flow, effects } = opened(post)
    const step = flow.state().step
    expect(effects).toEqual([{ do: 'listComments', step, session: null, item: 'post' }])
    expect(flow.screen('item').comments).toBeNull()
    const comments = [{ id: 'c', by: 'Grace', at: now, text: 'Hello' }]
    flow.send({ type: 'commentsListed', step, item: 'post', result: ok({ comments }) })
    expect(flow.screen('item').comments).toEqual(comments)
    flow.send({ type: 'home' })
    expect(JSON.stringify(flow.state())).not.toContain('Grace')
    flow.signIn(person(), 'account')
    expect(flow.send({ type: 'openItem', item: 'post' })).toMatchObject([{ session: 'token.secret' }])
  })

  it('with the hub away the comments are missing, and are asked for again when it is back', () => {
    const { flow } = opened(post)
    const { step } = flow.state()
    flow.send({ type: 'commentsListed', step, item: 'post', result: failure('hub-unreachable') })
    expect(flow.screen('item')).toMatchObject({ comments: null, error: { code: 'hub-unreachable' } })
    expect(flow.send({ type: 'contextChanged' })).toMatchObject([{ do: 'listComments' }])
    expect(flow.screen('item').error).toBeNull()
  })

  it('an item that is taken off the list while one looks: back to the list, and said', () => {
    const { flow } = opened(coffee)
    flow.change([{ kind: 'item', id: 'coffee', row: null }])
    expect(flow.screen('browse').kind).toBe('shop')
    expect(flow.view().shell.notice).toEqual({ code: 'item-unknown' })
  })
})

describe('what one sees beyond the public (R1.2)', () => {
  const lounge = item('lounge', 'room', { bookable: byTheHour, visibility: 'location-members' })
  const desk = {
    id: 'desk-M1',
    label: 'M1',
    area: 'Members',
    bookable: true,
    x: 9,
    y: 0,
    features: [],
    visibility: 'location-members' as const,
  }
  const occupancy = { booking: 'o', item: 'lounge', date: today, from: now, until: now + hour }
  const offers = { items: [lounge], desks: [desk], occupancies: [occupancy] }
  const ids = (flow: ReturnType<typeof testFlow>) => ({
    items: flow.view().catalogue.items.map(({ id }) => id),
    desks: flow.view().catalogue.desks.map(({ label }) => label),
  })

  function member() {
    const flow = testFlow()
    flow.signIn(person(), 'account')
    flow.send({ type: 'offersChanged', session: 'token', offers })
    return flow
  }

  it('is seen by whoever is signed in, everywhere, and gone after they log out', () => {
    const flow = member()
    expect(ids(flow)).toEqual({ items: ['lounge'], desks: ['A1', 'A2', 'A3', 'B1', 'M1'] })
    flow.send({ type: 'openItem', item: 'lounge' })
    expect(flow.screen('item').times?.slots.filter(({ state }) => state === 'taken')).toHaveLength(2)
    flow.send({ type: 'logOut' })
    expect(ids(flow)).toEqual({ items: [], desks: ['A1', 'A2', 'A3', 'B1'] })
    expect(JSON.stringify(flow.state())).not.toContain('lounge')
    flow.send({ type: 'openItem', item: 'lounge' })
    expect(flow.view().shell.notice).toEqual({ code: 'item-unknown' })
  })

  it('follows what the hub pushes, for this session only', () => {
    const flow = member()
    flow.send({ type: 'openItem', item: 'lounge' })
    flow.send({ type: 'offersChanged', session: 'other', offers: { items: [], desks: [], occupancies: [] } })
    flow.screen('item')
    flow.send({ type: 'offersChanged', session: 'token', offers: { items: [], desks: [], occupancies: [] } })
    expect(flow.screen('browse').kind).toBe('room')
    expect(flow.view().shell.notice).toEqual({ code: 'item-unknown' })
  })

  it('a time that is picked there is let go when it is taken', () => {
    const flow = member()
    flow.send({ type: 'openItem', item: 'lounge' })
    const picked = { from: now + 2 * hour, until: now + 3 * hour }
    flow.send({ type: 'pickTime', time: picked })
    const taken = { ...occupancy, booking: 'p', ...picked }
    flow.send({
      type: 'offersChanged',
      session: 'token',
      offers: { ...offers, occupancies: [occupancy, taken] },
    })
    expect(flow.screen('item')).toMatchObject({ times: { picked: null }, error: { code: 'item-taken' } })
  })
})
