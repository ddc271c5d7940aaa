import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../contract/errors.ts'
import {
  aPerson,
  aPlace,
  aSubscription,
  day,
  everyDay,
  hour,
  minute,
  utc,
  weekdays,
  zones,
} from './facts.fixture.ts'
import type { BookingFacts, Grant, PersonFacts, WeeklyHours } from './facts.ts'
import { decideUnlock, deriveGrants, grantStateAt, heldWindow, nextBoundary } from './grants.ts'
import { ok } from './result.ts'
import { addDays, dayWindow, localDateOf, openWindow } from './time.ts'

const berlin = 'Europe/Berlin'
const place = aPlace()
const own = { id: 'x1', item: 'd9', itemName: 'Desk 9', startsOn: '2026-11-10', endsOn: '2026-11-20' }
// Monday 23 November 2026; Berlin is at UTC+1, open from 08:00 to 20:00.
const monday = '2026-11-23'
const opening = utc('2026-11-23T07:00')
const closing = utc('2026-11-23T19:00')

function aBooking(facts: Partial<BookingFacts> = {}): BookingFacts {
  return { id: 'b1', item: 'a1', date: monday, from: opening, until: closing, cancelled: false, ...facts }
}

function aGrant(facts: Partial<Grant> = {}): Grant {
  const cause = { kind: 'subscription', id: 's1', label: 'Full time' } as const
  const term = { from: utc('2026-01-01T00:00'), until: null, hours: null }
  return {
    id: 'subscription:s1',
    account: 'ada',
    doors: ['front'],
    ...term,
    cause,
    revokedAt: null,
    ...facts,
  }
}

function only(facts: Partial<PersonFacts>): Grant | null {
  const grants = deriveGrants(aPerson(facts), place)
  expect(grants.length).toBeLessThanOrEqual(1)
  return grants[0] ?? null
}

