import { type FoyerError, failure } from '../contract/errors.ts'
import { decideBilling, decidePrice } from './billing.ts'
import { bookableDays } from './booking.ts'
import { covers } from './coverage.ts'
import { isFree } from './desks.ts'
import type {
  Money,
  OccupancyFacts,
  PersonFacts,
  PlaceFacts,
  ReservationFacts,
  SubscriptionFacts,
  WeeklyHours,
} from './facts.ts'
import type { Instant, ItemId, LocalDate } from './ids.ts'
import { usableHours } from './opening.ts'
import { periodOf } from './periods.ts'
import { ok, type Result } from './result.ts'
import { decideTerms } from './terms.ts'
import { addDays, localDateOf, openWindow, overlap, type Window } from './time.ts'

const minute = 60_000

/** What can be reserved: by the hour in steps, or by whole opening days. `step`, `min` and `max` in minutes. */
export interface ReservableFacts {
  id: ItemId
  /** For an hour or a day, as `by` says; null = free. */
  price: Money | null
  bookable: { by: 'hour' | 'day'; step: number; min: number; max: number; hours: WeeklyHours | null }
}

export interface Slot extends Window {
  state: 'free' | 'taken' | 'yours' | 'over'
}

/** When something can be used on a date: within its own hours and the place's usable ones (R5.5). Null = not at all. */
export function usableOn(item: ReservableFacts, place: PlaceFacts, date: LocalDate): Window | null {
  const usable = usableHours(place, date)
  const own = item.bookable.hours ? openWindow(date, item.bookable.hours, place.zone) : usable
  return usable && own && overlap(usable, own)
}

/** The times of a date, in order. On days on which clocks change they are as long as ever, and there are more or fewer (R5.7). */
export function slotsOn(
  item: ReservableFacts,
  place: PlaceFacts,
  date: LocalDate,
  occupancies: readonly OccupancyFacts[],
  own: readonly ReservationFacts[],
  now: Instant,
): Slot[] {
  const usable = usableOn(item, place, date)
  if (!usable) return []
  const mine = new Set(own.map(({ id }) => id))
  const state = ({ from, until }: Window): Slot['state'] => {
    if (until <= now) return 'over'
    const holds = occupancies.filter((one) => !isFree(item.id, from, until, [one]))
    if (holds.length === 0) return 'free'
    return holds.every(({ booking }) => mine.has(booking)) ? 'yours' : 'taken'
  }
  return windowsOf(item, usable).map((window) => ({ ...window, state: state(window) }))
}

function windowsOf({ bookable: { by, step } }: ReservableFacts, { from, until }: Window): Window[] {
  if (by === 'day') return [{ from, until }]
  const length = step * minute
  const count = Math.floor((until - from) / length)
  return Array.from({ length: count }, (_, n) => ({
    from: from + n * length,
    until: from + (n + 1) * length,
  }))
}

/** What a stretch of time costs somebody: `covered` minutes of it are paid for by a plan. */
export interface ReservationCost {
  cost: Money
  covered: number
}

/** What it costs whom (R1.4). `person` null: nobody is known yet, so no plan counts. `free`: in this currency. */
export function costOfReservation(
  { id, price, bookable }: ReservableFacts,
  person: PersonFacts | null,
  place: PlaceFacts,
  { from, until }: Window,
): ReservationCost {
  const nothing = { amount: 0, currency: price?.currency ?? place.singleDay.currency }
  const minutes = Math.round((until - from) / minute)
  const date = localDateOf(from, place.zone)
  const running = person?.subscriptions.filter((one) => covers(one, date)) ?? []
  if (!price || price.amount === 0) return { cost: nothing, covered: 0 }
  if (running.some(({ plan }) => plan.resources.includes(id))) return { cost: nothing, covered: 0 }
  if (bookable.by === 'day') return { cost: price, covered: 0 }
  const left = person ? Math.max(0, ...running.map((one) => minutesLeft(one, person, place, date))) : 0
  const covered = Math.min(left, minutes)
  return { cost: { ...price, amount: Math.round((price.amount * (minutes - covered)) / 60) }, covered }
}

/** Minutes that a plan still includes in the period of that date. */
export function minutesLeft(
  { plan, startsOn }: SubscriptionFacts,
  person: Pick<PersonFacts, 'reservations'>,
  { zone }: Pick<PlaceFacts, 'zone'>,
  date: LocalDate,
): number {
  const period = periodOf(startsOn, date)
  const used = person.reservations
    .filter(({ from }) => periodOf(startsOn, localDateOf(from, zone)) === period)
    .reduce((sum, { covered }) => sum + covered, 0)
  return Math.max(0, plan.minutes - used)
}

export interface ReservationRequest extends Window {
  /** What stood on the button; null = nothing (R1.4). */
  price: Money | null
}

export interface ReservationOutcome {
  date: LocalDate
  covered: number
  charges: Money | null
}

/**
 * Whether a person gets something for a while. Only whole times of one date that are not over, free, and in a row.
 *
 * Errors, in this order: those of the terms (R3.1); `date-past`, `date-too-far`, `closed-that-day`, `time-invalid`;
 * `item-taken`; `price-changed {amount, currency}` (R1.4); `billing-needed` (R3.3).
 */
export function decideReservation(
  facts: {
    person: PersonFacts
    place: PlaceFacts
    item: ReservableFacts
    occupancies: readonly OccupancyFacts[]
  },
  { from, until, price }: ReservationRequest,
  now: Instant,
): Result<ReservationOutcome, FoyerError> {
  const { person, place, item, occupancies } = facts
  const terms = decideTerms(person, place)
  if (!terms.ok) return terms
  const date = localDateOf(from, place.zone)
  const time = decideTime(item, place, date, { from, until }, now)
  if (!time.ok) return time
  if (!isFree(item.id, from, until, occupancies)) return failure('item-taken')
  const { cost, covered } = costOfReservation(item, person, place, { from, until })
  const charges = decidePrice(price, cost)
  if (!charges.ok) return charges
  const billing = decideBilling(person, place, charges.value)
  return billing.ok ? ok({ date, covered, charges: charges.value }) : billing
}

function decideTime(
  item: ReservableFacts,
  place: PlaceFacts,
  date: LocalDate,
  { from, until }: Window,
  now: Instant,
): Result<null, FoyerError> {
  const today = localDateOf(now, place.zone)
  if (date < today) return failure('date-past')
  if (date > addDays(today, bookableDays)) return failure('date-too-far')
  const usable = usableOn(item, place, date)
  if (!usable) return failure('closed-that-day')
  const windows = windowsOf(item, usable)
  const first = windows.find((window) => window.from === from)
  const whole = first !== undefined && windows.some((window) => window.until === until) && from < until
  if (!whole) return failure('time-invalid')
  if (first.until <= now) return failure('date-past')
  const minutes = (until - from) / minute
  const { by, min, max } = item.bookable
  return by === 'hour' && (minutes < min || minutes > max) ? failure('time-invalid') : ok(null)
}
