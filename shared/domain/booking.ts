import { type FoyerError, failure } from '../contract/errors.ts'
import { decideBilling, samePrice } from './billing.ts'
import { hoursIncluded, isIncluded } from './coverage.ts'
import { isFree, nearestFree } from './desks.ts'
import type {
  BookingFacts,
  DeskFacts,
  Money,
  OccupancyFacts,
  PersonFacts,
  PlaceFacts,
  WeeklyHours,
} from './facts.ts'
import type { BookingId, Instant, ItemId, LocalDate, OrderId, PassId } from './ids.ts'
import { liveBooking } from './live.ts'
import { usableHours } from './opening.ts'
import { choosePass } from './passes.ts'
import { ok, type Result } from './result.ts'
import { decideTerms } from './terms.ts'
import { addDays, localDateOf, openWindow, overlap, type Window } from './time.ts'

/** How many days after today can be booked. */
export const bookableDays = 30

export interface DeskBookingRequest {
  /** Id of the booking to be made, chosen by the device. */
  booking: BookingId
  desk: ItemId
  date: LocalDate
  pay: 'pass' | 'single' | 'included'
  /** The price that stood on the button; null for a pass or an included day (R1.4). */
  price: Money | null
  /** The screen has confirmed it offline: if the desk is gone, another is given (R9.4). */
  promised: boolean
}

export interface DeskBookingFacts {
  person: PersonFacts
  place: PlaceFacts
  desks: readonly DeskFacts[]
  /** Who holds which desk on that date, the person's own bookings included. */
  occupancies: readonly OccupancyFacts[]
}

export interface DeskBookingOutcome {
  /** `already`: the desk was theirs that day (R5.4). `moved`: from another desk, at no further cost (R5.1). */
  kind: 'booked' | 'moved' | 'already'
  booking: BookingFacts
  desk: DeskFacts
  /** The promised desk in whose place `desk` was given (R9.4). */
  insteadOf: DeskFacts | null
  /** The earlier booking of that day, to be cancelled when moved. */
  cancels: BookingId | null
  spends: PassId | null
  charges: Money | null
}

type Cost = Pick<DeskBookingOutcome, 'spends' | 'charges'>
const free: Cost = { spends: null, charges: null }

/**
 * Whether and how a person gets a desk for a day; today, that is checking in (R5.1). For a promised request `now` is
 * the time at which the kiosk confirmed it.
 *
 * Errors, in this order: those of the terms (R3.1); `date-past`, `date-too-far`, `closed-that-day`, `day-over`;
 * `desk-unknown`, `desk-assigned`, `desk-taken` (R5.6); `no-pass-left`, `price-changed {amount, currency}` (R5.2, R1.4);
 * `billing-needed` (R3.3).
 */
export function decideDeskBooking(
  facts: DeskBookingFacts,
  request: DeskBookingRequest,
  now: Instant,
): Result<DeskBookingOutcome, FoyerError> {
  const { person, place } = facts
  const terms = decideTerms(person, place)
  if (!terms.ok) return terms
  const whole = bookingWindow(place, request.date, now)
  if (!whole.ok) return whole
  const hours = planHours(person, request.date)
  const ofPlan =
    hours && request.pay === 'included' ? withinHours(place, request.date, hours, whole.value) : null
  const window = ofPlan ?? whole.value

  const earlier = liveBooking(person.bookings, request.date, now)
  const given = chooseDesk(facts, request, window, earlier)
  if (!given.ok) return given
  const { desk, insteadOf } = given.value
  if (earlier && earlier.item === desk.id)
    return ok({ kind: 'already', booking: earlier, desk, insteadOf, cancels: null, ...free })

  const costsNothing = hours ? ofPlan !== null : isPaid(person, request.date, now)
  const cost = costsNothing ? ok(free) : costOf(person, place, request)
  if (!cost.ok) return cost
  // What a screen confirmed is kept.
  const billing = request.promised ? ok(null) : decideBilling(person, place, cost.value.charges)
  if (!billing.ok) return billing
  const { booking: id, date } = request
  const booking = { id, item: desk.id, date, ...window, cancelled: false }
  const kind = earlier ? 'moved' : 'booked'
  return ok({ kind, booking, desk, insteadOf, cancels: earlier?.id ?? null, ...cost.value })
}

