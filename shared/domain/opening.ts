import type { PlaceFacts } from './facts.ts'
import type { LocalDate } from './ids.ts'
import { atLocal, openWindow, overlap, type Window } from './time.ts'

/** The usable hours of a date: from opening until closing or the day's end, whichever is first (R5.5, R6.2). Null = closed. */
export function usableHours(
  { openingHours, dayEnd, zone }: Pick<PlaceFacts, 'openingHours' | 'dayEnd' | 'zone'>,
  date: LocalDate,
): Window | null {
  const open = openWindow(date, openingHours, zone)
  return open && overlap(open, { from: open.from, until: atLocal(date, dayEnd, zone) })
}
