import { describe, expect, it } from 'vitest'
import { type ErrorCode, failure } from '../../../../shared/contract/errors.ts'
import type { Order } from '../../../../shared/contract/person.ts'
import type { ItemRow } from '../../../../shared/contract/rows.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { byTheHour, fullTime, item, person, place, plan, today } from '../../../../test/fixtures/place.ts'
import type { Effect } from '../events.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 23, 9)
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const price = eur(1200)
const newcomer = () => person({ hasName: false, acceptedTerms: [] }, '')

const room = item('room', 'room', { bookable: byTheHour })
const talk = item('talk', 'event', {
  event: { from: now + hour, until: now + 3 * hour, where: 'Hall', places: 10, taken: 9 },
})
const coffee = item('coffee', 'shop', { price: eur(300) })
const full = item('full', 'plan', { price: eur(20_000), plan })
const post = item('post', 'feed', { price: null })
const help = item('help', 'support', { price: null })
const row = (one: ItemRow) => ({ kind: 'item', id: one.id, row: one })
const time = { from: now, until: now + hour }
const order: Order = {
  id: 'o1',
  what: 'room',
  price,
  tax: eur(192),
  state: 'due',
  at: now,
  payAt: null,
}
const billing = {
  name: 'Ada',
  street: 'Ohlauer 1',
  postalCode: '10999',
  city: 'Berlin',
  country: 'DE',
  taxId: '',
}

type Flow = ReturnType<typeof testFlow>

function opened(one: ItemRow, asksBilling = false): Flow {
  const flow = testFlow()
  flow.change([row(one), { kind: 'location', id: place.id, row: { ...place, asksBilling } }])
  flow.send({ type: 'openItem', item: one.id })
  if (one.bookable) flow.send({ type: 'pickTime', time })
  return flow
}

/** Signed in, and before the page of the item. */
function known(one: ItemRow, who = person(), asksBilling = false): Flow {
  const flow = opened(one, asksBilling)
  flow.signIn(who, 'account')
  flow.send({ type: 'openItem', item: one.id })
  if (one.bookable) flow.send({ type: 'pickTime', time })
  return flow
}

const act = (flow: Flow, said: typeof price | null = price, text = ''): Effect[] =>
  flow.send({ type: 'act', price: said, text })

const deedIn = (effects: Effect[]) => {
  const effect = effects.find((one) => one.do === 'submit')
  if (!effect) throw new Error(`nothing is being done: ${JSON.stringify(effects)}`)
  return effect.request
}

