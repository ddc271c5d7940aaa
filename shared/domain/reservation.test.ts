import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aPerson, aPlace, aSubscription, everyDay, hour, minute, utc, zones } from './facts.fixture.ts'
import type { OccupancyFacts, PersonFacts, ReservationFacts } from './facts.ts'
import { periodOf } from './periods.ts'
import {
  costOfReservation,
  decideReservation,
  minutesLeft,
  type ReservableFacts,
  slotsOn,
  usableOn,
} from './reservation.ts'
import { addDays, atLocal, dayWindow, localDateOf } from './time.ts'

const settings = { seed: 20261124, numRuns: 300 }
const now = utc('2026-11-23T09:00')
const date = '2026-11-24'
const place = aPlace({ openingHours: everyDay('08:00', '20:00') })
const zone = place.zone
const euro = (amount: number) => ({ amount, currency: 'EUR' })
const at = (time: string, on = date) => atLocal(on, time, zone)

function aRoom(facts: Partial<ReservableFacts['bookable']> = {}, price = 2800): ReservableFacts {
  return {
    id: 'room',
    price: euro(price),
    bookable: { by: 'hour', step: 30, min: 60, max: 240, hours: null, ...facts },
  }
}

function minutesPlan(minutes: number, resources: string[] = [], startsOn = '2026-10-31') {
  const { plan, ...rest } = aSubscription({ startsOn, renewsOn: '2026-11-30' })
  return { ...rest, plan: { ...plan, minutes, resources } }
}

function reserve(
  from: number,
  until: number,
  more: { person?: PersonFacts; item?: ReservableFacts; held?: OccupancyFacts[]; price?: number } = {},
) {
  const { person = aPerson(), item = aRoom(), held = [] } = more
  const price = euro(more.price ?? costOfReservation(item, person, place, { from, until }).cost.amount)
  return decideReservation({ person, place, item, occupancies: held }, { from, until, price }, now)
}
const codeOf = (result: ReturnType<typeof reserve>) => (result.ok ? 'ok' : result.error.code)

describe('when something can be used', () => {
  it.each([
    ['opening hours', null, '24:00', '08:00', '20:00'],
    ['its own hours within them', everyDay('10:00', '18:00'), '24:00', '10:00', '18:00'],
    ['its own hours as far as it is open', everyDay('06:00', '23:00'), '24:00', '08:00', '20:00'],
    ["the day's end (R5.5)", null, '19:00', '08:00', '19:00'],
  ])('%s', (_, hours, dayEnd, from, until) => {
    expect(usableOn(aRoom({ hours }), { ...place, dayEnd }, date)).toEqual({
      from: at(from),
      until: at(until),
    })
  })

  it('not at all on a day on which it or the place is closed', () => {
    const closed = { ...everyDay('08:00', '20:00'), tue: null }
    expect(usableOn(aRoom({ hours: closed }), place, date)).toBeNull()
    expect(usableOn(aRoom(), { ...place, openingHours: closed }, date)).toBeNull()
    expect(usableOn(aRoom({ hours: everyDay('20:00', '22:00') }), place, date)).toBeNull()
  })
})

describe('the times of a day', () => {
  const open = aPlace({ openingHours: everyDay('00:00', '24:00') })
  const hourly = aRoom({ step: 60 })

  it.each([
    ['an ordinary day', '2026-11-24', 24],
    ['the day on which clocks go back', '2026-10-25', 25],
    ['the day on which they go forward', '2027-03-28', 23],
  ])('%s has an hour for each that passes (R5.7)', (_, day, count) => {
    const slots = slotsOn(hourly, open, day, [], [], 0)
    expect(slots).toHaveLength(count)
    expect(slots[0]?.from).toBe(atLocal(day, '00:00', zone))
    expect(slots.at(-1)?.until).toBe(atLocal(day, '24:00', zone))
  })

  it('are as long as ever, without a gap, and within the day, in any zone on any day (R5.7)', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n))
    const step = fc.constantFrom(15, 30, 45, 60, 90)
    fc.assert(
      fc.property(fc.constantFrom(...zones), day, step, (where, on, length) => {
        const slots = slotsOn(aRoom({ step: length }), { ...open, zone: where }, on, [], [], 0)
        const whole = dayWindow(on, where)
        slots.forEach(({ from, until }, n) => {
          expect(until - from).toBe(length * minute)
          expect(from).toBe(n === 0 ? whole.from : slots[n - 1]?.until)
        })
        const end = slots.at(-1)?.until ?? whole.from
        expect(end <= whole.until && whole.until - end < length * minute).toBe(true)
      }),
      settings,
    )
  })

  it('say what is over, taken, and one’s own', () => {
    const held = { booking: 'r1', item: 'room', from: at('12:00'), until: at('13:00') }
    const other = { booking: 'r2', item: 'room', from: at('14:00'), until: at('14:30') }
    const elsewhere = { ...held, booking: 'r3', item: 'else', from: at('16:00'), until: at('18:00') }
    const own: ReservationFacts = { ...held, id: 'r1', itemName: 'Room', covered: 0 }
    const slots = slotsOn(aRoom({ step: 60 }), place, date, [held, other, elsewhere], [own], at('09:00'))
    const states = slots.map(({ state }) => state)
    expect(states.slice(0, 8)).toEqual(['over', 'free', 'free', 'free', 'yours', 'free', 'taken', 'free'])
    expect(states.slice(8)).toEqual(['free', 'free', 'free', 'free'])
  })

  it('by the day there is one: the whole opening day', () => {
    expect(slotsOn(aRoom({ by: 'day' }), place, date, [], [], now)).toEqual([
      { from: at('08:00'), until: at('20:00'), state: 'free' },
    ])
  })
})

