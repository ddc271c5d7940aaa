import { describe, expect, it } from 'vitest'
import { aPersonWithProfile as person } from '../../../shared/domain/facts.fixture.ts'
import {
  canGiveBack,
  coveredBy,
  deskToday,
  firstName,
  initialsOf,
  isPayable,
  needsNoCheckIn,
  ordersDue,
  passCounts,
  plansOf,
  profileGaps,
  upcoming,
} from './facts.ts'

const today = '2026-11-23'
const now = Date.parse('2026-11-23T10:00:00Z')
const hour = 3_600_000
const names = { 'desk-a1': 'A1', 'desk-b2': 'B2' }

const booking = (id: string, date: string, from: number, over = {}) => ({
  id,
  item: 'desk-a1',
  date,
  from,
  until: from + 8 * hour,
  cancelled: false,
  ...over,
})
const plan = (kind: 'continuous' | 'passes', startsOn: string, endsOn: string | null = null) => ({
  id: `s-${startsOn}`,
  plan: { id: 'p', name: 'Full-time', kind, hours: null, minutes: 0, resources: [] },
  startsOn,
  endsOn,
  renewsOn: null,
})

describe('today', () => {
  it('has the desk that is booked and not over', () => {
    const bookings = [booking('a', today, now - hour), booking('b', '2026-11-24', now + 24 * hour)]
    expect(deskToday(person({ bookings }), names, today, now)).toEqual({ name: 'A1', until: now + 7 * hour })
  })

  it('has none that was cancelled, is over, or belongs to another day', () => {
    const bookings = [
      booking('a', today, now - hour, { cancelled: true }),
      booking('b', today, now - 9 * hour),
      booking('c', '2026-11-24', now + 24 * hour),
    ]
    expect(deskToday(person({ bookings }), names, today, now)).toBeNull()
  })

  it('needs no check-in with a plan for every day, or an own place (R5.3)', () => {
    expect(needsNoCheckIn(person({ subscriptions: [plan('continuous', today)] }), today)).toBe(true)
    expect(needsNoCheckIn(person({ subscriptions: [plan('continuous', '2026-12-01')] }), today)).toBe(false)
    expect(needsNoCheckIn(person({ subscriptions: [plan('passes', today)] }), today)).toBe(false)
    const assignments = [{ id: 'x', item: 'office', itemName: 'Office 4', startsOn: today, endsOn: null }]
    expect(coveredBy(person({ assignments }), today)).toBe('Office 4')
  })
})

describe('what is to come', () => {
  it('stands in its order, whatever it is, without what is over', () => {
    const found = upcoming(
      person({
        bookings: [booking('later', '2026-11-25', now + 48 * hour), booking('now', today, now - hour)],
        reservations: [
          {
            id: 'room',
            item: 'r',
            itemName: 'Linden Room',
            from: now + hour,
            until: now + 2 * hour,
            covered: 0,
          },
          {
            id: 'gone',
            item: 'r',
            itemName: 'Linden Room',
            from: now - 2 * hour,
            until: now - hour,
            covered: 0,
          },
        ],
        eventPlaces: [
          { id: 'ev', event: 'e', eventName: 'Demo', from: now + 3 * hour, until: now + 4 * hour },
        ],
      }),
      names,
      today,
      now,
    )
    expect(found.map(({ id, name }) => [id, name])).toEqual([
      ['room', 'Linden Room'],
      ['ev', 'Demo'],
      ['later', 'A1'],
    ])
    expect(found.map((entry) => canGiveBack(entry, now))).toEqual([true, true, false])
    expect(canGiveBack(found[0]!, now + hour)).toBe(false)
  })
})

describe('plans and passes', () => {
  it('are those that run or are to come', () => {
    const subscriptions = [plan('passes', '2026-10-01', '2026-11-22'), plan('continuous', '2026-12-01')]
    expect(plansOf(person({ subscriptions }), today).map(({ startsOn }) => startsOn)).toEqual(['2026-12-01'])
  })

  it('are counted apart when they are not good yet', () => {
    const pass = (id: string, validFrom: string, usedOn: string | null = null) => ({
      id,
      validFrom,
      expiresOn: '2027-01-01',
      usedOn,
    })
    const passes = [pass('a', today), pass('b', today, today), pass('c', '2026-12-01')]
    expect(passCounts(person({ passes }), today)).toEqual({ today: 1, later: 1 })
  })
})

it('asks for what is missing in the profile until it is dismissed (R3.4)', () => {
  const { profile } = person()
  expect(profileGaps(person())).toEqual(['photo', 'phone', 'bio'])
  expect(profileGaps(person({}, { profile: { ...profile, phone: '+49301', photo: 'f' } }))).toEqual(['bio'])
  expect(profileGaps(person({}, { profile: { ...profile, bannerDismissed: true } }))).toEqual([])
})

it('shows what is due, and nothing that is paid or cancelled', () => {
  const price = { amount: 100, currency: 'EUR' }
  const order = (id: string, state: 'free' | 'due' | 'paid' | 'cancelled') => ({
    id,
    what: id,
    price,
    tax: price,
    state,
    at: now,
    payAt: null,
  })
  const orders = [order('a', 'paid'), order('b', 'due'), order('c', 'free'), order('d', 'cancelled')]
  expect(ordersDue(person({}, { orders })).map(({ id }) => id)).toEqual(['b'])
})

it('calls people by their first name', () => {
  expect(firstName(' Ada Lovelace')).toBe('Ada')
  expect(firstName('')).toBe('')
})

it('makes initials of names in any script', () => {
  expect(initialsOf('Ada Lovelace')).toBe('AL')
  expect(initialsOf('  josé  maría de la cruz ')).toBe('JC')
  expect(initialsOf('李')).toBe('李')
  expect(initialsOf('😀 Smile')).toBe('😀S')
  expect(initialsOf('')).toBe('')
})

it('opens pages and nothing else', () => {
  expect(isPayable('https://pay.example/x')).toBe(true)
  expect(isPayable('http://127.0.0.1:1/pay')).toBe(true)
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'app://x', '/pay', ''])
    expect(isPayable(url)).toBe(false)
})
