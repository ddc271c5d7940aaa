import type { LocalDate } from './ids.ts'
import { Temporal } from './temporal.ts'

/**
 * The first day of the `n`th month of a plan (0 = the first). Counted from its first day, so that a plan of the 31st is
 * renewed on the last day of short months and on the 31st again afterwards.
 */
export function periodStart(startsOn: LocalDate, n: number): LocalDate {
  return Temporal.PlainDate.from(startsOn).add({ months: n }).toString()
}

/** The first day of the period that follows the one in which `date` lies; the plan's own first day before it begins. */
export function nextPeriod(startsOn: LocalDate, date: LocalDate): LocalDate {
  return periodStart(startsOn, periodOf(startsOn, date) + 1)
}

/** Which month of a plan a date lies in, from 0; -1 before it begins. */
export function periodOf(startsOn: LocalDate, date: LocalDate): number {
  if (date < startsOn) return -1
  const { years, months } = Temporal.PlainDate.from(startsOn).until(date, { largestUnit: 'years' })
  const n = years * 12 + months
  // The calendar's own difference may fall short at the ends of months: 31 January to 28 February is the next period.
  return periodStart(startsOn, n + 1) <= date ? n + 1 : n
}

/** A plan's own dates: first and last day, and the first day of the period that comes next (null = none comes). */
export interface Term {
  startsOn: LocalDate
  endsOn: LocalDate | null
  renewsOn: LocalDate | null
}

/**
 * The periods that have begun by `today` and were not counted yet, in order, and when the next begins then. Whoever looks
 * seldom gets the same periods as who looks every day.
 */
export function periodsDue(
  { startsOn, endsOn, renewsOn }: Term,
  today: LocalDate,
): { periods: LocalDate[]; renewsOn: LocalDate | null } {
  const periods: LocalDate[] = []
  let next = renewsOn
  const isDue = (first: LocalDate): boolean => first <= today && (endsOn === null || first <= endsOn)
  while (next !== null && isDue(next)) {
    periods.push(next)
    next = nextPeriod(startsOn, next)
  }
  return { periods, renewsOn: next !== null && endsOn !== null && next > endsOn ? null : next }
}