describe('what follows from facts (R6.1)', () => {
  it('is nothing for a person without any', () => {
    expect(deriveGrants(aPerson(), place)).toEqual([])
  })

  it('is the whole term of a continuous plan, within its hours (R4.3, R6.2)', () => {
    const hours = weekdays('09:00', '18:00')
    const term = { startsOn: '2026-10-01', endsOn: '2026-10-31' }
    expect(only({ subscriptions: [aSubscription(term, hours)] })).toEqual({
      id: 'subscription:s1',
      account: 'ada',
      doors: ['front', 'floor'],
      from: utc('2026-09-30T22:00'),
      until: utc('2026-10-31T23:00'),
      hours,
      cause: { kind: 'subscription', id: 's1', label: 'Full time' },
      revokedAt: null,
    })
  })

  it('has no end while the plan has none', () => {
    expect(only({ subscriptions: [aSubscription()] })?.until).toBeNull()
  })

  it('is nothing for a plan that only brings passes, or one that ends before it starts', () => {
    const plan = {
      id: 'p',
      name: 'Ten days',
      kind: 'passes',
      hours: null,
      minutes: 0,
      resources: [] as string[],
    } as const
    expect(only({ subscriptions: [aSubscription({ plan })] })).toBeNull()
    expect(only({ subscriptions: [aSubscription({ endsOn: '2025-12-31' })] })).toBeNull()
  })

  it('is any time of day for an own desk (R5.3)', () => {
    expect(only({ assignments: [own] })).toMatchObject({
      id: 'assignment:x1',
      from: utc('2026-11-09T23:00'),
      until: utc('2026-11-20T23:00'),
      hours: null,
      cause: { kind: 'assignment', id: 'x1', label: 'Desk 9' },
    })
  })

  it('is the booked time of a day booking, within opening hours (R6.2)', () => {
    const early = aBooking({ from: opening - 3 * hour, until: closing + 3 * hour })
    expect(only({ bookings: [early] })).toMatchObject({
      id: 'day-booking:b1',
      from: opening,
      until: closing,
      hours: null,
      cause: { kind: 'day-booking', id: 'b1' },
    })
    const short = aBooking({ from: opening + hour, until: closing - hour })
    expect(only({ bookings: [short] })).toMatchObject({ from: opening + hour, until: closing - hour })
  })

  it("ends at the day's end of a day booking that was made before the place moved it (R5.5)", () => {
    const [grant] = deriveGrants(aPerson({ bookings: [aBooking()] }), aPlace({ dayEnd: '18:00' }))
    expect(grant?.until).toBe(closing - 2 * hour)
  })

  it('ends with check-out (R5.5) and is nothing when cancelled, closed or over before it began', () => {
    expect(only({ bookings: [aBooking({ until: opening + hour })] })?.until).toBe(opening + hour)
    expect(only({ bookings: [aBooking({ cancelled: true })] })).toBeNull()
    expect(only({ bookings: [aBooking({ until: opening })] })).toBeNull()
    const sunday = { date: '2026-11-22', from: opening - day, until: closing - day }
    expect(only({ bookings: [aBooking(sunday)] })).toBeNull()
  })

  it('is what a named member of staff gave, with its own doors', () => {
    const manual = { id: 'm1', doors: ['side'], from: 5, until: 10, staff: 'Sam' }
    expect(only({ manualGrants: [manual] })).toMatchObject({
      id: 'staff:m1',
      doors: ['side'],
      from: 5,
      until: 10,
      hours: null,
      cause: { kind: 'staff', id: 'm1', label: 'Sam' },
    })
  })

  it('is marked when staff took it away, at the first time they did (R8.2)', () => {
    const revocations = [
      { grant: 'assignment:x1', at: 7 },
      { grant: 'assignment:x1', at: 5 },
      { grant: 'assignment:x2', at: 1 },
    ]
    expect(only({ assignments: [own], revocations })?.revokedAt).toBe(5)
  })

  it('does not come back by moving to another desk on the day that was taken away (R8.2)', () => {
    const revocations = [{ grant: 'day-booking:b1', at: opening + hour }]
    const tomorrow = { id: 'b3', date: '2026-11-24', from: opening + day, until: closing + day }
    const bookings = [aBooking({ cancelled: true }), aBooking({ id: 'b2' }), aBooking(tomorrow)]
    const grants = deriveGrants(aPerson({ bookings, revocations }), place)
    expect(grants.map(({ id, revokedAt }) => [id, revokedAt])).toEqual([
      ['day-booking:b2', opening + hour],
      ['day-booking:b3', null],
    ])
  })

  it('is sorted by id and the same for the same facts in another order (I4)', () => {
    const facts = {
      subscriptions: [aSubscription(), aSubscription({ id: 's2' })],
      assignments: [own],
      bookings: [aBooking()],
      manualGrants: [{ id: 'm1', doors: [], from: 0, until: 1, staff: 'Sam' }],
    }
    const grants = deriveGrants(aPerson(facts), place)
    expect(grants.map(({ id }) => id)).toEqual([
      'assignment:x1',
      'day-booking:b1',
      'staff:m1',
      'subscription:s1',
      'subscription:s2',
    ])
    const turned = { ...facts, subscriptions: facts.subscriptions.toReversed() }
    expect(deriveGrants(aPerson(turned), place)).toEqual(grants)
  })
})

describe('what a grant is worth at a moment (R6.2)', () => {
  it('runs from its first moment to before its last', () => {
    const grant = aGrant({ from: 100, until: 200 })
    expect(grantStateAt(grant, berlin, 99)).toEqual({ state: 'scheduled', fromAt: 100 })
    expect(grantStateAt(grant, berlin, 100)).toEqual({ state: 'active' })
    expect(grantStateAt(grant, berlin, 199)).toEqual({ state: 'active' })
    expect(grantStateAt(grant, berlin, 200)).toEqual({ state: 'expired' })
  })

  it('keeps the hours of the plan and says when they come again', () => {
    const grant = aGrant({ hours: weekdays('08:00', '20:00') })
    expect(grantStateAt(grant, berlin, opening - 1)).toEqual({ state: 'outside-hours', fromAt: opening })
    expect(grantStateAt(grant, berlin, opening)).toEqual({ state: 'active' })
    expect(grantStateAt(grant, berlin, closing - 1)).toEqual({ state: 'active' })
    expect(grantStateAt(grant, berlin, closing)).toEqual({ state: 'outside-hours', fromAt: opening + day })
    const friday = utc('2026-11-27T19:00')
    expect(grantStateAt(grant, berlin, friday)).toEqual({ state: 'outside-hours', fromAt: opening + 7 * day })
  })

  it('says that hours do not come again when it ends before they do, or there are none', () => {
    const ending = aGrant({ hours: weekdays('08:00', '20:00'), until: dayWindow(monday, berlin).until })
    expect(grantStateAt(ending, berlin, closing)).toEqual({ state: 'outside-hours', fromAt: null })
    expect(grantStateAt(aGrant({ hours: {} }), berlin, closing)).toEqual({
      state: 'outside-hours',
      fromAt: null,
    })
  })

  it('finds weekly hours again after a week in which clocks skipped them (R5.7)', () => {
    const grant = aGrant({ hours: { sun: { from: '02:00', until: '03:00' } } })
    expect(grantStateAt(grant, berlin, utc('2026-03-22T02:00'))).toEqual({
      state: 'outside-hours',
      fromAt: utc('2026-04-05T00:00'),
    })
  })

  it('is revoked at once, even for a clock that is behind (I6)', () => {
    expect(grantStateAt(aGrant({ revokedAt: 1000 }), berlin, 999)).toEqual({ state: 'revoked' })
  })

  it('is never active when it ends before it begins', () => {
    const grant = aGrant({ from: 200, until: 100 })
    for (const at of [50, 150, 250]) expect(grantStateAt(grant, berlin, at)).toEqual({ state: 'expired' })
  })
})

