import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPerson, aPlace, aSubscription, utc } from './facts.fixture.ts'
import type { PersonFacts } from './facts.ts'
import {
  decideJoin,
  decideShopOrder,
  decideStart,
  decideSubscribe,
  type EventFacts,
  hasPlan,
  lastDayOf,
  type PlanOfferFacts,
  passesOf,
  planTerm,
} from './obligations.ts'
import { periodStart } from './periods.ts'
import { addDays } from './time.ts'

const now = utc('2026-11-23T09:00')
const place = aPlace()
const euro = (amount: number) => ({ amount, currency: 'EUR' })
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? 'ok' : result.error.code

function anEvent(facts: Partial<EventFacts> = {}): EventFacts {
  const times = { from: utc('2026-11-24T18:00'), until: utc('2026-11-24T20:00') }
  return { id: 'talk', price: euro(1500), ...times, places: 10, taken: 3, ...facts }
}
const placeAt = { id: 'p1', event: 'talk', eventName: 'Talk', from: 0, until: 1 }

describe('a place at an event', () => {
  const join = (event: EventFacts, price = event.price, person = aPerson()) =>
    decideJoin({ person, place, event }, { price }, now)

  it('is given while there are places, at the price on the button', () => {
    expect(join(anEvent())).toEqual({ ok: true, value: { kind: 'joined', charges: euro(1500) } })
    expect(join(anEvent({ price: null }))).toEqual({ ok: true, value: { kind: 'joined', charges: null } })
    expect(join(anEvent(), euro(1400))).toMatchObject({
      error: { code: 'price-changed', params: euro(1500) },
    })
    expect(join(anEvent(), null)).toMatchObject({ error: { code: 'price-changed' } })
  })

  it.each([
    ['full', { places: 3 }, 'event-full'],
    ['the last one', { places: 4 }, 'ok'],
    ['without a limit', { places: null, taken: 9999 }, 'ok'],
    ['begun', { from: now - 1 }, 'ok'],
    ['over', { until: now }, 'event-over'],
  ])('%s', (_, facts, code) => {
    expect(codeOf(join(anEvent(facts)))).toBe(code)
  })

  it('is kept by whoever has one, at no further cost, even when it is full', () => {
    const person = aPerson({ eventPlaces: [placeAt] })
    const full = anEvent({ places: 3 })
    expect(join(full, null, person)).toEqual({ ok: true, value: { kind: 'already', charges: null } })
  })

  it('needs terms first and billing details last', () => {
    expect(codeOf(join(anEvent({ until: now }), null, aPerson({ acceptedTerms: [] })))).toBe('terms-needed')
    const asking = { person: aPerson(), place: { ...place, asksBilling: true }, event: anEvent() }
    expect(codeOf(decideJoin(asking, { price: euro(1500) }, now))).toBe('billing-needed')
  })

  it('is never given beyond what there are, whoever comes and goes', () => {
    const step = fc.record({ who: fc.integer({ min: 0, max: 7 }), leaves: fc.boolean() })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(step, { maxLength: 40 }), (places, steps) => {
        const inside = new Set<number>()
        for (const { who, leaves } of steps) {
          if (leaves) inside.delete(who)
          else {
            const person = aPerson({ eventPlaces: inside.has(who) ? [placeAt] : [] })
            const decided = join(anEvent({ places, taken: inside.size }), euro(1500), person)
            if (decided.ok) inside.add(who)
            expect(decided.ok).toBe(inside.has(who))
          }
          expect(inside.size).toBeLessThanOrEqual(places)
        }
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})

describe('something from the shop', () => {
  const order = (quantity: number, price: number, stock: number | null, person = aPerson()) =>
    decideShopOrder({ person, place, item: { price: euro(600), stock } }, { quantity, price: euro(price) })

  it.each([
    ['one', 1, 600, 5, 'ok'],
    ['all there are', 5, 3000, 5, 'ok'],
    ['one too many', 6, 3600, 5, 'sold-out'],
    ['uncounted', 99, 59_400, null, 'ok'],
    ['the price of one for three', 3, 600, null, 'price-changed'],
  ])('%s', (_, quantity, price, stock, code) => {
    expect(codeOf(order(quantity, price, stock))).toBe(code)
  })

  it('says how many are left', () => {
    expect(order(3, 1800, 2)).toMatchObject({ error: { params: { left: 2 } } })
  })

  it('is an obligation even where it is free (R3.1)', () => {
    const facts = { person: aPerson({ acceptedTerms: [] }), place, item: { price: null, stock: null } }
    expect(codeOf(decideShopOrder(facts, { quantity: 1, price: null }))).toBe('terms-needed')
  })
})

const monthly: PlanOfferFacts = {
  id: 'full',
  price: euro(29_000),
  kind: 'continuous',
  hours: null,
  passes: null,
  period: 'month',
}
const tenDays: PlanOfferFacts = {
  ...monthly,
  id: 'ten',
  kind: 'passes',
  passes: { count: 3, validDays: 365 },
  period: 'once',
}

describe('a plan', () => {
  const subscribe = (
    plan: PlanOfferFacts,
    startsOn: string,
    person: PersonFacts = aPerson(),
    price = plan.price,
  ) => decideSubscribe({ person, place, plan }, { startsOn, price }, now)

  it.each([
    ['yesterday', '2026-11-22', 'date-past'],
    ['today', '2026-11-23', 'ok'],
    ['90 days ahead', '2027-02-21', 'ok'],
    ['91 days ahead', '2027-02-22', 'date-too-far'],
  ])('may start %s: %s', (_, startsOn, code) => {
    expect(codeOf(subscribe(monthly, startsOn))).toBe(code)
    expect(codeOf(decideStart(aPerson(), place, monthly, startsOn, now))).toBe(code)
  })

  it('starts by the calendar of the place (R4.3)', () => {
    // 00:30 in Berlin: the 24th there, the 23rd by UTC.
    const night = utc('2026-11-23T23:30')
    expect(codeOf(decideStart(aPerson(), place, monthly, '2026-11-23', night))).toBe('date-past')
  })

  it('is not sold twice while it runs or is to come; day passes are', () => {
    const running = aPerson({ subscriptions: [aSubscription()] })
    const ending = aPerson({ subscriptions: [aSubscription({ endsOn: '2026-11-30' })] })
    expect(codeOf(subscribe(monthly, '2026-11-23', running))).toBe('plan-running')
    expect(codeOf(subscribe(monthly, '2026-11-30', ending))).toBe('plan-running')
    expect(codeOf(subscribe(monthly, '2026-12-01', ending))).toBe('ok')
    const { plan, ...rest } = aSubscription()
    const withPasses = aPerson({ subscriptions: [{ ...rest, plan: { ...plan, id: 'ten', kind: 'passes' } }] })
    expect(codeOf(subscribe(tenDays, '2026-11-23', withPasses))).toBe('ok')
    expect(hasPlan(withPasses, { ...tenDays, period: 'month' }, '2026-11-23')).toBe(true)
  })

  it('costs what stood on the button', () => {
    expect(subscribe(monthly, '2026-11-23')).toMatchObject({ ok: true, value: { charges: euro(29_000) } })
    expect(codeOf(subscribe(monthly, '2026-11-23', aPerson(), euro(28_000)))).toBe('price-changed')
  })

  it('runs for months that are renewed, or for one period that is not', () => {
    expect(planTerm(monthly, '2027-01-31')).toEqual({
      startsOn: '2027-01-31',
      endsOn: null,
      renewsOn: '2027-02-28',
      passes: [],
    })
    expect(planTerm({ ...monthly, period: 'once' }, '2027-01-31')).toMatchObject({
      endsOn: '2027-02-27',
      renewsOn: null,
    })
    expect(planTerm(tenDays, '2026-11-23')).toMatchObject({ endsOn: '2027-11-22', renewsOn: null })
  })

  it('brings passes that are good for as many days as it says, the first among them', () => {
    const passes = passesOf(tenDays, '2026-11-23')
    const pass = { validFrom: '2026-11-23', expiresOn: '2027-11-22' }
    expect(passes).toEqual([pass, pass, pass])
    expect(passesOf({ passes: { count: 1, validDays: 1 } }, '2026-11-23')).toEqual([
      { validFrom: '2026-11-23', expiresOn: '2026-11-23' },
    ])
    expect(passesOf(monthly, '2026-11-23')).toEqual([])
  })

  it('ends with the period that is paid for, which is the first when it has not begun', () => {
    expect(lastDayOf('2026-01-31', '2026-11-30', '2026-11-23')).toBe('2026-11-29')
    expect(lastDayOf('2026-12-10', '2027-01-10', '2026-11-23')).toBe('2027-01-09')
    const days = fc.integer({ min: 0, max: 900 })
    fc.assert(
      fc.property(days, days, (start, later) => {
        const startsOn = addDays('2025-01-31', start)
        const today = addDays(startsOn, later)
        const last = lastDayOf(startsOn, null, today)
        const n =
          Array.from({ length: 40 }, (_, at) => at).find((at) => periodStart(startsOn, at) > today) ?? 0
        expect(last).toBe(addDays(periodStart(startsOn, n), -1))
        expect(last >= today).toBe(true)
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})
