import type { Person } from '../contract/person.ts'
import type { DeskFacts, PersonFacts, PlaceFacts, SubscriptionFacts, WeeklyHours } from './facts.ts'
import type { Instant, Zone } from './ids.ts'

/** Facts to start a test from. For tests only. */

/** Every kind of day: 23, 23.5, 24, 24.5 and 25 hours, days without a midnight, and Nuuk's without a 23:30. */
export const zones: readonly Zone[] = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Nuuk',
]

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

export function utc(text: string): Instant {
  return Date.parse(`${text}Z`)
}

export function everyDay(from: string, until: string): WeeklyHours {
  const hours = { from, until }
  return { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours, sat: hours, sun: hours }
}

export function weekdays(from: string, until: string): WeeklyHours {
  return { ...everyDay(from, until), sat: null, sun: null }
}

export function aPlace(facts: Partial<PlaceFacts> = {}): PlaceFacts {
  return {
    id: 'loft',
    zone: 'Europe/Berlin',
    openingHours: weekdays('08:00', '20:00'),
    dayEnd: '24:00',
    singleDay: { amount: 2500, currency: 'EUR' },
    doors: ['front', 'floor'],
    termsVersion: 2,
    asksBilling: false,
    ...facts,
  }
}

/** Gave a name, accepted the terms, has nothing else. */
export function aPerson(facts: Partial<PersonFacts> = {}): PersonFacts {
  return {
    account: 'ada',
    hasName: true,
    hasBilling: false,
    memberships: [],
    acceptedTerms: [2],
    subscriptions: [],
    assignments: [],
    passes: [],
    bookings: [],
    dayUses: [],
    reservations: [],
    eventPlaces: [],
    manualGrants: [],
    revocations: [],
    ...facts,
  }
}

/** The facts with everything else that the hub says of somebody: a profile with nothing but name and email. */
export function aPersonWithProfile(facts: Partial<PersonFacts> = {}, over: Partial<Person> = {}): Person {
  return {
    profile: {
      email: 'ada@example.com',
      name: 'Ada Lovelace',
      phone: '',
      bio: '',
      company: '',
      photo: null,
      bannerDismissed: false,
    },
    facts: aPerson(facts),
    billing: null,
    orders: [],
    requests: [],
    ...over,
  }
}

export function aSubscription(
  facts: Partial<SubscriptionFacts> = {},
  hours: WeeklyHours | null = null,
): SubscriptionFacts {
  const plan = {
    id: 'full',
    name: 'Full time',
    kind: 'continuous',
    hours,
    minutes: 0,
    resources: [],
  } as const
  return {
    id: 's1',
    plan: { ...plan, resources: [] },
    startsOn: '2026-01-01',
    endsOn: null,
    renewsOn: null,
    ...facts,
  }
}

export function aDesk(id: string, x = 0, y = 0, bookable = true): DeskFacts {
  return { id, label: id.toUpperCase(), bookable, x, y }
}