/**
 * The facts after a booking was made, as the hub reads them back from its store: the hub answers with them, and a core that
 * decided it by itself goes on with them (I4, R9.2). `order`: what the charge was put down as; null = nothing was charged, or
 * the hub has not said yet.
 *
 * A booking that is left behind is gone, except where staff revoked something: there cancelled bookings are facts too, or
 * a move to another desk would bring back the access that was taken away (R8.2).
 */
export function applyBooking(
  facts: PersonFacts,
  { booking, cancels, spends, charges }: DeskBookingOutcome,
  order: OrderId | null,
): PersonFacts {
  // 'already', or the hub has told of it in the meantime.
  if (facts.bookings.some(({ id }) => id === booking.id)) return facts
  const keepsCancelled = facts.revocations.length > 0
  const others = keepsCancelled
    ? facts.bookings.map((one) => (one.id === cancels ? { ...one, cancelled: true } : one))
    : facts.bookings.filter(({ id }) => id !== cancels)
  const { date } = booking
  const paidFor = spends !== null || charges !== null
  return {
    ...facts,
    bookings: [...others, booking],
    passes: facts.passes.map((pass) => (pass.id === spends ? { ...pass, usedOn: date } : pass)),
    dayUses: paidFor ? [...facts.dayUses, { date, pass: spends, order }] : facts.dayUses,
  }
}

/** From opening, or now if that is later, until closing or the day's end (R5.5, R5.7). */
function bookingWindow(place: PlaceFacts, date: LocalDate, now: Instant): Result<Window, FoyerError> {
  const today = localDateOf(now, place.zone)
  if (date < today) return failure('date-past')
  if (date > addDays(today, bookableDays)) return failure('date-too-far')
  const usable = usableHours(place, date)
  if (!usable) return failure('closed-that-day')
  const left = overlap(usable, { from: now, until: null })
  return left ? ok(left) : failure('day-over')
}

function chooseDesk(
  facts: DeskBookingFacts,
  request: DeskBookingRequest,
  { from, until }: Window,
  earlier: BookingFacts | null,
): Result<Pick<DeskBookingOutcome, 'desk' | 'insteadOf'>, FoyerError> {
  const wanted = facts.desks.find(({ id }) => id === request.desk)
  if (!wanted) return failure('desk-unknown')
  if (earlier?.item === wanted.id) return ok({ desk: wanted, insteadOf: null })

  // The booking that is left behind must not stand in the way of the new one.
  const others = facts.occupancies.filter(({ booking }) => booking !== earlier?.id)
  if (wanted.bookable && isFree(wanted.id, from, until, others)) return ok({ desk: wanted, insteadOf: null })

  const instead = request.promised ? nearestFree(wanted, facts.desks, from, until, others) : null
  if (instead) return ok({ desk: instead, insteadOf: wanted })
  return failure(wanted.bookable ? 'desk-taken' : 'desk-assigned')
}

/** The hours of the plan by which the day is included, where it is no more than that: not paid for, no whole day (R6.2). */
function planHours(person: PersonFacts, date: LocalDate): WeeklyHours | null {
  return person.dayUses.some((use) => use.date === date) ? null : hoursIncluded(person, date)
}

function withinHours(place: PlaceFacts, date: LocalDate, hours: WeeklyHours, window: Window): Window | null {
  const open = openWindow(date, hours, place.zone)
  return open && overlap(open, window)
}

/**
 * Whether a desk on that day costs nothing (more): a plan includes the day, it is paid for, or this is a move from another
 * desk (R5.1, R5.3).
 */
export function isPaid(person: PersonFacts, date: LocalDate, now: Instant): boolean {
  return (
    isIncluded(person, date) ||
    person.dayUses.some((use) => use.date === date) ||
    liveBooking(person.bookings, date, now) !== null
  )
}

function costOf(
  person: PersonFacts,
  place: PlaceFacts,
  { date, pay, price, promised }: DeskBookingRequest,
): Result<Cost, FoyerError> {
  if (pay === 'single') {
    // What a screen confirmed is kept, at the price that it said.
    if (promised && price) return ok({ ...free, charges: price })
    const { amount, currency } = place.singleDay
    return samePrice(price, place.singleDay)
      ? ok({ ...free, charges: place.singleDay })
      : failure('price-changed', { amount, currency })
  }
  const pass = pay === 'pass' ? choosePass(person.passes, date) : null
  return pass ? ok({ ...free, spends: pass.id }) : failure('no-pass-left')
}
