import { type FoyerError, failure } from '../contract/errors.ts'
import { decideBilling, decidePrice } from './billing.ts'
import type { Money, PersonFacts, PlaceFacts, WeeklyHours } from './facts.ts'
import type { Instant, ItemId, LocalDate } from './ids.ts'
import { nextPeriod, periodStart } from './periods.ts'
import { ok, type Result } from './result.ts'
import { decideTerms } from './terms.ts'
import { addDays, localDateOf } from './time.ts'

/** How many days ahead a plan may start. */
export const startableDays = 90

interface Facts {
  person: PersonFacts
  place: PlaceFacts
}

/** Terms, price and billing of anything that is ordered (R3.1, R1.4, R3.3). Free things are obligations too. */
function decideOrder(
  { person, place }: Facts,
  shown: Money | null,
  cost: Money | null,
  times = 1,
): Result<Money | null, FoyerError> {
  const whole = { amount: (cost?.amount ?? 0) * times, currency: cost?.currency ?? place.singleDay.currency }
  const price = decidePrice(shown, whole)
  if (!price.ok) return price
  const billing = decideBilling(person, place, price.value)
  return billing.ok ? price : billing
}

export interface EventFacts {
  id: ItemId
  price: Money | null
  from: Instant
  until: Instant
  /** null = no limit. */
  places: number | null
  taken: number
}

/**
 * Whether a person gets a place at an event. Who has one keeps it, at no further cost.
 * Errors, in this order: those of the terms; `event-over`, `event-full`, `price-changed`, `billing-needed`.
 */
export function decideJoin(
  facts: Facts & { event: EventFacts },
  request: { price: Money | null },
  now: Instant,
): Result<{ kind: 'joined' | 'already'; charges: Money | null }, FoyerError> {
  const { person, place, event } = facts
  const terms = decideTerms(person, place)
  if (!terms.ok) return terms
  if (event.until <= now) return failure('event-over')
  if (person.eventPlaces.some((one) => one.event === event.id)) return ok({ kind: 'already', charges: null })
  if (event.places !== null && event.taken >= event.places) return failure('event-full')
  const charges = decideOrder(facts, request.price, event.price)
  return charges.ok ? ok({ kind: 'joined', charges: charges.value }) : charges
}

/**
 * Whether a person may order pieces of something; `price` is for all of them.
 * Errors, in this order: those of the terms; `sold-out {left}`, `price-changed`, `billing-needed`.
 */
export function decideShopOrder(
  facts: Facts & { item: { price: Money | null; stock: number | null } },
  request: { quantity: number; price: Money | null },
): Result<{ charges: Money | null }, FoyerError> {
  const terms = decideTerms(facts.person, facts.place)
  if (!terms.ok) return terms
  const { price, stock } = facts.item
  if (stock !== null && stock < request.quantity) return failure('sold-out', { left: stock })
  const charges = decideOrder(facts, request.price, price, request.quantity)
  return charges.ok ? ok({ charges: charges.value }) : charges
}

/** What a plan brings, as an offer. */
export interface PlanOfferFacts {
  id: ItemId
  price: Money | null
  kind: 'continuous' | 'passes'
  hours: WeeklyHours | null
  passes: { count: number; validDays: number } | null
  period: 'month' | 'once'
}

export interface SubscribeOutcome {
  startsOn: LocalDate
  endsOn: LocalDate | null
  /** First day of the next period; null = it is not renewed. */
  renewsOn: LocalDate | null
  passes: { validFrom: LocalDate; expiresOn: LocalDate }[]
  charges: Money | null
}

/**
 * Whether a person may sign up for a plan from a day on (R4.3). A plan that runs on that day or later is not sold twice;
 * day passes that are bought once are.
 * Errors, in this order: those of the terms; `date-past`, `date-too-far`, `plan-running`, `price-changed`, `billing-needed`.
 */
export function decideSubscribe(
  facts: Facts & { plan: PlanOfferFacts },
  request: { startsOn: LocalDate; price: Money | null },
  now: Instant,
): Result<SubscribeOutcome, FoyerError> {
  const { person, place, plan } = facts
  const terms = decideTerms(person, place)
  if (!terms.ok) return terms
  const start = decideStart(person, place, plan, request.startsOn, now)
  if (!start.ok) return start
  const charges = decideOrder(facts, request.price, plan.price)
  return charges.ok ? ok({ ...planTerm(plan, request.startsOn), charges: charges.value }) : charges
}

/** When a plan may start. Errors: `date-past`, `date-too-far`, `plan-running`. */
export function decideStart(
  person: Pick<PersonFacts, 'subscriptions'>,
  place: Pick<PlaceFacts, 'zone'>,
  plan: PlanOfferFacts,
  startsOn: LocalDate,
  now: Instant,
): Result<null, FoyerError> {
  const today = localDateOf(now, place.zone)
  if (startsOn < today) return failure('date-past')
  if (startsOn > addDays(today, startableDays)) return failure('date-too-far')
  return hasPlan(person, plan, startsOn) ? failure('plan-running') : ok(null)
}

/** Whether somebody has this plan on a day or later, so that it is not to be sold to them again. */
export function hasPlan(
  person: Pick<PersonFacts, 'subscriptions'>,
  plan: Pick<PlanOfferFacts, 'id' | 'kind' | 'period'>,
  on: LocalDate,
): boolean {
  const again = plan.kind === 'passes' && plan.period === 'once'
  return (
    !again &&
    person.subscriptions.some((one) => one.plan.id === plan.id && (one.endsOn === null || one.endsOn >= on))
  )
}

/** First and last day of a plan that starts on a day, when it is renewed, and the passes of its first period. */
export function planTerm(
  plan: Pick<PlanOfferFacts, 'passes' | 'period'>,
  startsOn: LocalDate,
): Omit<SubscribeOutcome, 'charges'> {
  const passes = passesOf(plan, startsOn)
  if (plan.period === 'month') return { startsOn, endsOn: null, renewsOn: periodStart(startsOn, 1), passes }
  const endsOn = plan.passes
    ? addDays(startsOn, plan.passes.validDays - 1)
    : addDays(periodStart(startsOn, 1), -1)
  return { startsOn, endsOn, renewsOn: null, passes }
}

/** The day passes that a period brings which begins on a day. */
export function passesOf(
  { passes }: Pick<PlanOfferFacts, 'passes'>,
  validFrom: LocalDate,
): SubscribeOutcome['passes'] {
  if (!passes) return []
  const expiresOn = addDays(validFrom, passes.validDays - 1)
  return Array.from({ length: passes.count }, () => ({ validFrom, expiresOn }))
}

/** The last day of a plan that is ended on a day: that of the period which is paid for. */
export function lastDayOf(startsOn: LocalDate, renewsOn: LocalDate | null, today: LocalDate): LocalDate {
  return addDays(renewsOn ?? nextPeriod(startsOn, today < startsOn ? startsOn : today), -1)
}
