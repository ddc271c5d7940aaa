import { describe, expect, it } from 'vitest'
import { failure } from '../../../../shared/contract/errors.ts'
import type { DeskBookingOutcome } from '../../../../shared/domain/booking.ts'
import type { BookingFacts } from '../../../../shared/domain/facts.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { desk, fullTime, person, personFacts, place, today } from '../../../../test/fixtures/place.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 23, 9)
const price = place.singleDay
const booking: BookingFacts = {
  id: 'b1',
  item: 'desk-A1',
  date: today,
  from: now,
  until: now + 8 * hour,
  cancelled: false,
}
const outcome = {
  kind: 'booked' as const,
  booking,
  deskLabel: 'A1',
  pass: 'jws',
  insteadOf: null,
  person: null,
}
const decidedHere: DeskBookingOutcome = {
  kind: 'booked',
  booking,
  desk: desk('A1'),
  insteadOf: null,
  cancels: null,
  spends: 'p1',
  charges: null,
}

describe('checking in', () => {
  it('a day-pass member picks a desk; passes left and price stand on the buttons (R1.4, R5.1)', () => {
    const flow = testFlow()
    flow.signIn(person())
    expect(flow.screen('desks')).toMatchObject({
      pay: { pass: { left: 3 }, single: price, included: false },
      days: [today],
      moving: false,
    })
  })

  it('without passes there is the single day, never a dead end (R5.2)', () => {
    const flow = testFlow()
    flow.signIn(person({ passes: [] }))
    expect(flow.screen('desks').pay).toEqual({ pass: null, single: price, included: false })
  })

  it('a continuous member is told that they need no check-in, and why (R5.3)', () => {
    const flow = testFlow()
    flow.signIn(person({ subscriptions: [fullTime()] }))
    expect(flow.screen('welcome')).toMatchObject({
      firstName: 'Ada',
      why: { kind: 'subscription', label: 'Full-time' },
      until: null,
      doors: [{ id: 'front', progress: 'idle' }],
    })
  })

  it('a plan that starts later is named (R4.3)', () => {
    const flow = testFlow()
    flow.signIn(person({ subscriptions: [fullTime({ startsOn: '2026-12-01' })] }))
    expect(flow.screen('desks').startsLater).toEqual({ plan: 'Full-time', on: '2026-12-01' })
  })

  it('checking in again is a welcome back: same desk, nothing spent, the pass again (R5.4)', () => {
    const flow = testFlow()
    const effects = flow.signIn(person({ bookings: [booking] }))
    expect(effects).toMatchObject([{ do: 'book', request: { desk: 'desk-A1', date: today, price: null } }])
    const request = flow.deskRequest()
    const already = { outcome: { ...outcome, kind: 'already' as const }, provisional: null }
    flow.send({ type: 'booked', booking: 'new', session: 'token.secret', request, result: ok(already) })
    expect(flow.screen('done')).toMatchObject({
      welcomeBack: true,
      paid: { kind: 'none' },
      pass: 'jws',
      today: true,
    })
  })
})

