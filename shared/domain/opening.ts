import type { PlaceFacts } from './facts.ts'
import type { LocalDate } from './ids.ts'
import { atLocal, openWindow, overlap, type Window } from './time.ts'

/** The usable hours of a date: from opening until closing or the day's end, whichever is first (R5.5, R6.2). Null = closed. */
export function usableHours(place: Hours, date: LocalDate): Window | null {
  const known = ofPlace.get(place) ?? new Map<LocalDate, Window | null>()
  ofPlace.set(place, known)
  const window = known.get(date)
  if (window !== undefined) return window
  const made = hoursOn(place, date)
  known.set(date, made)
  return made
}

type Hours = Pick<PlaceFacts, 'openingHours' | 'dayEnd' | 'zone'>
/** A kiosk asks for the same day at every change. Facts are immutable: a place that changed is another object. */
const ofPlace = new WeakMap<Hours, Map<LocalDate, Window | null>>()

function hoursOn({ openingHours, dayEnd, zone }: Hours, date: LocalDate): Window | null {
  const open = openWindow(date, openingHours, zone)
  return open && overlap(open, { from: open.from, until: atLocal(date, dayEnd, zone) })
}