describe('the way of a request', () => {
  it('asks who it is only when something is to be done, then name and terms, then does it (R2.1, R3.1)', () => {
    const flow = opened(room)
    expect(act(flow)).toEqual([])
    expect(flow.screen('email').purpose).toBe('item')
    expect(flow.prove(newcomer())).toEqual([])
    flow.screen('terms')
    const asked = flow.send({ type: 'acceptTerms', name: 'Ada Lovelace', version: 1 })
    const effects = flow.answer(asked, ok({ person: person() }))
    expect(effects).toMatchObject([
      { do: 'submit', session: 'token.secret', request: { kind: 'reservation', id: 'id-1', ...time, price } },
    ])
    expect(flow.view().shell.waiting).toBe('booking')
    flow.submitted(effects, ok({ order, person: person() }))
    expect(flow.screen('ordered')).toMatchObject({ what: 'reservation', when: time, order, quantity: 1 })
    expect(flow.state().pending).toBeNull()
  })

  it('asks for billing details after the terms if it costs and the place asks, once (R3.3)', () => {
    const flow = opened(room, true)
    act(flow)
    flow.prove(newcomer())
    flow.answer(flow.send({ type: 'acceptTerms', name: 'Ada', version: 1 }), ok({ person: person() }))
    expect(flow.screen('billing')).toEqual({ name: 'billing', billing: null, price, error: null })
    expect(flow.send({ type: 'saveBilling', ...billing, city: ' ' })).toEqual([])
    expect(flow.screen('billing')).toMatchObject({
      billing: { street: 'Ohlauer 1' },
      error: { code: 'invalid-input', params: { field: 'city' } },
    })
    const saving = flow.send({ type: 'saveBilling', ...billing, country: 'de' })
    expect(saving).toMatchObject([{ do: 'sendCommand', command: { type: 'billing.save', payload: billing } }])
    const billed = { ...person({ hasBilling: true }), billing }
    const effects = flow.answer(saving, ok({ person: billed }))
    expect(deedIn(effects)).toMatchObject({ kind: 'reservation', id: 'id-1' })
    flow.submitted(effects, ok({ order, person: billed }))
    flow.send({ type: 'openItem', item: 'room' })
    flow.send({ type: 'pickTime', time })
    expect(deedIn(act(flow))).toMatchObject({ id: 'id-2' })
  })

  it('never asks for billing details for what is free, or where the place does not ask (R3.3)', () => {
    expect(deedIn(act(known({ ...room, price: null }, person(), true), null)).kind).toBe('reservation')
    expect(deedIn(act(known(room))).kind).toBe('reservation')
  })

  it.each([
    ['an event', talk, price, { kind: 'event', price }],
    ['the shop', coffee, eur(300), { kind: 'shop', quantity: 1 }],
    ['a plan', full, eur(20_000), { kind: 'plan', startsOn: today }],
  ])('%s goes the same way', (_what, one, said, request) => {
    const flow = opened(one)
    act(flow, said)
    flow.screen('email')
    flow.prove(newcomer())
    const asked = flow.send({ type: 'acceptTerms', name: 'Ada', version: 1 })
    const effects = flow.answer(asked, ok({ person: person() }))
    expect(deedIn(effects)).toMatchObject({ ...request, id: 'id-1' })
    flow.submitted(effects, ok({ order: null, person: person() }))
    expect(flow.screen('ordered')).toMatchObject({ item: { id: one.id }, order: null })
  })

  it('back leads to the page with everything still picked, from each of its screens', () => {
    const flow = opened(room, true)
    act(flow)
    flow.send({ type: 'back' })
    expect(flow.screen('item').times?.picked).toEqual(time)
    act(flow)
    flow.prove(newcomer())
    flow.send({ type: 'back' })
    expect(flow.screen('item').times?.picked).toEqual(time)
    flow.send({ type: 'personChanged', session: 'token', person: person() })
    act(flow)
    flow.screen('billing')
    flow.send({ type: 'back' })
    expect(flow.screen('item').times?.picked).toEqual(time)
    flow.send({ type: 'back' })
    flow.screen('browse')
  })

  it('without a time there is nothing to reserve', () => {
    const flow = known(room)
    flow.send({ type: 'pickTime', time: null })
    expect(act(flow)).toEqual([])
    expect(flow.screen('item').error).toEqual({ code: 'time-invalid' })
  })

  it('a second tap while it waits does nothing', () => {
    const flow = known(room)
    act(flow)
    expect(act(flow)).toEqual([])
  })
})

