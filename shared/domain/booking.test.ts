import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../contract/errors.ts'
import {
  applyBooking,
  bookableDays,
  type DeskBookingOutcome,
  type DeskBookingRequest,
  decideDeskBooking,
} from './booking.ts'
import {
  aDesk,
  aPerson,
  aPlace,
  aSubscription,
  day,
  everyDay,
  hour,
  minute,
  utc,
  zones,
} from './facts.fixture.ts'
import type { BookingFacts, DayPassFacts, OccupancyFacts, PersonFacts, PlaceFacts } from './facts.ts'
import { addDays, atLocal, dayWindow, localDateOf, openWindow } from './time.ts'

// Monday 23 November 2026; Berlin is at UTC+1, open from 08:00 to 20:00.
const monday = '2026-11-23'
const opening = utc('2026-11-23T07:00')
const closing = utc('2026-11-23T19:00')
const now = opening + hour
const desks = [aDesk('a1', 0, 0), aDesk('a2', 1, 0), aDesk('b1', 5, 0), aDesk('own', 0, 1, false)]
const pass: DayPassFacts = { id: 'p1', validFrom: '2026-11-01', expiresOn: '2026-12-31', usedOn: null }
const price = { amount: 2500, currency: 'EUR' }
const withPass = aPerson({ passes: [pass] })

interface Situation {
  person?: PersonFacts
  place?: PlaceFacts
  occupancies?: OccupancyFacts[]
  at?: number
}

function decide(request: Partial<DeskBookingRequest> = {}, situation: Situation = {}) {
  const { person = withPass, place = aPlace(), occupancies = [], at = now } = situation
  const asked = {
    booking: 'new',
    desk: 'a1',
    date: monday,
    pay: 'pass',
    price: null,
    promised: false,
  } as const
  return decideDeskBooking({ person, place, desks, occupancies }, { ...asked, ...request }, at)
}