describe('what may be reserved', () => {
  it.each([
    ['a whole hour', '10:00', '11:00', 'ok'],
    ['an hour and a half', '10:30', '12:00', 'ok'],
    ['less than the least', '10:00', '10:30', 'time-invalid'],
    ['more than the most', '10:00', '15:00', 'time-invalid'],
    ['beside the steps', '10:10', '11:10', 'time-invalid'],
    ['an end beside the steps', '10:00', '11:10', 'time-invalid'],
    ['backwards', '12:00', '10:00', 'time-invalid'],
    ['nothing', '10:00', '10:00', 'time-invalid'],
    ['before it opens', '07:00', '09:00', 'time-invalid'],
    ['after it closes', '19:00', '21:00', 'time-invalid'],
  ])('%s', (_, from, until, code) => {
    expect(codeOf(reserve(at(from), at(until)))).toBe(code)
  })

  it.each([
    ['yesterday', '2026-11-22', '10:00', 'date-past'],
    ['today, when that time is over', '2026-11-23', '08:00', 'date-past'],
    ['today, when that time has begun', '2026-11-23', '10:00', 'ok'],
    ['30 days ahead', '2026-12-23', '10:00', 'ok'],
    ['31 days ahead', '2026-12-24', '10:00', 'date-too-far'],
  ])('%s', (_, day, from, code) => {
    expect(codeOf(reserve(at(from, day), at(from, day) + hour))).toBe(code)
  })

  it('not across midnight, even where it is open all night', () => {
    const open = { ...place, openingHours: everyDay('00:00', '24:00') }
    const [from, until] = [at('23:00'), at('24:00') + hour]
    const facts = { person: aPerson(), place: open, item: aRoom(), occupancies: [] }
    expect(codeOf(decideReservation(facts, { from, until, price: euro(5600) }, now))).toBe('time-invalid')
  })

  it('not on a closed day, and not at the ends of time', () => {
    const item = aRoom({ hours: { ...everyDay('08:00', '20:00'), tue: null } })
    expect(codeOf(reserve(at('10:00'), at('11:00'), { item }))).toBe('closed-that-day')
    expect(codeOf(reserve(0, hour))).toBe('date-past')
    expect(codeOf(reserve(8_640_000_000_000_000 - hour, 8_640_000_000_000_000, { price: 0 }))).not.toBe('ok')
  })

  it('asks for the terms before anything else (R3.1), for what is free too', () => {
    const person = aPerson({ acceptedTerms: [] })
    expect(codeOf(reserve(at('10:00'), at('10:01'), { person }))).toBe('terms-needed')
    expect(codeOf(reserve(at('10:00'), at('11:00'), { person, item: aRoom({}, 0) }))).toBe('terms-needed')
  })

  it('asks for billing details last, and only for what costs something (R3.3)', () => {
    const asking = { ...place, asksBilling: true }
    const decide = (price: number) =>
      decideReservation(
        { person: aPerson(), place: asking, item: aRoom({}, price), occupancies: [] },
        { from: at('10:00'), until: at('11:00'), price: euro(price) },
        now,
      )
    expect(codeOf(decide(2800))).toBe('billing-needed')
    expect(codeOf(decide(0))).toBe('ok')
  })
})

it('never lets two hold the same thing at the same time (I1)', () => {
  const slot = fc.integer({ min: 0, max: 23 })
  const wish = fc.record({ start: slot, halves: fc.integer({ min: 2, max: 8 }), cancels: fc.boolean() })
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 25 }), (wishes) => {
      let held: OccupancyFacts[] = []
      wishes.forEach(({ start, halves, cancels }, n) => {
        if (cancels) held = held.slice(1)
        const from = at('08:00') + start * 30 * minute
        const until = from + halves * 30 * minute
        const decided = reserve(from, until, { held })
        const clash = held.some((one) => one.from < until && from < one.until)
        expect(codeOf(decided)).toBe(until > at('20:00') ? 'time-invalid' : clash ? 'item-taken' : 'ok')
        if (decided.ok) held.push({ booking: `r${n}`, item: 'room', from, until })
      })
    }),
    settings,
  )
})

