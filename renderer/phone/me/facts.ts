import type { Order, Person } from '../../../shared/contract/person.ts'
import { covers, isIncluded } from '../../../shared/domain/coverage.ts'
import type { Instant, LocalDate } from '../../../shared/domain/ids.ts'
import { passesLeft } from '../../../shared/domain/passes.ts'

/** What a person's facts come to on their own page. Names of public things are in `names`, by id. */
type Names = Readonly<Record<string, string>>

export interface Entry {
  kind: 'desk' | 'reservation' | 'event'
  id: string
  /** '' = it is not public, so that its name is not known here. */
  name: string
  from: Instant
  until: Instant
}

/** The desk that is theirs today and not over; null = none. */
export function deskToday(
  { facts }: Person,
  names: Names,
  today: LocalDate,
  now: Instant,
): { name: string; until: Instant } | null {
  const booking = facts.bookings.find(
    (one) => !one.cancelled && one.date === today && one.from <= now && now < one.until,
  )
  return booking ? { name: names[booking.item] ?? '', until: booking.until } : null
}

/** What else is to come: desks of other days, reservations and events, in the order in which they begin. */
export function upcoming(person: Person, names: Names, today: LocalDate, now: Instant): Entry[] {
  const { bookings, reservations, eventPlaces } = person.facts
  const entries: Entry[] = [
    ...bookings
      .filter((one) => !one.cancelled && (one.date !== today || one.from > now))
      .map(({ id, item, from, until }) => ({
        kind: 'desk' as const,
        id,
        name: names[item] ?? '',
        from,
        until,
      })),
    ...reservations.map(({ id, itemName, from, until }) => ({
      kind: 'reservation' as const,
      id,
      name: itemName,
      from,
      until,
    })),
    ...eventPlaces.map(({ id, eventName, from, until }) => ({
      kind: 'event' as const,
      id,
      name: eventName,
      from,
      until,
    })),
  ]
  return entries
    .filter(({ until }) => until > now)
    .toSorted((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
}

/** Whether an entry can still be given back here: a desk is given back at the kiosk or at reception. */
export function canGiveBack({ kind, from }: Entry, now: Instant): boolean {
  return kind !== 'desk' && from > now
}

export type Plan = Person['facts']['subscriptions'][number]

/** Plans that run or are to come. */
export function plansOf({ facts }: Person, today: LocalDate): Plan[] {
  return facts.subscriptions.filter(({ endsOn }) => endsOn === null || endsOn >= today)
}

/** Own desks and offices, now or later. */
export function ownPlaces({ facts }: Person, today: LocalDate): Person['facts']['assignments'] {
  return facts.assignments.filter(({ endsOn }) => endsOn === null || endsOn >= today)
}

/** Passes that can be spent today or later, and those that can be spent today. */
export function passCounts({ facts }: Person, today: LocalDate): { today: number; later: number } {
  const later = facts.passes.filter((pass) => pass.usedOn === null && pass.validFrom > today).length
  return { today: passesLeft(facts.passes, today), later }
}

/** The door opens without a check-in (R5.3). */
export function needsNoCheckIn({ facts }: Person, today: LocalDate): boolean {
  return isIncluded(facts, today)
}

/** Why it does: the plan or the own place that covers today. */
export function coveredBy({ facts }: Person, today: LocalDate): string {
  const plan = facts.subscriptions.find((one) => one.plan.kind === 'continuous' && covers(one, today))
  return plan?.plan.name ?? facts.assignments.find((one) => covers(one, today))?.itemName ?? ''
}

export function ordersDue({ orders }: Person): Order[] {
  return orders.filter(({ state }) => state === 'due')
}

/** A page to pay on, and nothing that would run as a script here. */
export function isPayable(url: string): boolean {
  return URL.canParse(url) && ['https:', 'http:'].includes(new URL(url).protocol)
}

/** What the banner asks for, until it is there or was dismissed for good (R3.4). */
export function profileGaps({ profile }: Person): ('photo' | 'phone' | 'bio')[] {
  if (profile.bannerDismissed) return []
  return (['photo', 'phone', 'bio'] as const).filter((part) => !profile[part])
}

/** What one is called by: the first word of a name. */
export function firstName(name: string): string {
  const [first = ''] = name.trim().split(/\s+/)
  return first
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