function outcome(request: Partial<DeskBookingRequest> = {}, situation: Situation = {}): DeskBookingOutcome {
  const result = decide(request, situation)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

function held(item: string, from = opening, until = closing, booking = `held-${item}`): OccupancyFacts {
  return { booking, item, from, until }
}

const earlier: BookingFacts = {
  id: 'b0',
  item: 'a1',
  date: monday,
  from: opening,
  until: closing,
  cancelled: false,
}
const dayUses = [{ date: monday, pass: 'p0', order: null }]
const hasDesk: Situation = {
  person: aPerson({ bookings: [earlier], dayUses, passes: [pass] }),
  occupancies: [held('a1', opening, closing, 'b0')],
}

describe('booking a desk', () => {
  it('checks in with a pass: from now until closing (R5.1)', () => {
    expect(outcome()).toEqual({
      kind: 'booked',
      booking: { id: 'new', item: 'a1', date: monday, from: now, until: closing, cancelled: false },
      desk: desks[0],
      insteadOf: null,
      cancels: null,
      spends: 'p1',
      charges: null,
    })
  })

  it('begins at opening when it is earlier than that, or for a later day', () => {
    expect(outcome({}, { at: opening - hour }).booking.from).toBe(opening)
    expect(outcome({ date: '2026-11-24' }).booking).toMatchObject({
      from: opening + day,
      until: closing + day,
    })
  })

  it("ends at the location's day end when that is before closing (R5.5)", () => {
    const place = aPlace({ dayEnd: '18:00' })
    expect(outcome({}, { place }).booking.until).toBe(closing - 2 * hour)
  })

  it('asks for terms and name before anything else (R3.1, R4.4)', () => {
    expect(decide({ date: '2020-01-01' }, { person: aPerson({ acceptedTerms: [1] }) })).toEqual(
      failure('terms-needed'),
    )
    expect(decide({}, { person: aPerson({ hasName: false }) })).toEqual(failure('name-needed'))
  })

  it('takes today and 30 days more', () => {
    const place = aPlace({ openingHours: everyDay('08:00', '20:00') })
    const last = addDays(monday, bookableDays)
    expect(last).toBe('2026-12-23')
    expect(decide({ date: last }, { place }).ok).toBe(true)
    expect(decide({ date: addDays(last, 1) }, { place })).toEqual(failure('date-too-far'))
    expect(decide({ date: addDays(monday, -1) }, { place })).toEqual(failure('date-past'))
  })

  it('refuses days on which the place is closed, also by a day end before opening', () => {
    expect(decide({ date: '2026-11-28' })).toEqual(failure('closed-that-day'))
    expect(decide({}, { place: aPlace({ dayEnd: '08:00' }) })).toEqual(failure('closed-that-day'))
  })

  it('refuses today once it is over (R5.5)', () => {
    expect(decide({}, { at: closing - 1 }).ok).toBe(true)
    expect(decide({}, { at: closing })).toEqual(failure('day-over'))
    expect(decide({}, { at: closing, place: aPlace({ dayEnd: '18:00' }) })).toEqual(failure('day-over'))
  })

  it('refuses desks that are unknown, assigned or taken (R5.6)', () => {
    expect(decide({ desk: 'z9' })).toEqual(failure('desk-unknown'))
    expect(decide({ desk: 'own' })).toEqual(failure('desk-assigned'))
    expect(decide({}, { occupancies: [held('a1')] })).toEqual(failure('desk-taken'))
    expect(decide({}, { occupancies: [held('a1', closing - 1, closing)] })).toEqual(failure('desk-taken'))
  })

  it('takes a desk that somebody else has left (R5.5)', () => {
    expect(outcome({}, { occupancies: [held('a1', opening, now)] }).kind).toBe('booked')
  })

  it('judges the desk before the payment, so that nobody buys what is gone', () => {
    const situation = { person: aPerson(), occupancies: [held('a1')] }
    expect(decide({}, situation)).toEqual(failure('desk-taken'))
  })
})

describe('coming back the same day', () => {
  it('is a welcome back to the same desk, and spends nothing (R5.4)', () => {
    const wanted = { kind: 'already', booking: earlier, cancels: null, spends: null, charges: null }
    expect(outcome({}, hasDesk)).toMatchObject(wanted)
    expect(outcome({ pay: 'single', price }, hasDesk)).toMatchObject(wanted)
  })

  it('moves to another desk and spends nothing (R5.1)', () => {
    expect(outcome({ desk: 'a2' }, hasDesk)).toMatchObject({
      kind: 'moved',
      booking: { id: 'new', item: 'a2', from: now, until: closing },
      cancels: 'b0',
      spends: null,
      charges: null,
    })
  })

  it('moves at no cost even when the plan that included the day ended meanwhile (R5.1)', () => {
    const person = aPerson({ bookings: [earlier] })
    expect(outcome({ desk: 'a2', pay: 'included' }, { person })).toMatchObject({
      kind: 'moved',
      spends: null,
    })
  })

  it('is a welcome back even to a desk that was assigned to somebody meanwhile (R5.4)', () => {
    const person = aPerson({ bookings: [{ ...earlier, item: 'own' }], dayUses })
    expect(outcome({ desk: 'own' }, { person })).toMatchObject({ kind: 'already', desk: { id: 'own' } })
  })

  it('does not move to a desk that is taken, and keeps the one it had (R5.6)', () => {
    const occupancies = [...(hasDesk.occupancies ?? []), held('a2')]
    expect(decide({ desk: 'a2' }, { ...hasDesk, occupancies })).toEqual(failure('desk-taken'))
  })

  it('books again after check-out without a second pass (R5.1, R5.5)', () => {
    const bookings = [{ ...earlier, until: now }]
    const person = aPerson({ bookings, dayUses, passes: [pass] })
    expect(outcome({ desk: 'a2' }, { person })).toMatchObject({ kind: 'booked', cancels: null, spends: null })
    expect(outcome({}, { person, occupancies: [held('a1', opening, now, 'b0')] }).kind).toBe('booked')
  })

  it('spends a pass again after the day was undone and the pass came back (R5.5)', () => {
    const person = aPerson({ bookings: [{ ...earlier, cancelled: true }], passes: [pass] })
    expect(outcome({}, { person })).toMatchObject({ kind: 'booked', spends: 'p1' })
  })

  it('spends a pass on each of two days (R5.1)', () => {
    const person = aPerson({ bookings: [earlier], dayUses, passes: [pass] })
    expect(outcome({ date: '2026-11-24' }, { person })).toMatchObject({ kind: 'booked', spends: 'p1' })
  })
})

describe('paying for the day', () => {
  it('spends the pass that lapses first (R5.1)', () => {
    const passes = [pass, { ...pass, id: 'p2', expiresOn: '2026-11-30' }]
    expect(outcome({}, { person: aPerson({ passes }) }).spends).toBe('p2')
  })

  it('says that no pass is left (R5.2)', () => {
    expect(decide({}, { person: aPerson() })).toEqual(failure('no-pass-left'))
    expect(decide({ pay: 'included' }, { person: withPass })).toEqual(failure('no-pass-left'))
  })

  it('charges what stood on the button and never another amount (R1.4, R5.2)', () => {
    expect(outcome({ pay: 'single', price })).toMatchObject({ spends: null, charges: price })
    const changed = failure('price-changed', { amount: 2500, currency: 'EUR' })
    expect(decide({ pay: 'single', price: { ...price, amount: 2400 } })).toEqual(changed)
    expect(decide({ pay: 'single', price: { ...price, currency: 'USD' } })).toEqual(changed)
    expect(decide({ pay: 'single', price: null })).toEqual(changed)
  })

  it.each(['included', 'pass', 'single'] as const)(
    'costs a continuous member nothing by "%s" (R5.3)',
    (pay) => {
      const person = aPerson({ subscriptions: [aSubscription()], passes: [pass] })
      expect(outcome({ pay, price: pay === 'single' ? price : null }, { person })).toMatchObject({
        kind: 'booked',
        spends: null,
        charges: null,
      })
    },
  )

  it('lets a member whose plan starts later book days after that, not before (R4.3)', () => {
    const person = aPerson({ subscriptions: [aSubscription({ startsOn: '2026-11-25' })] })
    expect(decide({ pay: 'included', date: '2026-11-24' }, { person })).toEqual(failure('no-pass-left'))
    expect(decide({ pay: 'included', date: '2026-11-25' }, { person }).ok).toBe(true)
  })

  it('does not include a day of a plan whose grant staff took away (R8.2)', () => {
    const revocations = [{ grant: 'subscription:s1', at: opening }]
    const person = aPerson({ subscriptions: [aSubscription()], revocations })
    expect(decide({ pay: 'included' }, { person })).toEqual(failure('no-pass-left'))
  })
})

describe('a promise that a kiosk made offline (R9.4)', () => {
  it('is kept with the nearest free desk when the promised one is gone', () => {
    const promise = { promised: true }
    expect(outcome(promise, { occupancies: [held('a1')] })).toMatchObject({
      kind: 'booked',
      desk: { id: 'a2' },
      booking: { id: 'new', item: 'a2' },
      insteadOf: { id: 'a1' },
      spends: 'p1',
    })
    expect(outcome(promise, { occupancies: [held('a1'), held('a2')] }).desk.id).toBe('b1')
    expect(decide(promise, { occupancies: desks.map(({ id }) => held(id)) })).toEqual(failure('desk-taken'))
  })

  it('keeps the price that the screen confirmed while the hub was away', () => {
    const shown = { amount: 1900, currency: 'EUR' }
    expect(outcome({ promised: true, pay: 'single', price: shown })).toMatchObject({ charges: shown })
  })

  it('is kept at the promised desk when that is free', () => {
    expect(outcome({ promised: true }, { occupancies: [held('a2')] })).toMatchObject({
      desk: { id: 'a1' },
      insteadOf: null,
    })
  })

  it('is kept when the desk was assigned to somebody meanwhile', () => {
    expect(outcome({ promised: true, desk: 'own' })).toMatchObject({
      desk: { id: 'a1' },
      insteadOf: { id: 'own' },
    })
  })

  it('stays at the desk of that day when that is the nearest', () => {
    const occupancies = [...(hasDesk.occupancies ?? []), held('a2')]
    expect(outcome({ promised: true, desk: 'a2' }, { ...hasDesk, occupancies })).toMatchObject({
      kind: 'already',
      booking: earlier,
      desk: { id: 'a1' },
      insteadOf: { id: 'a2' },
      cancels: null,
    })
  })
})

describe('the facts after a booking', () => {
  it('have the booking, the pass spent and the day paid for (R5.1)', () => {
    const after = applyBooking(withPass, outcome(), null)
    expect(after.bookings).toEqual([outcome().booking])
    expect(after.passes).toEqual([{ ...pass, usedOn: monday }])
    expect(after.dayUses).toEqual([{ date: monday, pass: 'p1', order: null }])
    expect(withPass.bookings).toEqual([])
  })

  it('have the day paid for by what was ordered', () => {
    const charged = outcome({ pay: 'single', price }, { person: aPerson() })
    expect(applyBooking(aPerson(), charged, 'o1').dayUses).toEqual([
      { date: monday, pass: null, order: 'o1' },
    ])
  })

  it('say nothing of payment where a plan includes the day: once the plan is over, so is that (R5.3)', () => {
    const member = aPerson({ subscriptions: [aSubscription()] })
    const included = outcome({ pay: 'included' }, { person: member })
    expect(applyBooking(member, included, null)).toEqual({ ...member, bookings: [included.booking] })
  })

  it('have no booking that was left, except where it matters that there was one: after a revocation (R8.2)', () => {
    const { person = aPerson() } = hasDesk
    const moved = outcome({ desk: 'a2' }, hasDesk)
    expect(applyBooking(person, moved, null).bookings).toEqual([moved.booking])
    const revoked = { ...person, revocations: [{ grant: 'day-booking:b0', at: opening }] }
    expect(applyBooking(revoked, moved, null).bookings).toEqual([
      { ...earlier, cancelled: true },
      moved.booking,
    ])
  })

  it('are the same as before after a welcome back, and when a booking is applied twice', () => {
    const { person = aPerson() } = hasDesk
    expect(applyBooking(person, outcome({}, hasDesk), null)).toBe(person)
    const once = applyBooking(withPass, outcome(), null)
    expect(applyBooking(once, outcome(), null)).toBe(once)
  })
})

const settings = { seed: 20261123, numRuns: 500 }

it('books within the date and its hours in every zone, on days of 23 and 25 hours too (R5.7)', () => {
  const start = utc('2026-01-01T00:00')
  const instant = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((m) => start + m * minute)
  const clock = fc.constantFrom('00:00', '01:30', '02:30', '08:00', '17:00', '23:30', '24:00')
  const verdicts = new Set<string>()
  fc.assert(
    fc.property(
      instant,
      fc.integer({ min: -1, max: 31 }),
      clock,
      clock,
      clock,
      fc.constantFrom(...zones),
      (at, ahead, from, until, dayEnd, zone) => {
        const place = aPlace({ zone, openingHours: everyDay(from, until), dayEnd })
        const today = localDateOf(at, zone)
        const date = addDays(today, ahead)
        const result = decide({ date, pay: 'single', price }, { place, at, person: aPerson() })
        if (ahead < 0) expect(result).toEqual(failure('date-past'))
        if (ahead > 30) expect(result).toEqual(failure('date-too-far'))
        verdicts.add(result.ok ? zone : result.error.code)
        if (!result.ok) return
        const { booking } = result.value
        const open = openWindow(date, place.openingHours, zone)
        expect(booking.from).toBe(Math.max(open?.from ?? Infinity, at))
        expect(booking.until).toBe(Math.min(open?.until ?? -Infinity, atLocal(date, dayEnd, zone)))
        const whole = dayWindow(date, zone)
        expect(whole.from <= booking.from && booking.from < booking.until).toBe(true)
        expect(booking.until <= whole.until).toBe(true)
      },
    ),
    { ...settings, numRuns: 1000 },
  )
  // A place booked somewhere in every zone, or nothing of all this was looked at.
  const refusals = ['date-past', 'date-too-far', 'closed-that-day', 'day-over']
  expect([...verdicts].toSorted()).toEqual([...zones, ...refusals].toSorted())
})

/** A place with people in it, to which outcomes are applied as in the hub. */
class World {
  people = ['ada', 'bob', 'eve'].map((account) =>
    aPerson({
      account,
      passes: ['p1', 'p2', 'p3'].map((id) => ({ ...pass, id: `${account}-${id}` })),
      subscriptions: account === 'eve' ? [aSubscription()] : [],
    }),
  )
  at = opening - hour
  made = 0
  readonly kinds = new Set<string>()

  occupancies(): OccupancyFacts[] {
    return this.people
      .flatMap(({ bookings }) => bookings)
      .filter(({ cancelled }) => !cancelled)
      .map(({ id, item, from, until }) => ({ booking: id, item, from, until }))
  }

  book(person: PersonFacts, request: Omit<DeskBookingRequest, 'booking' | 'price'>, at: number): void {
    const asked = { ...request, booking: `n${++this.made}`, price }
    const facts = { person, place: aPlace(), desks, occupancies: this.occupancies() }
    const result = decideDeskBooking(facts, asked, at)
    if (!result.ok) return
    const { kind, booking, cancels, spends, charges } = result.value
    if (kind === 'already' && (!person.bookings.includes(booking) || (cancels ?? spends ?? charges) !== null))
      throw new Error(`a welcome back changed something: ${JSON.stringify(result.value)}`)
    this.kinds.add(kind)
    const after = applyBooking(person, result.value, charges && `o${this.made}`)
    this.people = this.people.map((one) => (one === person ? structuredClone(after) : one))
  }

  checkOut(person: PersonFacts): void {
    for (const one of person.bookings) {
      if (!one.cancelled && one.from <= this.at && this.at < one.until) one.until = this.at
    }
  }
}

it('never gives a desk to two people, nor two desks or bills for a day to one (I1, R5.1, R5.6, R9.4)', () => {
  const step = fc.record({
    who: fc.nat(2),
    wait: fc.integer({ min: 0, max: 5 * 60 }),
    desk: fc.constantFrom('a1', 'a2', 'b1', 'own'),
    days: fc.constantFrom(0, 0, 0, 1, 4),
    pay: fc.constantFrom('pass', 'single', 'included'),
    promised: fc.boolean(),
    late: fc.integer({ min: 0, max: 6 * 60 }),
    checksOut: fc.boolean(),
  })
  const seen = new Set<string>()
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
      const world = new World()
      for (const { who, wait, desk, days, pay, promised, late, checksOut } of steps) {
        const person = world.people[who]
        if (!person) continue
        world.at += wait * minute
        if (checksOut) world.checkOut(person)
        // What was promised offline reaches the hub late, with its own time (R9.3).
        const at = promised ? world.at - late * minute : world.at
        const date = addDays(localDateOf(at, 'Europe/Berlin'), days)
        world.book(person, { desk, date, pay, promised }, at)

        const holdings = world.occupancies().filter(({ from, until }) => from < until)
        for (const [i, a] of holdings.entries())
          for (const b of holdings.slice(i + 1))
            if (a.item === b.item) expect(a.until <= b.from || b.until <= a.from).toBe(true)
        expect(holdings.every(({ item }) => item !== 'own')).toBe(true)
        for (const { account, bookings, dayUses: uses } of world.people) {
          expect(new Set(uses.map((use) => use.date)).size).toBe(uses.length)
          if (account === 'eve') expect(uses).toEqual([])
          const live = bookings.filter((one) => !one.cancelled && world.at < one.until)
          expect(new Set(live.map((one) => one.date)).size).toBe(live.length)
          for (const one of bookings) seen.add(one.item)
        }
        if (world.kinds.has('moved')) seen.add('moved')
      }
    }),
    settings,
  )
  // The sequences must have got somewhere.
  expect([...seen].toSorted()).toEqual(['a1', 'a2', 'b1', 'moved'])
})

it('gives the same verdict on the same facts in any order (I4)', () => {
  const occupancy = fc.record({
    booking: fc.uuid(),
    item: fc.constantFrom('a1', 'a2', 'b1'),
    from: fc.integer({ min: opening, max: closing }),
    until: fc.integer({ min: opening, max: closing }),
  })
  fc.assert(
    fc.property(fc.array(occupancy, { maxLength: 6 }), fc.boolean(), (occupancies, promised) => {
      const facts = { person: withPass, place: aPlace(), desks, occupancies }
      const request: DeskBookingRequest = {
        booking: 'new',
        desk: 'a1',
        date: monday,
        pay: 'pass',
        price: null,
        promised,
      }
      const turned = { ...facts, desks: desks.toReversed(), occupancies: occupancies.toReversed() }
      expect(decideDeskBooking(turned, request, now)).toEqual(decideDeskBooking(facts, request, now))
    }),
    settings,
  )
})