describe('what a controller holds (R6.3)', () => {
  const grant = aGrant({ hours: weekdays('08:00', '20:00') })

  it('is the window that runs, or the next within 36 h', () => {
    expect(heldWindow(grant, berlin, opening + hour)).toEqual({ from: opening, until: closing })
    expect(heldWindow(grant, berlin, closing)).toEqual({ from: opening + day, until: closing + day })
    const friday = utc('2026-11-27T19:00')
    const next = opening + 7 * day
    expect(heldWindow(grant, berlin, friday)).toBeNull()
    expect(heldWindow(grant, berlin, next - 36 * hour - 1)).toBeNull()
    expect(heldWindow(grant, berlin, next - 36 * hour)?.from).toBe(next)
  })

  it('is cut to the grant', () => {
    const cut = aGrant({ ...grant, from: opening + hour, until: closing - hour })
    expect(heldWindow(cut, berlin, opening)).toEqual({ from: opening + hour, until: closing - hour })
  })

  it('is the grant itself when it has no hours, and nothing when it is over or revoked', () => {
    const later = aGrant({ from: opening + 90 * day, until: null })
    expect(heldWindow(later, berlin, opening)).toEqual({ from: opening + 90 * day, until: null })
    expect(heldWindow(aGrant({ until: opening }), berlin, opening)).toBeNull()
    expect(heldWindow(aGrant({ revokedAt: opening }), berlin, opening)).toBeNull()
  })

  it('runs through midnight when the hours do', () => {
    const always = aGrant({ hours: everyDay('00:00', '24:00') })
    const at = utc('2026-11-23T22:59:59')
    expect(heldWindow(always, berlin, at)?.until).toBeGreaterThan(at + 24 * hour)
  })
})

describe('when to look again (R6.2, I6)', () => {
  it('is at the beginning and the end', () => {
    const grant = aGrant({ from: 100, until: 200 })
    expect([0, 99, 100, 199, 200].map((at) => nextBoundary(grant, berlin, at))).toEqual([
      100,
      100,
      200,
      200,
      null,
    ])
    expect(nextBoundary(aGrant(), berlin, opening)).toBeNull()
    expect(nextBoundary(aGrant({ revokedAt: 5, until: 10 }), berlin, 0)).toBeNull()
  })

  it('is when hours begin, end, and come within 36 h', () => {
    const grant = aGrant({ hours: weekdays('08:00', '20:00') })
    expect(nextBoundary(grant, berlin, opening)).toBe(closing)
    expect(nextBoundary(grant, berlin, closing)).toBe(opening + day)
    expect(nextBoundary(grant, berlin, utc('2026-11-27T19:00'))).toBe(opening + 7 * day - 36 * hour)
  })
})

