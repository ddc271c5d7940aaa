import { describe, expect, it } from 'vitest'
import { failure } from '../../../../shared/contract/errors.ts'
import type { Order, Person } from '../../../../shared/contract/person.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { fullTime, item, person } from '../../../../test/fixtures/place.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 23, 9)
const reservation = {
  id: 'r1',
  item: 'room',
  itemName: 'Room',
  from: now + hour,
  until: now + 2 * hour,
  covered: 0,
}
const running = { ...reservation, id: 'r0', from: now - hour, until: now + hour }
const place = { id: 'p1', event: 'talk', eventName: 'Talk', from: now + hour, until: now + 2 * hour }
const due: Order = {
  id: 'o1',
  what: 'Room',
  price: { amount: 1200, currency: 'EUR' },
  tax: { amount: 192, currency: 'EUR' },
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

const withOrders = (order: Order): Person => ({ ...person(), orders: [order] })
const withProfile = (over: Partial<Person['profile']>): Person => {
  const someone = person()
  return { ...someone, profile: { ...someone.profile, ...over } }
}

function signedIn(who: Person = person()) {
  const flow = testFlow()
  flow.signIn(who, 'account')
  return flow
}

describe('the account page', () => {
  it('shows everything that somebody has here', () => {
    const facts = { subscriptions: [fullTime()], reservations: [reservation, running], eventPlaces: [place] }
    const requests = [{ id: 'q', about: 'Support', text: 'Hello', at: now, answer: null }]
    const flow = signedIn({ ...person(facts), orders: [due], requests, billing })
    expect(flow.screen('account')).toMatchObject({
      plans: [{ id: 's1', name: 'Full-time', renewsOn: null }],
      reservations: [
        { id: 'r0', mayCancel: false },
        { id: 'r1', name: 'Room', mayCancel: true },
      ],
      eventPlaces: [{ id: 'p1', name: 'Talk', mayCancel: true }],
      orders: [due],
      requests,
      billing,
      paying: null,
    })
  })

  it('a reservation and a place are given back before they begin, not later', () => {
    const flow = signedIn(person({ reservations: [reservation, running], eventPlaces: [place] }))
    const cancelling = flow.send({ type: 'cancelReservation', reservation: 'r1' })
    expect(cancelling).toMatchObject([
      { do: 'sendCommand', command: { type: 'item.cancel', payload: { reservation: 'r1' } } },
    ])
    flow.answer(cancelling, ok({ person: person({ eventPlaces: [place] }) }))
    expect(flow.screen('account').reservations).toEqual([])
    expect(flow.view().shell.notice).toEqual({ code: 'cancelled' })
    const leaving = flow.send({ type: 'leaveEvent', place: 'p1' })
    expect(leaving).toMatchObject([{ command: { type: 'event.leave', payload: { place: 'p1' } } }])
    flow.answer(leaving, failure('undo-too-late'))
    expect(flow.screen('account').error).toEqual({ code: 'undo-too-late' })
  })

  it('what has begun, and what is not theirs, is not even asked for', () => {
    const flow = signedIn(person({ reservations: [running], eventPlaces: [{ ...place, from: now }] }))
    expect(flow.send({ type: 'cancelReservation', reservation: 'r0' })).toEqual([])
    expect(flow.screen('account').error).toEqual({ code: 'undo-too-late' })
    expect(flow.send({ type: 'leaveEvent', place: 'p1' })).toEqual([])
    expect(flow.send({ type: 'cancelReservation', reservation: 'other' })).toEqual([])
    expect(flow.screen('account').error).toEqual({ code: 'booking-unknown' })
  })

  it('a plan ends with the period that is paid for, and that is said', () => {
    const flow = signedIn(person({ subscriptions: [fullTime()] }))
    const ending = flow.send({ type: 'endPlan', subscription: 's1' })
    expect(ending).toMatchObject([{ command: { type: 'plan.end', payload: { subscription: 's1' } } }])
    flow.answer(ending, ok({ person: person({ subscriptions: [fullTime({ endsOn: '2026-11-30' })] }) }))
    expect(flow.screen('account').plans).toMatchObject([{ endsOn: '2026-11-30' }])
    expect(flow.view().shell.notice).toEqual({
      code: 'plan-ends',
      params: { plan: 'Full-time', on: '2026-11-30' },
    })
  })

  it('billing details are changed from there, and back to it (R3.3)', () => {
    const flow = signedIn({ ...person({ hasBilling: true }), billing })
    flow.send({ type: 'editBilling' })
    expect(flow.screen('billing')).toEqual({ name: 'billing', billing, price: null, error: null })
    const moved = { ...billing, city: 'Hamburg' }
    const saving = flow.send({ type: 'saveBilling', ...moved })
    flow.answer(saving, failure('hub-unreachable'))
    expect(flow.screen('billing')).toMatchObject({ billing: moved, error: { code: 'hub-unreachable' } })
    const again = flow.send({ type: 'saveBilling', ...moved })
    flow.answer(again, ok({ person: { ...person({ hasBilling: true }), billing: moved } }))
    expect(flow.screen('account').billing).toEqual(moved)
    expect(flow.view().shell.notice).toEqual({ code: 'billing-saved' })
    flow.send({ type: 'editBilling' })
    flow.send({ type: 'back' })
    flow.screen('account')
  })

  it('a session that was ended under their hands: who is it again, and back to the account', () => {
    const flow = signedIn(person({ reservations: [reservation] }))
    flow.answer(flow.send({ type: 'cancelReservation', reservation: 'r1' }), failure('session-invalid'))
    expect(flow.screen('email').error).toEqual({ code: 'session-invalid' })
    flow.prove(person())
    flow.screen('account')
  })
})

describe('paying what is due (R3.5)', () => {
  const url = 'https://pay.example/o1'
  const started = (
    flow: ReturnType<typeof testFlow>,
    result = ok({ url, person: withOrders({ ...due, payAt: url }) }),
  ) =>
    flow.send({
      type: 'payStarted',
      step: flow.state().step,
      session: 'token.secret',
      order: 'o1',
      result,
    })

  it('from the account: the page as a QR, until it was paid', () => {
    const flow = signedIn(withOrders(due))
    expect(flow.send({ type: 'payOnline', order: 'o1' })).toMatchObject([{ do: 'pay', order: 'o1' }])
    started(flow)
    expect(flow.screen('account').paying).toBe(url)
    flow.send({ type: 'personChanged', session: 'token', person: withOrders({ ...due, state: 'paid' }) })
    expect(flow.screen('account')).toMatchObject({ paying: null, orders: [{ state: 'paid' }] })
  })

  function ordered() {
    const flow = testFlow()
    const coffee = item('coffee', 'shop')
    flow.change([{ kind: 'item', id: 'coffee', row: coffee }])
    flow.signIn(person(), 'account')
    flow.send({ type: 'openItem', item: 'coffee' })
    const effects = flow.send({ type: 'act', price: coffee.price, text: '' })
    flow.submitted(effects, ok({ order: due, person: withOrders(due) }))
    return flow
  }

  it('from what was just ordered: its state follows what the hub says', () => {
    const flow = ordered()
    flow.send({ type: 'payOnline', order: 'o1' })
    expect(flow.screen('ordered').paying).toBe(true)
    started(flow)
    expect(flow.screen('ordered')).toMatchObject({ paying: false, order: { payAt: url, state: 'due' } })
    flow.send({ type: 'personChanged', session: 'token', person: withOrders({ ...due, state: 'paid' }) })
    expect(flow.screen('ordered').order?.state).toBe('paid')
  })

  it('not possible just now: said, and it can be paid at reception', () => {
    const flow = ordered()
    flow.send({ type: 'payOnline', order: 'o1' })
    const { step } = flow.state()
    flow.send({
      type: 'payStarted',
      step,
      session: 'token.secret',
      order: 'o1',
      result: failure('payment-unavailable'),
    })
    expect(flow.screen('ordered')).toMatchObject({ paying: false, error: { code: 'payment-unavailable' } })
    expect(flow.send({ type: 'payOnline', order: 'another' })).toEqual([])
  })
})

describe('a photo (R3.4, R10.3)', () => {
  it('is taken, sent, and shown once it is here', () => {
    const flow = signedIn()
    flow.send({ type: 'addPhoto' })
    flow.screen('photo')
    const sending = flow.send({ type: 'usePhoto', image: 'abcd' })
    expect(sending).toMatchObject([{ command: { type: 'photo.put', payload: { image: 'abcd' } } }])
    expect(flow.view().shell.waiting).toBe('photo')
    flow.answer(sending, ok({ person: withProfile({ photo: 'h1' }) }))
    flow.screen('account')
    expect(flow.view().shell).toMatchObject({ person: { photo: null }, notice: { code: 'profile-saved' } })
    flow.send({ type: 'photoCame', session: 'token.secret', hash: 'h1', image: 'data:image/webp;base64,xy' })
    expect(flow.view().shell.person?.photo).toBe('data:image/webp;base64,xy')
    // Changed on the phone: the old one is not shown for the new one.
    flow.send({ type: 'personChanged', session: 'token', person: withProfile({ photo: 'h2' }) })
    expect(flow.view().shell.person?.photo).toBeNull()
  })

  it('that the hub does not take is said, and another can be taken', () => {
    const flow = signedIn()
    flow.send({ type: 'addPhoto' })
    flow.answer(flow.send({ type: 'usePhoto', image: 'abcd' }), failure('photo-invalid'))
    expect(flow.screen('photo').error).toEqual({ code: 'photo-invalid' })
    expect(flow.send({ type: 'usePhoto', image: '' })).toEqual([])
    flow.send({ type: 'back' })
    flow.screen('account')
  })

  it('is removed', () => {
    const flow = signedIn(withProfile({ photo: 'h1' }))
    const removing = flow.send({ type: 'removePhoto' })
    expect(removing).toMatchObject([{ command: { type: 'photo.remove' } }])
    flow.answer(removing, ok({ person: person() }))
    expect(flow.screen('account').profile.photo).toBeNull()
  })

  it('of the person before is not shown to the next', () => {
    const flow = signedIn(withProfile({ photo: 'h1' }))
    flow.send({ type: 'logOut' })
    flow.send({ type: 'photoCame', session: 'token.secret', hash: 'h1', image: 'data:late' })
    expect(JSON.stringify(flow.state())).not.toContain('data:late')
  })
})

describe('"Complete your profile" (R3.4, R4.4)', () => {
  const banner = (who: Person) => {
    const flow = signedIn(who)
    flow.send({ type: 'home' })
    return flow.view().shell.banner
  }
  const stranger = () => person({ acceptedTerms: [], hasName: false, passes: [] }, '')

  it('stands on the main page after the first interaction, and nowhere else', () => {
    const flow = signedIn()
    expect(flow.view().shell.banner).toBe(false)
    flow.send({ type: 'home' })
    expect(flow.view().shell.banner).toBe(true)
    flow.send({ type: 'logOut' })
    expect(flow.view().shell.banner).toBe(false)
  })

  it('does not stand there before', () => {
    expect(banner(stranger())).toBe(false)
    const member = { location: 'loc', role: 'member' as const }
    expect(banner(person({ acceptedTerms: [], memberships: [member] }))).toBe(true)
  })

  it('a comment is an interaction too', () => {
    const flow = testFlow()
    flow.change([{ kind: 'item', id: 'post', row: item('post', 'feed') }])
    flow.send({ type: 'openItem', item: 'post' })
    flow.send({ type: 'act', price: null, text: 'Nice' })
    flow.submitted(flow.prove(stranger()), ok({ order: null, person: null }))
    flow.send({ type: 'home' })
    expect(flow.view().shell.banner).toBe(true)
  })

  it('goes when photo, bio and phone are there, or when it is dismissed for good', () => {
    expect(banner(withProfile({ photo: 'h', bio: 'b', phone: '+4930' }))).toBe(false)
    expect(banner(withProfile({ photo: 'h', bio: 'b' }))).toBe(true)
    const flow = signedIn()
    flow.send({ type: 'home' })
    const dismissing = flow.send({ type: 'dismissBanner' })
    expect(dismissing).toMatchObject([{ command: { type: 'profile.dismissBanner' } }])
    flow.answer(dismissing, ok({ person: withProfile({ bannerDismissed: true }) }))
    expect(flow.view().shell.banner).toBe(false)
  })

  it('cannot be dismissed with the hub away: said, and it stays', () => {
    const flow = signedIn()
    flow.send({ type: 'home' })
    flow.answer(flow.send({ type: 'dismissBanner' }), failure('hub-unreachable'))
    expect(flow.view().shell).toMatchObject({ banner: true, notice: { code: 'hub-unreachable' } })
  })
})

describe('a plan that ends while its member stands there (R6.2)', () => {
  it('welcomes them no longer: they are as anybody who arrives, and are told why', () => {
    const flow = testFlow()
    flow.signIn(person({ subscriptions: [fullTime()] }))
    flow.screen('welcome')
    flow.send({
      type: 'personChanged',
      session: 'token',
      person: person({ subscriptions: [fullTime({ endsOn: '2026-11-22' })] }),
    })
    flow.screen('desks')
    expect(flow.view().shell.notice).toEqual({ code: 'grant-over' })
  })

  it('at midnight of its last day', () => {
    const flow = testFlow()
    flow.signIn(person({ subscriptions: [fullTime({ endsOn: '2026-11-23' })] }))
    flow.send({ type: 'contextChanged' })
    flow.screen('welcome')
    flow.context.now = Date.UTC(2026, 10, 23, 23, 1)
    flow.send({ type: 'contextChanged' })
    flow.screen('desks')
  })
})
