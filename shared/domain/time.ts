import type { Temporal as Polyfill } from 'temporal-polyfill'
import type { Weekday, WeeklyHours } from './facts.ts'
import type { Instant, LocalDate, LocalTime, Zone } from './ids.ts'
import { Temporal } from './temporal.ts'

/**
 * The location's own calendar (R5.7). Instants are epoch milliseconds. A malformed date, time or zone is a bug, since
 * boundaries check them: these functions then throw a RangeError.
 */

/** A half-open span of time [from, until), in epoch milliseconds. */
export interface Window {
  from: Instant
  until: Instant
}

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

// A conversion takes some 35 µs, and a check-in or a reconciler asks for the same few hundred again and again.
const cacheLimit = 2000
const instants = new Map<string, Instant>()
const dates = new Map<string, LocalDate>()
const namesOfDays = new Map<LocalDate, Weekday>()

function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key)
  if (known !== undefined) return known
  const made = make()
  if (cache.size >= cacheLimit) cache.clear()
  cache.set(key, made)
  return made
}

// Since 1972 every zone is whole minutes away from UTC, so that within a minute the date does not change.
const wholeMinutesSince = 63_072_000_000

/** The date that a calendar at the location shows at that moment. */
export function localDateOf(at: Instant, zone: Zone): LocalDate {
  const toDate = (): LocalDate =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString()
  return at < wholeMinutesSince ? toDate() : cached(dates, `${zone} ${Math.floor(at / 60_000)}`, toDate)
}

/**
 * The moment at which a clock at the location shows that time on that date (R5.7). '00:00' is the first moment of the
 * date even where clocks skip midnight, '24:00' the first moment of the next. A time that is skipped in spring is taken
 * as much later as clocks jump, one that comes twice in autumn is its first coming (Temporal's 'compatible').
 */
export function atLocal(date: LocalDate, time: LocalTime, zone: Zone): Instant {
  return cached(instants, `${zone} ${date} ${time}`, () =>
    toInstant(Temporal.PlainDate.from(date), time, zone),
  )
}

function toInstant(date: Polyfill.PlainDate, time: LocalTime, zone: Zone): Instant {
  if (time === '00:00') return date.toZonedDateTime(zone).epochMilliseconds
  if (time === '24:00') return date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return date.toPlainDateTime(time).toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds
}

/** `n` days later in the calendar, earlier if negative. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return cached(dates, `${date} ${n}`, () => Temporal.PlainDate.from(date).add({ days: n }).toString())
}

export function weekdayOf(date: LocalDate): Weekday {
  return cached(namesOfDays, date, () => {
    const weekday = weekdays[Temporal.PlainDate.from(date).dayOfWeek - 1]
    if (weekday === undefined) throw new RangeError(`no weekday for ${date}`)
    return weekday
  })
}

/** The whole date at the location: 24 hours, or 23 or 25 when clocks change (R5.7). */
export function dayWindow(date: LocalDate, zone: Zone): Window {
  return { from: atLocal(date, '00:00', zone), until: atLocal(date, '24:00', zone) }
}

/**
 * When the hours say open on that date, or null when closed. It never reaches beyond the date, though a clock change may
 * move its ends; hours that fall into a skipped hour altogether are null.
 */
export function openWindow(date: LocalDate, hours: WeeklyHours, zone: Zone): Window | null {
  const ofDay = hours[weekdayOf(date)]
  if (!ofDay) return null
  // America/Nuuk skips 23:00 to 24:00 in spring: 'until 23:30' would lie in the next day.
  return overlap(
    { from: atLocal(date, ofDay.from, zone), until: atLocal(date, ofDay.until, zone) },
    dayWindow(date, zone),
  )
}

/** What two windows have in common, or null. An `until` of null in the second means no end. */
export function overlap(a: Window, b: { from: Instant; until: Instant | null }): Window | null {
  const from = Math.max(a.from, b.from)
  const until = b.until === null ? a.until : Math.min(a.until, b.until)
  return from < until ? { from, until } : null
}

/** Whether this is the name of an IANA time zone that is known here. A bare offset such as '+01:00' is none. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