describe('booking without a login', () => {
  function picked(pay: 'pass' | 'single') {
    const flow = testFlow()
    flow.send({ type: 'start', purpose: 'book' })
    expect(flow.screen('desks').pay).toEqual({ pass: { left: null }, single: price, included: false })
    flow.send({ type: 'pickDesk', desk: 'desk-A2' })
    flow.send({ type: 'book', pay, price: pay === 'single' ? price : null })
    flow.screen('email')
    return flow
  }

  it('shows desks for two weeks before asking who it is (R2.1)', () => {
    const flow = testFlow()
    flow.send({ type: 'start', purpose: 'book' })
    expect(flow.screen('desks').days).toHaveLength(14)
    flow.send({ type: 'pickDate', date: '2026-12-06' })
    expect(flow.view().catalogue.date).toBe('2026-12-06')
    flow.send({ type: 'pickDate', date: '2027-02-01' })
    expect(flow.view().catalogue.date).toBe('2026-12-06')
  })

  it('goes on with what was picked once they are known', () => {
    const flow = picked('pass')
    expect(flow.prove(person())).toMatchObject([{ do: 'book', request: { desk: 'desk-A2', pay: 'pass' } }])
    expect(flow.view().shell.waiting).toBe('booking')
  })

  it('never charges what a pass could pay without asking (R1.4)', () => {
    const flow = picked('single')
    expect(flow.prove(person())).toEqual([])
    expect(flow.screen('desks')).toMatchObject({
      selected: 'desk-A2',
      pay: { pass: { left: 3 }, single: price },
    })
  })

  it('no pass left: says so and offers the single day (R5.2)', () => {
    const flow = picked('pass')
    expect(flow.prove(person({ passes: [] }))).toEqual([])
    expect(flow.screen('desks')).toMatchObject({
      selected: 'desk-A2',
      error: { code: 'no-pass-left' },
      pay: { pass: null, single: price },
    })
  })

  it('a day that is included is shown as such, and not charged', () => {
    const flow = picked('single')
    flow.prove(person({ subscriptions: [fullTime()] }))
    expect(flow.screen('desks')).toMatchObject({
      selected: 'desk-A2',
      pay: { included: true, pass: null, single: null },
    })
  })

  it('a price that changed on the way is asked about again (R1.4)', () => {
    const flow = picked('single')
    flow.change([
      { kind: 'location', id: 'loc', row: { ...place, singleDay: { amount: 3000, currency: 'EUR' } } },
    ])
    flow.prove(person({ passes: [] }))
    expect(flow.screen('desks')).toMatchObject({
      error: { code: 'price-changed', params: { amount: 3000, currency: 'EUR' } },
      pay: { single: { amount: 3000 } },
    })
  })

  it('back from the email leads to the desks with the desk still picked', () => {
    const flow = picked('pass')
    flow.send({ type: 'back' })
    expect(flow.screen('desks').selected).toBe('desk-A2')
  })

  it('asks for name and terms before the obligation, once (R3.1)', () => {
    const flow = picked('pass')
    flow.prove(person({ hasName: false, acceptedTerms: [] }, ''))
    expect(flow.screen('terms')).toMatchObject({ fullName: '', version: 1, error: null })
    expect(flow.send({ type: 'acceptTerms', name: '  ', version: 1 })).toEqual([])
    expect(flow.screen('terms').error).toEqual({ code: 'name-needed' })
    const effects = flow.send({ type: 'acceptTerms', name: ' Ada Lovelace ', version: 1 })
    expect(effects).toMatchObject([
      { do: 'sendCommand', session: 'token.secret', command: { type: 'terms.accept' } },
    ])
    expect(effects[0]).toMatchObject({ command: { payload: { name: 'Ada Lovelace', version: 1 } } })
    const after = flow.answer(effects, ok({ person: person() }))
    expect(after).toMatchObject([{ do: 'book', request: { desk: 'desk-A2' } }])
  })
})