it('lets everything be reserved that is shown as free, at the price that is shown', () => {
  const taken = fc.array(fc.integer({ min: 0, max: 23 }), { maxLength: 8 })
  fc.assert(
    fc.property(taken, fc.integer({ min: 0, max: 8 }), (halves, hours) => {
      const held = halves.map((n) => {
        const from = at('08:00') + n * 30 * minute
        return { booking: `h${n}`, item: 'room', from, until: from + 30 * minute }
      })
      const item = aRoom({ min: 30 })
      const when = at('08:00', localDateOf(now, zone)) + hours * hour
      for (const { from, until, state } of slotsOn(item, place, date, held, [], when)) {
        const decided = reserve(from, until, { item, held })
        expect(codeOf(decided)).toBe(state === 'free' ? 'ok' : 'item-taken')
      }
    }),
    settings,
  )
})

it('never charges another amount than stood on the button (R1.4)', () => {
  const price = fc.integer({ min: 0, max: 5000 })
  fc.assert(
    fc.property(price, price, fc.integer({ min: 0, max: 200 }), (real, shown, plan) => {
      const item = aRoom({}, real)
      const person = aPerson({ subscriptions: [minutesPlan(plan)] })
      const [from, until] = [at('10:00'), at('12:00')]
      const { cost } = costOfReservation(item, person, place, { from, until })
      const decided = reserve(from, until, { person, item, price: shown })
      if (cost.amount === shown) expect(decided).toMatchObject({ ok: true })
      else expect(decided).toMatchObject({ ok: false, error: { code: 'price-changed', params: cost } })
      if (decided.ok) expect(decided.value.charges?.amount ?? 0).toBe(shown)
    }),
    settings,
  )
})

describe('what a plan pays for', () => {
  const window = { from: at('10:00'), until: at('12:00') }
  const cost = (person: PersonFacts | null, item = aRoom()) => costOfReservation(item, person, place, window)

  it('nothing for a stranger', () => {
    expect(cost(null)).toEqual({ cost: euro(5600), covered: 0 })
  })

  it.each([
    ['minutes that are left', 90, 1400, 90],
    ['no more than it takes', 600, 0, 120],
    ['none', 0, 5600, 0],
  ])('%s', (_, minutes, amount, covered) => {
    expect(cost(aPerson({ subscriptions: [minutesPlan(minutes)] }))).toEqual({ cost: euro(amount), covered })
  })

  it('everything of what it includes, without using minutes up', () => {
    expect(cost(aPerson({ subscriptions: [minutesPlan(60, ['room'])] }))).toEqual({
      cost: euro(0),
      covered: 0,
    })
  })

  it('nothing before it begins or after it ended', () => {
    const ended = { ...minutesPlan(600), endsOn: '2026-11-23' }
    expect(cost(aPerson({ subscriptions: [ended, minutesPlan(600, [], '2026-11-25')] })).covered).toBe(0)
  })

  it('no minutes of what is free anyway, or is by the day', () => {
    const person = aPerson({ subscriptions: [minutesPlan(600)] })
    expect(cost(person, aRoom({}, 0)).covered).toBe(0)
    expect(cost(person, aRoom({ by: 'day' }, 900))).toEqual({ cost: euro(900), covered: 0 })
  })

  it('never more minutes in a period than it includes, whatever comes and goes', () => {
    const wish = fc.record({
      days: fc.integer({ min: 0, max: 30 }),
      start: fc.integer({ min: 0, max: 10 }),
      hours: fc.integer({ min: 1, max: 4 }),
      cancels: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 30 }), fc.integer({ min: 0, max: 400 }), (wishes, minutes) => {
        const plan = minutesPlan(minutes)
        let reservations: ReservationFacts[] = []
        wishes.forEach(({ days, start, hours, cancels }, n) => {
          if (cancels) reservations = reservations.slice(1)
          const from = at('08:00', addDays('2026-11-23', days)) + start * hour
          const until = from + hours * hour
          const item = { ...aRoom(), id: `room${n}` }
          const decided = reserve(from, until, {
            person: aPerson({ subscriptions: [plan], reservations }),
            item,
          })
          if (decided.ok)
            reservations.push({
              id: `r${n}`,
              item: item.id,
              itemName: '',
              from,
              until,
              covered: decided.value.covered,
            })
        })
        const used = new Map<number, number>()
        for (const { from, covered } of reservations) {
          const period = periodOf(plan.startsOn, localDateOf(from, zone))
          used.set(period, (used.get(period) ?? 0) + covered)
        }
        for (const sum of used.values()) expect(sum).toBeLessThanOrEqual(minutes)
        const left = minutesLeft(plan, { reservations }, place, date)
        expect(left).toBe(minutes - (used.get(periodOf(plan.startsOn, date)) ?? 0))
      }),
      settings,
    )
  })
})