describe('prices (R1.4)', () => {
  it('a price that changed between screen and tap is asked about, never charged', () => {
    const flow = known(room)
    flow.change([row({ ...room, price: eur(1500) })])
    expect(act(flow)).toEqual([])
    expect(flow.screen('item')).toMatchObject({
      price: eur(1500),
      error: { code: 'price-changed', params: eur(1500) },
    })
    expect(deedIn(act(flow, eur(1500)))).toMatchObject({ price: eur(1500) })
  })

  it('a price that changed while they said who they are is asked about', () => {
    const flow = opened(room)
    act(flow)
    flow.change([row({ ...room, price: eur(1500) })])
    expect(flow.prove(person())).toEqual([])
    expect(flow.screen('item')).toMatchObject({
      price: eur(1500),
      times: { picked: time },
      error: { code: 'price-changed' },
    })
  })

  it('a price that changed while they read the terms is asked about', () => {
    const flow = opened(room)
    act(flow)
    flow.prove(newcomer())
    flow.change([row({ ...room, price: eur(1500) })])
    const asked = flow.send({ type: 'acceptTerms', name: 'Ada', version: 1 })
    expect(flow.answer(asked, ok({ person: person() }))).toEqual([])
    expect(flow.screen('item').error?.code).toBe('price-changed')
  })

  it('what a plan includes is shown again instead of being charged', () => {
    const flow = opened(room)
    act(flow)
    const member = person({
      subscriptions: [fullTime({ plan: { ...fullTime().plan, resources: ['room'] } })],
    })
    expect(flow.prove(member)).toEqual([])
    expect(flow.screen('item')).toMatchObject({
      price: null,
      included: true,
      times: { picked: time },
      error: null,
    })
    expect(deedIn(act(flow, null))).toMatchObject({ kind: 'reservation', price: null })
  })

  it('a plan that ends while its member stands there: the page says what it costs from now on', () => {
    const included = { ...fullTime().plan, resources: ['room'] }
    const flow = known(room, person({ subscriptions: [fullTime({ plan: included })] }))
    expect(flow.screen('item').included).toBe(true)
    flow.send({ type: 'personChanged', session: 'token', person: person() })
    expect(act(flow, null)).toEqual([])
    expect(flow.screen('item')).toMatchObject({ price, error: { code: 'price-changed', params: price } })
  })

  it('a place or a plan that one turns out to have is not ordered again', () => {
    const flow = opened(talk)
    act(flow)
    const mine = { id: 'p', event: 'talk', eventName: 'Talk', from: now + hour, until: now + 3 * hour }
    expect(flow.prove(person({ eventPlaces: [mine] }))).toEqual([])
    expect(flow.screen('item')).toMatchObject({ have: true, offered: null })

    const plans = opened(full)
    act(plans, eur(20_000))
    expect(plans.prove(person({ subscriptions: [fullTime()] }))).toEqual([])
    expect(plans.screen('item')).toMatchObject({ have: true, error: { code: 'plan-running' } })
  })
})