describe('whether the door opens (R6.2)', () => {
  const active = aGrant()
  const scheduled = aGrant({ id: 'b', from: opening + day })
  const outside = aGrant({ id: 'c', hours: weekdays('09:00', '20:00') })
  const over = aGrant({ id: 'd', until: opening - day })
  const revoked = aGrant({ id: 'e', revokedAt: opening - hour })
  const decide = (...grants: Grant[]) => decideUnlock(grants, 'front', berlin, opening)

  it('does by an active grant for that door, the one that lasts longest', () => {
    const short = aGrant({ id: 'a', until: closing })
    expect(decide(revoked, over, short, active, scheduled)).toEqual(ok(active))
    expect(decideUnlock([active], 'back', berlin, opening)).toEqual(failure('grant-none'))
    expect(decide()).toEqual(failure('grant-none'))
  })

  it('says when it will open, whichever grant comes first', () => {
    expect(decide(scheduled)).toEqual(failure('grant-not-yet', { fromAt: opening + day }))
    expect(decide(revoked, scheduled, outside, over)).toEqual(
      failure('grant-outside-hours', { fromAt: opening + hour }),
    )
  })

  it('says what ended last when it will not', () => {
    expect(decide(over)).toEqual(failure('grant-over'))
    expect(decide(over, revoked)).toEqual(failure('grant-revoked'))
    expect(decide(aGrant({ revokedAt: opening - 2 * day }), over)).toEqual(failure('grant-over'))
    expect(decide(aGrant({ hours: {}, until: closing }))).toEqual(failure('grant-over'))
  })
})