describe('desks', () => {
  function choosing(over: Parameters<typeof personFacts>[0] = {}) {
    const flow = testFlow()
    flow.signIn(person(over))
    flow.send({ type: 'pickDesk', desk: 'desk-A1' })
    return flow
  }

  const taken = {
    kind: 'occupancy',
    id: 'other',
    row: { item: 'desk-A1', date: today, from: now - hour, until: now + hour },
  }

  it('a desk that goes to somebody else is let go and named (R1.3)', () => {
    const flow = choosing()
    flow.change([taken])
    expect(flow.screen('desks')).toMatchObject({
      selected: null,
      error: { code: 'desk-taken', params: { desk: 'A1' } },
    })
    expect(flow.view().catalogue.desks.map(({ state }) => state)).toEqual([
      'taken',
      'free',
      'free',
      'assigned',
    ])
    expect(flow.view().catalogue.freeToday).toBe(2)
  })

  it('a desk that goes while the answer is on its way: the answer decides', () => {
    const flow = choosing()
    flow.send({ type: 'book', pay: 'pass', price: null })
    flow.change([taken])
    expect(flow.screen('desks').error).toBeNull()
  })

  const answer = (
    flow: ReturnType<typeof testFlow>,
    result: Parameters<typeof flow.send>[0] & { type: 'booked' },
  ) => flow.send(result)
  const booked = (flow: ReturnType<typeof testFlow>, over: object, result = {}) => {
    const request = flow.deskRequest()
    return answer(flow, {
      type: 'booked',
      booking: 'b1',
      session: 'token.secret',
      request,
      result: ok({ outcome: { ...outcome, ...over }, provisional: null, ...result }),
    })
  }

  it('a refusal is said on the desks: taken ones are let go, price questions keep the desk', () => {
    const flow = choosing()
    flow.send({ type: 'book', pay: 'pass', price: null })
    const request = flow.deskRequest()
    const refuse = (code: 'desk-taken' | 'no-pass-left' | 'day-over') =>
      flow.send({ type: 'booked', booking: 'b', session: 'token.secret', request, result: failure(code) })
    refuse('desk-taken')
    expect(flow.screen('desks')).toMatchObject({
      selected: null,
      error: { code: 'desk-taken', params: { desk: 'A1' } },
    })
    refuse('no-pass-left')
    expect(flow.screen('desks')).toMatchObject({ selected: 'desk-A1', error: { code: 'no-pass-left' } })
    refuse('day-over')
    expect(flow.screen('desks').error).toEqual({ code: 'day-over' })
  })

  it('a session that the hub ended: who is it again, and the request stays', () => {
    const flow = choosing()
    flow.send({ type: 'book', pay: 'pass', price: null })
    const request = flow.deskRequest()
    flow.send({
      type: 'booked',
      booking: 'b',
      session: 'token.secret',
      request,
      result: failure('session-invalid'),
    })
    expect(flow.screen('email')).toMatchObject({
      email: 'ada@example.com',
      error: { code: 'session-invalid' },
    })
    expect(flow.prove(person())).toMatchObject([{ do: 'book', request: { desk: 'desk-A1' } }])
  })

  it('what is due is told with its price (R5.2)', () => {
    const flow = choosing({ passes: [] })
    flow.send({ type: 'book', pay: 'single', price })
    booked(flow, {})
    expect(flow.screen('done').paid).toEqual({ kind: 'due', price })
  })

  it("the hub's answer replaces what was decided here: pass, desk, no second spinner (R9.1, R9.4)", () => {
    const flow = choosing()
    flow.send({ type: 'book', pay: 'pass', price: null })
    const request = flow.deskRequest()
    booked(flow, { pass: '' }, { provisional: decidedHere })
    expect(flow.screen('done')).toMatchObject({ provisional: true, paid: { kind: 'pass' } })
    const other = { ...booking, item: 'desk-A3' }
    answer(flow, {
      type: 'booked',
      booking: 'b1',
      session: 'token.secret',
      request,
      result: ok({
        outcome: { ...outcome, booking: other, deskLabel: 'A3', insteadOf: 'A1' },
        provisional: null,
      }),
    })
    expect(flow.screen('done')).toMatchObject({
      provisional: false,
      deskLabel: 'A3',
      insteadOf: 'A1',
      pass: 'jws',
      paid: { kind: 'pass' },
    })
  })

  it('a promise that cannot be kept is said wherever the person is by then', () => {
    const flow = choosing()
    flow.send({ type: 'book', pay: 'pass', price: null })
    const request = flow.deskRequest()
    booked(flow, { pass: '' }, { provisional: decidedHere })
    flow.send({ type: 'home' })
    flow.send({
      type: 'booked',
      booking: 'b1',
      session: 'token.secret',
      request,
      result: failure('desk-taken'),
    })
    expect(flow.view().shell.notice).toEqual({ code: 'desk-taken' })
  })

  it('an answer for somebody who has left changes nothing for the next one', () => {
    const flow = choosing()
    flow.send({ type: 'book', pay: 'pass', price: null })
    const request = flow.deskRequest()
    flow.send({ type: 'logOut' })
    const result = ok({ outcome, provisional: null })
    flow.send({ type: 'booked', booking: 'b1', session: 'token.secret', request, result })
    flow.screen('home')
    expect(flow.view().shell.person).toBeNull()
  })

  it('changing the desk costs nothing, and back keeps the old one (R5.1)', () => {
    const flow = choosing({ bookings: [booking], dayUses: [{ date: today, pass: 'p0', order: null }] })
    const request = flow.deskRequest()
    expect(request).toMatchObject({ desk: 'desk-A1' })
    booked(flow, { kind: 'already' })
    flow.send({ type: 'changeDesk' })
    expect(flow.screen('desks')).toMatchObject({ moving: true, pay: { included: true } })
    expect(flow.view().catalogue.desks[0]?.state).toBe('yours')
    expect(flow.send({ type: 'back' })).toMatchObject([{ do: 'book', request: { desk: 'desk-A1' } }])
  })
})