describe('what the hub says to it', () => {
  const refused = (flow: Flow, code: ErrorCode, params?: Record<string, number | string>) => {
    const effects = act(flow)
    flow.submitted(effects, failure(code, params))
    return deedIn(effects)
  }

  it('hub away: said, and the same tap again is the same request (I2)', () => {
    const flow = known(room)
    const first = refused(flow, 'hub-unreachable')
    expect(flow.screen('item')).toMatchObject({
      times: { picked: time },
      error: { code: 'hub-unreachable' },
    })
    const effects = act(flow)
    expect(deedIn(effects)).toEqual(first)
    flow.submitted(effects, ok({ order, person: person() }))
    flow.send({ type: 'openItem', item: 'room' })
    flow.send({ type: 'pickTime', time })
    expect(deedIn(act(flow)).id).not.toBe(first.id)
  })

  it('an answer that was lost: its own reservation does not stand in the way of asking again (I2)', () => {
    const flow = known(room)
    const { id } = refused(flow, 'hub-unreachable')
    flow.change([{ kind: 'occupancy', id, row: { item: 'room', date: today, ...time } }])
    expect(flow.screen('item').times?.picked).toEqual(time)
    expect(deedIn(act(flow)).id).toBe(id)
  })

  it('after a lost answer something else is another request, and that again is the first', () => {
    const flow = known(coffee)
    const ask = (quantity: number) => {
      flow.send({ type: 'setQuantity', quantity })
      const effects = act(flow, eur(300 * quantity))
      flow.submitted(effects, failure('hub-unreachable'))
      return deedIn(effects).id
    }
    const one = ask(1)
    expect(ask(1)).toBe(one)
    expect(ask(2)).not.toBe(one)
  })

  it('an answer that comes after they went on: nothing is done twice, and what failed is said', () => {
    const flow = known(coffee)
    const effects = act(flow, eur(300))
    flow.send({ type: 'back' })
    flow.submitted(effects, failure('sold-out', { left: 0 }))
    flow.screen('browse')
    expect(flow.view().shell.notice).toMatchObject({ code: 'sold-out' })
    flow.send({ type: 'openItem', item: 'coffee' })
    const again = act(flow, eur(300))
    flow.send({ type: 'home' })
    flow.submitted(again, ok({ order, person: { ...person(), orders: [order] } }))
    flow.screen('home')
    flow.send({ type: 'start', purpose: 'account' })
    expect(flow.screen('account').orders).toEqual([order])
  })

  it('an answer for somebody who has left changes nothing for the next one', () => {
    const flow = known(room)
    const effects = act(flow)
    flow.send({ type: 'logOut' })
    flow.submitted(effects, ok({ order, person: person() }))
    flow.screen('home')
    expect(flow.view().shell.person).toBeNull()
    expect(JSON.stringify(flow.state())).not.toMatch(/ada/i)
  })

  it('taken by somebody else in that moment: the time is let go (R1.3)', () => {
    const flow = known(room)
    refused(flow, 'item-taken')
    expect(flow.screen('item')).toMatchObject({ times: { picked: null }, error: { code: 'item-taken' } })
  })

  it('its own occupancy that comes before the answer is not said to be taken', () => {
    const flow = known(room)
    const effects = act(flow)
    flow.change([{ kind: 'occupancy', id: 'x', row: { item: 'room', date: today, ...time } }])
    expect(flow.screen('item').error).toBeNull()
    flow.submitted(effects, ok({ order: null, person: person() }))
    flow.screen('ordered')
  })

  it.each(['price-changed', 'event-full', 'sold-out', 'date-past', 'plan-running', 'event-over'] as const)(
    '%s: said on the page, with everything still picked',
    (code) => {
      const flow = known(room)
      refused(flow, code, code === 'price-changed' ? eur(1500) : undefined)
      expect(flow.screen('item')).toMatchObject({ times: { picked: time }, error: { code } })
    },
  )

  it('terms that are asked for again: accepted, and on with the same request (R3.2)', () => {
    const flow = known(room)
    const { id } = refused(flow, 'terms-needed')
    expect(flow.screen('terms')).toMatchObject({ fullName: 'Ada Lovelace', error: { code: 'terms-needed' } })
    const asked = flow.send({ type: 'acceptTerms', name: 'Ada Lovelace', version: 1 })
    expect(deedIn(flow.answer(asked, ok({ person: person() }))).id).toBe(id)
  })

  it('billing details that are missing after all: given, and on with the same request (R3.3)', () => {
    const flow = known(room)
    const { id } = refused(flow, 'billing-needed')
    expect(flow.screen('billing')).toMatchObject({ price, error: { code: 'billing-needed' } })
    const saving = flow.send({ type: 'saveBilling', ...billing })
    expect(deedIn(flow.answer(saving, ok({ person: person({ hasBilling: true }) }))).id).toBe(id)
  })

  it('a session that was ended under their hands: who is it again, and on with the same request', () => {
    const flow = known(room)
    const { id } = refused(flow, 'session-invalid')
    expect(flow.screen('email')).toMatchObject({
      email: 'ada@example.com',
      purpose: 'item',
      error: { code: 'session-invalid' },
    })
    expect(flow.view().shell.person).toBeNull()
    expect(deedIn(flow.prove(person())).id).toBe(id)
  })

  it('a session that ends while they give billing details or accept the terms: the request stays', () => {
    const flow = known(room, person(), true)
    act(flow)
    flow.answer(flow.send({ type: 'saveBilling', ...billing }), failure('session-invalid'))
    flow.screen('email')
    flow.prove(person({ hasBilling: true }))
    expect(flow.state().pending).toMatchObject({ kind: 'reservation', ...time })
  })

  it('an item that only members see, and a session that ended: on before their offers are here', () => {
    const lounge = { ...room, id: 'lounge', visibility: 'location-members' as const }
    const flow = testFlow()
    flow.signIn(person(), 'account')
    flow.send({
      type: 'offersChanged',
      session: 'token',
      offers: { items: [lounge], desks: [], occupancies: [] },
    })
    flow.send({ type: 'openItem', item: 'lounge' })
    flow.send({ type: 'pickTime', time })
    const { id } = refused(flow, 'session-invalid')
    const effects = flow.prove(person())
    expect(deedIn(effects).id).toBe(id)
    flow.submitted(effects, failure('item-taken'))
    flow.send({ type: 'contextChanged' })
    expect(flow.screen('item').item.id).toBe('lounge')
  })

  it('an item that is gone: back to the list', () => {
    const flow = known(room)
    refused(flow, 'item-unknown')
    expect(flow.screen('browse').kind).toBe('room')
    expect(flow.view().shell.notice).toEqual({ code: 'item-unknown' })
  })
})

