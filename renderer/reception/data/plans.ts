import type { LocalDate } from '../../../shared/domain/ids.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { OfferRow, SubscriptionRow } from './rows.ts'

/** How a plan stands on a day: it is to come, it runs, or it runs and its last day is known. */
export type PlanWord = 'coming' | 'running' | 'ending'

export function planWord(row: SubscriptionRow, today: LocalDate): PlanWord {
  if (row.startsOn > today) return 'coming'
  return row.endsOn === null ? 'running' : 'ending'
}

/** The last day that is offered first: today for a plan that runs, the day before its first to take one back. */
export function lastDayOf(row: SubscriptionRow, today: LocalDate): LocalDate {
  return row.startsOn > today ? addDays(row.startsOn, -1) : today
}

/** For a form: refuses a day before `first`, and none at all. */
export function dayFrom(first: LocalDate) {
  return (day: LocalDate): { code: 'invalid-input' | 'date-past' } | null => {
    if (day === '') return { code: 'invalid-input' }
    return day < first ? { code: 'date-past' } : null
  }
}

/** Offers of the given kinds, kind by kind, in the order of the location. */
export function offersOf(rows: readonly OfferRow[], ...kinds: OfferRow['kind'][]): OfferRow[] {
  return rows
    .filter((row) => kinds.includes(row.kind))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || a.order - b.order || byLabel(a, b))
}

function byLabel(a: OfferRow, b: OfferRow): number {
  return collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })
