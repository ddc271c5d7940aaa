import { expect, it } from 'vitest'
import { decideDeskBooking } from './booking.ts'
import { aDesk, aPerson, aPlace, aSubscription, everyDay, hour, utc } from './facts.fixture.ts'
import type { PersonFacts } from './facts.ts'
import { deriveGrants } from './grants.ts'

// A plan for the evening includes the evening, not a desk all day (R6.2). Monday in Berlin, UTC+1, open from 8 to 22.
const date = '2026-11-23'
const place = aPlace({ openingHours: everyDay('08:00', '22:00') })
const evenings = aSubscription({}, everyDay('17:00', '24:00'))
const tenOClock = utc('2026-11-23T09:00')
const pass = { id: 'p1', validFrom: '2026-11-01', expiresOn: '2026-12-31', usedOn: null }
const single = { amount: 2500, currency: 'EUR' }

function decide(person: PersonFacts, pay: 'pass' | 'single' | 'included', now = tenOClock) {
  const asked = {
    booking: 'b',
    desk: 'a1',
    date,
    pay,
    price: pay === 'single' ? single : null,
    promised: false,
  }
  return decideDeskBooking({ person, place, desks: [aDesk('a1')], occupancies: [] }, asked, now)
}

const member = aPerson({ subscriptions: [evenings], passes: [pass] })

it('holds the desk from the hours of the plan on, and so does the door', () => {
  const result = decide(member, 'included')
  if (!result.ok) throw new Error(result.error.code)
  const { booking, spends, charges } = result.value
  expect({ spends, charges }).toEqual({ spends: null, charges: null })
  expect(booking).toMatchObject({ from: utc('2026-11-23T16:00'), until: utc('2026-11-23T21:00') })
  const grants = deriveGrants({ ...member, bookings: [booking] }, place)
  expect(grants.find(({ cause }) => cause.kind === 'day-booking')).toMatchObject({ from: booking.from })
})

it('sells them the rest of the day like anybody', () => {
  expect(decide(member, 'pass')).toMatchObject({
    ok: true,
    value: { spends: 'p1', booking: { from: tenOClock } },
  })
  expect(decide(member, 'single')).toMatchObject({ ok: true, value: { charges: single } })
})

it('takes the evening as it is once the day is paid for', () => {
  const paid = { ...member, dayUses: [{ date, pass: 'p1', order: null }] }
  expect(decide(paid, 'included')).toMatchObject({ ok: true, value: { booking: { from: tenOClock } } })
})

it('is not held back where something else includes the whole day', () => {
  const both = { ...member, subscriptions: [evenings, aSubscription({ id: 's2' })] }
  expect(decide(both, 'included')).toMatchObject({ ok: true, value: { booking: { from: tenOClock } } })
})

it('includes nothing when its hours are over', () => {
  const mornings = aPerson({ subscriptions: [aSubscription({}, everyDay('08:00', '09:00'))] })
  expect(decide(mornings, 'included')).toMatchObject({ ok: false, error: { code: 'no-pass-left' } })
  const early = tenOClock - 2 * hour
  expect(decide(mornings, 'included', early)).toMatchObject({
    ok: true,
    value: { booking: { until: early + hour } },
  })
})
