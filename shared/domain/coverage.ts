import type { PersonFacts } from './facts.ts'
import type { LocalDate } from './ids.ts'

/** Whether a subscription or assignment runs on that date; both its first and its last day count (R4.3). */
export function covers(fact: { startsOn: LocalDate; endsOn: LocalDate | null }, date: LocalDate): boolean {
  return fact.startsOn <= date && (fact.endsOn === null || date <= fact.endsOn)
}

/**
 * Whether the day is included: a continuous plan or an own desk or office covers it, so that a desk costs no pass (R5.3).
 * One whose grant staff took away does not count, or booking a desk would open the doors again (R8.2).
 */
export function isIncluded(
  person: Pick<PersonFacts, 'subscriptions' | 'assignments' | 'revocations'>,
  date: LocalDate,
): boolean {
  const revoked = new Set(person.revocations.map((revocation) => revocation.grant))
  return (
    person.subscriptions.some(
      (one) => one.plan.kind === 'continuous' && covers(one, date) && !revoked.has(`subscription:${one.id}`),
    ) || person.assignments.some((one) => covers(one, date) && !revoked.has(`assignment:${one.id}`))
  )
}
