import { expect, it } from 'vitest'
import { arrivalOf } from './arrival.ts'
import { aPerson, aPlace, aSubscription, hour, utc, weekdays } from './facts.fixture.ts'
import type { BookingFacts } from './facts.ts'

const place = aPlace()
const today = '2026-11-23'
const opening = utc('2026-11-23T07:00')
const closing = utc('2026-11-23T19:00')
const now = opening + hour
const booking: BookingFacts = {
  id: 'b1',
  item: 'a1',
  date: today,
  from: opening,
  until: closing,
  cancelled: false,
}
const own = { id: 'x1', item: 'd9', itemName: 'Desk 9', startsOn: '2026-11-10', endsOn: '2026-11-30' }
const passPlan = {
  id: 'p',
  name: 'Ten days',
  kind: 'passes',
  hours: null,
  minutes: 0,
  resources: [] as string[],
} as const

it('greets a full-time member and says why (R5.3)', () => {
  const arrival = arrivalOf(aPerson({ subscriptions: [aSubscription()], bookings: [booking] }), place, now)
  expect(arrival).toMatchObject({ kind: 'continuous', grant: { cause: { label: 'Full time' } } })
})

it('greets whoever has a desk of their own (R5.3)', () => {
  expect(arrivalOf(aPerson({ assignments: [own] }), place, now)).toMatchObject({
    kind: 'continuous',
    grant: { cause: { kind: 'assignment', label: 'Desk 9' } },
  })
})

it('greets by the grant that is active now rather than one of later today', () => {
  const later = aSubscription({ id: 's0' }, weekdays('12:00', '18:00'))
  const person = aPerson({ subscriptions: [later], assignments: [own] })
  expect(arrivalOf(person, place, now)).toMatchObject({ grant: { id: 'assignment:x1' } })
})

it('greets a member whose hours begin later today, not one whose hours are over (R6.2)', () => {
  const person = aPerson({
    subscriptions: [aSubscription({}, weekdays('10:00', '12:00'))],
    bookings: [booking],
  })
  expect(arrivalOf(person, place, now).kind).toBe('continuous')
  expect(arrivalOf(person, place, utc('2026-11-23T11:00'))).toEqual({ kind: 'booked', booking })
})

it('does not greet by a grant that staff took away (R8.2)', () => {
  const revocations = [{ grant: 'assignment:x1', at: opening }]
  expect(arrivalOf(aPerson({ assignments: [own], revocations }), place, now).kind).toBe('choose')
})

it('welcomes back to the desk of today, while it is booked (R5.4)', () => {
  const person = aPerson({ bookings: [booking] })
  expect(arrivalOf(person, place, now)).toEqual({ kind: 'booked', booking })
  expect(arrivalOf(person, place, opening - hour)).toEqual({ kind: 'booked', booking })
  expect(arrivalOf(person, place, closing).kind).toBe('choose')
  expect(arrivalOf(person, place, utc('2026-11-22T12:00')).kind).toBe('choose')
})

it('offers the passes that are valid today (R5.1, R1.4)', () => {
  const pass = { validFrom: '2026-11-01', expiresOn: '2026-11-30', usedOn: null }
  const passes = [
    { ...pass, id: 'p1' },
    { ...pass, id: 'p2' },
    { ...pass, id: 'p3', usedOn: '2026-11-20' },
    { ...pass, id: 'p4', validFrom: '2026-11-24' },
  ]
  expect(arrivalOf(aPerson({ passes }), place, now)).toEqual({
    kind: 'choose',
    passesLeft: 2,
    dayPaid: false,
    startsLater: null,
  })
})

it('knows that today is paid for already (R5.1)', () => {
  const dayUses = [{ date: today, pass: 'p1', order: null }]
  expect(arrivalOf(aPerson({ dayUses }), place, now)).toMatchObject({ kind: 'choose', dayPaid: true })
  expect(arrivalOf(aPerson({ dayUses }), place, now + 24 * hour)).toMatchObject({ dayPaid: false })
})

it('names the plan that starts next (R4.3)', () => {
  const subscriptions = [
    aSubscription({ id: 's3', startsOn: '2026-12-15' }),
    aSubscription({ id: 's2', startsOn: '2026-12-01', plan: passPlan }),
    aSubscription({ id: 's1', startsOn: '2026-11-25', endsOn: '2026-11-24' }),
    aSubscription({ id: 's0', startsOn: today, plan: passPlan }),
  ]
  expect(arrivalOf(aPerson({ subscriptions }), place, now)).toMatchObject({
    kind: 'choose',
    startsLater: { id: 's2' },
  })
})

it("turns a plan on at the location's own midnight (R4.3, R5.7)", () => {
  const person = aPerson({ subscriptions: [aSubscription({ startsOn: '2026-11-24' })] })
  const midnight = utc('2026-11-23T23:00')
  expect(arrivalOf(person, place, midnight - 1)).toMatchObject({ kind: 'choose', startsLater: { id: 's1' } })
  expect(arrivalOf(person, place, midnight).kind).toBe('continuous')
})