describe('questions and comments', () => {
  it('ask neither for name nor terms nor billing, and what was typed survives the login (R3.1)', () => {
    const flow = opened(help, true)
    act(flow, null, ' Where is the printer? ')
    flow.screen('email')
    flow.send({ type: 'back' })
    expect(flow.screen('item').text).toBe('Where is the printer?')
    act(flow, null, 'Where is the printer?')
    const effects = flow.prove(newcomer())
    expect(deedIn(effects)).toMatchObject({ kind: 'question', text: 'Where is the printer?' })
    flow.submitted(effects, ok({ order: null, person: newcomer() }))
    expect(flow.screen('item')).toMatchObject({ sent: true, text: '', error: null })
  })

  it('an answer that was lost: the text stays, and the same text again is the same question (I2)', () => {
    const flow = known(help)
    const first = act(flow, null, 'Hello')
    flow.submitted(first, failure('hub-unreachable'))
    expect(flow.screen('item')).toMatchObject({
      text: 'Hello',
      sent: false,
      error: { code: 'hub-unreachable' },
    })
    expect(deedIn(act(flow, null, 'Hello')).id).toBe(deedIn(first).id)
  })

  it('nothing typed, or far too much, is not sent', () => {
    const flow = known(help)
    expect(act(flow, null, '  ')).toEqual([])
    expect(flow.screen('item').error).toEqual({ code: 'text-needed' })
    expect(act(flow, null, 'x'.repeat(1001))).toEqual([])
    expect(flow.screen('item').error).toMatchObject({ code: 'invalid-input', params: { field: 'text' } })
  })

  it('one’s own comment is listed after it was added', () => {
    const flow = known(post)
    const effects = act(flow, null, 'Nice')
    expect(deedIn(effects).kind).toBe('comment')
    const after = flow.submitted(effects, ok({ order: null, person: null }))
    expect(after).toMatchObject([{ do: 'listComments', item: 'post', session: 'token.secret' }])
    expect(flow.screen('item').sent).toBe(true)
  })
})

describe('a desk for a single day', () => {
  it('asks for billing details where the place does (R3.3)', () => {
    const flow = testFlow()
    flow.change([{ kind: 'location', id: place.id, row: { ...place, asksBilling: true } }])
    flow.signIn(person({ passes: [] }))
    flow.send({ type: 'pickDesk', desk: 'desk-A1' })
    expect(flow.send({ type: 'book', pay: 'single', price: place.singleDay })).toEqual([])
    expect(flow.screen('billing').price).toEqual(place.singleDay)
    flow.send({ type: 'back' })
    expect(flow.screen('desks').selected).toBe('desk-A1')
    flow.send({ type: 'book', pay: 'single', price: place.singleDay })
    const saving = flow.send({ type: 'saveBilling', ...billing })
    const effects = flow.answer(saving, ok({ person: person({ passes: [], hasBilling: true }) }))
    expect(effects).toMatchObject([{ do: 'book', request: { desk: 'desk-A1', pay: 'single' } }])
  })

  it('does not ask for what a pass pays', () => {
    const flow = testFlow()
    flow.change([{ kind: 'location', id: place.id, row: { ...place, asksBilling: true } }])
    flow.signIn(person())
    flow.send({ type: 'pickDesk', desk: 'desk-A1' })
    expect(flow.send({ type: 'book', pay: 'pass', price: null })).toMatchObject([{ do: 'book' }])
  })

  it('billing-needed from the hub: given, and on with the same desk', () => {
    const flow = testFlow()
    flow.signIn(person({ passes: [] }))
    flow.send({ type: 'pickDesk', desk: 'desk-A1' })
    flow.send({ type: 'book', pay: 'single', price: place.singleDay })
    const request = flow.deskRequest()
    flow.send({
      type: 'booked',
      booking: 'b',
      session: 'token.secret',
      request,
      result: failure('billing-needed'),
    })
    flow.screen('billing')
    const saving = flow.send({ type: 'saveBilling', ...billing })
    const effects = flow.answer(saving, ok({ person: person({ passes: [], hasBilling: true }) }))
    expect(effects).toMatchObject([{ do: 'book', request: { desk: 'desk-A1' } }])
  })
})
