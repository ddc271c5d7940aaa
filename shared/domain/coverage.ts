import type { PersonFacts, PlanFacts, WeeklyHours } from './facts.ts'
import type { GrantId, LocalDate } from './ids.ts'

/** Whether a subscription or assignment runs on that date; both its first and its last day count (R4.3). */
export function covers(fact: { startsOn: LocalDate; endsOn: LocalDate | null }, date: LocalDate): boolean {
  return fact.startsOn <= date && (fact.endsOn === null || date <= fact.endsOn)
}

/**
 * Whether the day is included: a continuous plan or an own desk or office covers it, so that a desk costs no pass (R5.3).
 * One whose grant staff took away does not count, or booking a desk would open the doors again (R8.2).
 */
export function isIncluded(person: Entitled, date: LocalDate): boolean {
  return isOwn(person, date) || plansOn(person, date).length > 0
}

/**
 * The hours to which a day that is included is held: those of the plan, where nothing includes the whole day (R6.2). Null:
 * the whole day, or nothing at all.
 */
export function hoursIncluded(person: Entitled, date: LocalDate): WeeklyHours | null {
  const plans = plansOn(person, date)
  if (isOwn(person, date) || plans.some(({ hours }) => hours === null)) return null
  return plans[0]?.hours ?? null
}

type Entitled = Pick<PersonFacts, 'subscriptions' | 'assignments' | 'revocations'>

function isOwn({ assignments, revocations }: Entitled, date: LocalDate): boolean {
  return assignments.some((one) => covers(one, date) && !isRevoked(revocations, `assignment:${one.id}`))
}

function plansOn({ subscriptions, revocations }: Entitled, date: LocalDate): PlanFacts[] {
  return subscriptions
    .filter(
      (one) =>
        one.plan.kind === 'continuous' &&
        covers(one, date) &&
        !isRevoked(revocations, `subscription:${one.id}`),
    )
    .map(({ plan }) => plan)
}

function isRevoked(revocations: PersonFacts['revocations'], id: GrantId): boolean {
  return revocations.some(({ grant }) => grant === id)
}
