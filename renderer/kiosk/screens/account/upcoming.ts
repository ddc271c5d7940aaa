import type { Instant, LocalDate } from '../../../../shared/domain/ids.ts'
import type { ScreenOf } from '../../page.ts'

export interface Upcoming {
  kind: 'desk' | 'reservation' | 'event'
  id: string
  /** The desk's label, or the name of what is reserved. */
  name: string
  date: LocalDate
  /** Null for a desk: it is for the day. */
  time: { from: Instant; until: Instant } | null
  mayCancel: boolean
}

/** Desks, reservations and places at events in one line, the next one first. On a day the desk comes first. */
export function upcomingOf(
  {
    bookings,
    reservations,
    eventPlaces,
  }: Pick<ScreenOf<'account'>, 'bookings' | 'reservations' | 'eventPlaces'>,
  dayOf: (at: Instant) => LocalDate,
): Upcoming[] {
  const timed =
    (kind: 'reservation' | 'event') =>
    (one: (typeof reservations)[number]): Upcoming => ({
      kind,
      id: one.id,
      name: one.name,
      date: dayOf(one.from),
      time: { from: one.from, until: one.until },
      mayCancel: one.mayCancel,
    })
  const all: Upcoming[] = [
    ...bookings.map(({ id, deskLabel, date }) => ({
      kind: 'desk' as const,
      id,
      name: deskLabel,
      date,
      time: null,
      mayCancel: false,
    })),
    ...reservations.map(timed('reservation')),
    ...eventPlaces.map(timed('event')),
  ]
  return all.toSorted((a, b) => a.date.localeCompare(b.date) || (a.time?.from ?? 0) - (b.time?.from ?? 0))
}