describe('for all grants', () => {
  const zone = fc.constantFrom(...zones)
  const start = utc('2026-01-01T00:00')
  const instant = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((m) => start + m * minute)
  const times = ['00:00', '02:00', '02:30', '03:00', '08:00', '18:30', '23:30', '24:00']
  const hoursOfDay = fc.option(
    fc
      .uniqueArray(fc.constantFrom(...times), { minLength: 2, maxLength: 2 })
      .map((pair) => pair.toSorted() as [string, string])
      .map(([from, until]) => ({ from, until })),
  )
  const weekly: fc.Arbitrary<WeeklyHours> = fc.record({
    mon: hoursOfDay,
    tue: hoursOfDay,
    wed: hoursOfDay,
    thu: hoursOfDay,
    fri: hoursOfDay,
    sat: hoursOfDay,
    sun: hoursOfDay,
  })
  const hours = fc.oneof(fc.constant(null), fc.constant(everyDay('00:00', '24:00')), weekly)
  const date = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-01-01', n))
  const grant = fc
    .record({
      id: fc.uuid(),
      from: instant,
      until: fc.option(instant),
      hours,
      doors: fc.subarray(['front', 'side']),
      revokedAt: fc.option(instant, { freq: 8 }),
    })
    .map((facts) => aGrant(facts))
  const settings = { seed: 20261123, numRuns: 500 }

  it('is active exactly within the grant and the hours that stand on the wall (R6.2, R5.7)', () => {
    fc.assert(
      fc.property(grant, zone, instant, (one, where, at) => {
        const within = one.from <= at && (one.until === null || at < one.until) && one.revokedAt === null
        const open = one.hours && openWindow(localDateOf(at, where), one.hours, where)
        const inHours = one.hours === null || (open !== null && open.from <= at && at < open.until)
        expect(grantStateAt(one, where, at).state === 'active').toBe(within && inHours)
      }),
      settings,
    )
  })

  it('names a next time at which it is active indeed, and not a moment before', () => {
    fc.assert(
      fc.property(
        grant,
        zone,
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, where, at, part) => {
          const judged = grantStateAt(one, where, at)
          if (judged.state !== 'outside-hours' || judged.fromAt === null) return
          expect(grantStateAt(one, where, judged.fromAt).state).toBe('active')
          const before = Math.floor(at + (judged.fromAt - at - 1) * part)
          expect(grantStateAt(one, where, before)).toEqual(judged)
        },
      ),
      settings,
    )
  })

  it('holds within the grant, and now exactly when it is active (R6.3)', () => {
    fc.assert(
      fc.property(
        grant,
        zone,
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, where, at, part) => {
          const held = heldWindow(one, where, at)
          const heldNow = held !== null && held.from <= at && (held.until === null || at < held.until)
          expect(heldNow).toBe(grantStateAt(one, where, at).state === 'active')
          if (!held) return
          expect(held.from).toBeGreaterThanOrEqual(one.from)
          expect(held.until ?? Infinity).toBeLessThanOrEqual(one.until ?? Infinity)
          // A controller that only knows the window opens at no moment at which the grant would not.
          const length = (held.until ?? held.from + 400 * day) - held.from
          const within = Math.floor(held.from + (length - 1) * part)
          expect(grantStateAt(one, where, within).state).toBe('active')
        },
      ),
      settings,
    )
  })

  it('changes at the next boundary and not before (R6.2, I6)', () => {
    const seenAt = (one: Grant, where: string, at: number) => [
      grantStateAt(one, where, at),
      heldWindow(one, where, at),
    ]
    fc.assert(
      fc.property(
        grant,
        zone,
        instant,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, where, at, part) => {
          const next = nextBoundary(one, where, at)
          const seen = seenAt(one, where, at)
          const before = Math.floor(at + ((next ?? at + 30 * day) - at - 1) * part)
          expect(seenAt(one, where, before)).toEqual(seen)
          if (next === null) return
          expect(next).toBeGreaterThan(at)
          expect(seenAt(one, where, next - 1)).toEqual(seen)
          expect(seenAt(one, where, next)).not.toEqual(seen)
        },
      ),
      settings,
    )
  })

  it('opens a door exactly by a grant that is active for it (R6.2)', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 5 }), zone, instant, (grants, where, at) => {
        const verdict = decideUnlock(grants, 'front', where, at)
        const forDoor = grants.filter(({ doors }) => doors.includes('front'))
        const states = forDoor.map((one) => grantStateAt(one, where, at))
        expect(verdict.ok).toBe(states.some(({ state }) => state === 'active'))
        if (verdict.ok) {
          expect(forDoor).toContain(verdict.value)
          expect(grantStateAt(verdict.value, where, at).state).toBe('active')
          return
        }
        const { code, params } = verdict.error
        expect(code === 'grant-none').toBe(forDoor.length === 0)
        if (code === 'grant-revoked') expect(states).toContainEqual({ state: 'revoked' })
        const comes = states.flatMap((one) => ('fromAt' in one && one.fromAt !== null ? [one.fromAt] : []))
        expect(params?.['fromAt'] ?? Infinity).toBe(Math.min(...comes))
        expect(decideUnlock(grants.toReversed(), 'front', where, at)).toEqual(verdict)
      }),
      settings,
    )
  })

  it('gives a day booking no moment outside its own date and opening hours (R6.2, R5.7)', () => {
    fc.assert(
      fc.property(date, instant, instant, zone, weekly, (on, from, until, where, openingHours) => {
        const bookings = [aBooking({ date: on, from, until })]
        const [one] = deriveGrants(aPerson({ bookings }), aPlace({ zone: where, openingHours }))
        if (!one) return
        const open = openWindow(on, openingHours, where)
        expect(one.from).toBeGreaterThanOrEqual(Math.max(from, open?.from ?? Infinity))
        expect(one.until).toBeLessThanOrEqual(Math.min(until, open?.until ?? -Infinity))
        expect(localDateOf(one.from, where)).toBe(on)
        expect(localDateOf((one.until ?? 0) - 1, where)).toBe(on)
      }),
      { ...settings, numRuns: 2000 },
    )
  })

  it('gives a whole-day booking its day of 23, 24 or 25 hours (R6.2, R5.7)', () => {
    fc.assert(
      fc.property(date, zone, (on, where) => {
        const whole = dayWindow(on, where)
        const bookings = [aBooking({ date: on, from: whole.from - day, until: whole.until + day })]
        const openingHours = everyDay('00:00', '24:00')
        expect(deriveGrants(aPerson({ bookings }), aPlace({ zone: where, openingHours }))).toMatchObject([
          whole,
        ])
      }),
      settings,
    )
  })

  it('begins a plan at the first moment of its first date and ends it with its last (R4.3, R5.7)', () => {
    fc.assert(
      fc.property(date, fc.nat(60), zone, (startsOn, days, where) => {
        const endsOn = addDays(startsOn, days)
        const person = aPerson({ subscriptions: [aSubscription({ startsOn, endsOn })] })
        const grants = deriveGrants(person, aPlace({ zone: where }))
        const from = dayWindow(startsOn, where).from
        const until = dayWindow(endsOn, where).until
        expect(decideUnlock(grants, 'front', where, from - 1)).toEqual(
          failure('grant-not-yet', { fromAt: from }),
        )
        expect(localDateOf(from, where)).toBe(startsOn)
        expect(decideUnlock(grants, 'front', where, from).ok).toBe(true)
        expect(decideUnlock(grants, 'front', where, until - 1).ok).toBe(true)
        expect(decideUnlock(grants, 'front', where, until)).toEqual(failure('grant-over'))
      }),
      settings,
    )
  })
})
