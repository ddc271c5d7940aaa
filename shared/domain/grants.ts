import { type FoyerError, failure } from '../contract/errors.ts'
import type { BookingFacts, Grant, PersonFacts, PlaceFacts } from './facts.ts'
import type { DoorId, GrantId, Instant, LocalDate, Zone } from './ids.ts'
import { usableHours } from './opening.ts'
import { ok, type Result } from './result.ts'
import { addDays, atLocal, localDateOf, openWindow, overlap, type Window } from './time.ts'

/** How far ahead a controller without time profiles is told of a window, in milliseconds: a day offline and a half. */
const heldAhead = 36 * 3_600_000
/** How long before a reservation or an event its doors open, in milliseconds. */
export const comesEarly = 15 * 60_000
/** Weekly hours come round after 7 days; twice that, as a clock change can swallow one short window. */
const lookAheadDays = 14

/**
 * Every grant that follows from a person's facts, sorted by id (R6.1). Pure: to change a grant, change the fact.
 *
 * Continuous access holds from 00:00 of the first day to the end of the last, within the plan's hours; a day booking on
 * its day only, within opening hours (R6.2, R4.3); at check-out its end moves and the grant with it (R5.5).
 * A grant's id is `<kind of cause>:<id of the fact>`, so that a revocation still finds it tomorrow.
 */
export function deriveGrants(person: PersonFacts, place: PlaceFacts): Grant[] {
  const grants: Grant[] = []
  const add = (grant: Omit<Grant, 'id' | 'account' | 'revokedAt'>, revokedBy?: GrantId[]): void => {
    const id = `${grant.cause.kind}:${grant.cause.id}`
    const revokedAt = firstRevocation(person, revokedBy ?? [id])
    if (grant.until === null || grant.from < grant.until)
      grants.push({ id, account: person.account, ...grant, revokedAt })
  }
  const { doors } = place

  for (const { id, plan, startsOn, endsOn } of person.subscriptions) {
    if (plan.kind !== 'continuous') continue
    const cause = { kind: 'subscription', id, label: plan.name } as const
    add({ doors, ...term(startsOn, endsOn, place.zone), hours: plan.hours, cause })
  }
  for (const { id, itemName, startsOn, endsOn } of person.assignments) {
    const cause = { kind: 'assignment', id, label: itemName } as const
    add({ doors, ...term(startsOn, endsOn, place.zone), hours: null, cause })
  }
  for (const booking of person.bookings) {
    const window = bookingWindow(booking, place)
    if (!window) continue
    const cause = { kind: 'day-booking', id: booking.id, label: booking.date } as const
    // Whoever's day was taken away must not get it back by moving to another desk.
    const sameDay = person.bookings.filter(({ date }) => date === booking.date)
    const ids = sameDay.map((other) => `day-booking:${other.id}`)
    add({ doors, ...window, hours: null, cause }, ids)
  }
  for (const { id, itemName, ...window } of person.reservations) {
    const cause = { kind: 'room-booking', id, label: itemName } as const
    add({ doors, ...early(window), hours: null, cause })
  }
  for (const { id, eventName, ...window } of person.eventPlaces) {
    const cause = { kind: 'event', id, label: eventName } as const
    add({ doors, ...early(window), hours: null, cause })
  }
  for (const { id, doors: own, from, until, staff } of person.manualGrants) {
    add({ doors: own, from, until, hours: null, cause: { kind: 'staff', id, label: staff } })
  }
  return grants.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whoever has a room or a place at an event may come a little before it begins. */
function early({ from, until }: Window): Window {
  return { from: from - comesEarly, until }
}

function term(startsOn: LocalDate, endsOn: LocalDate | null, zone: Zone): Pick<Grant, 'from' | 'until'> {
  return {
    from: atLocal(startsOn, '00:00', zone),
    until: endsOn === null ? null : atLocal(endsOn, '24:00', zone),
  }
}

function bookingWindow(booking: BookingFacts, place: PlaceFacts): Window | null {
  if (booking.cancelled) return null
  const usable = usableHours(place, booking.date)
  return usable && overlap(usable, booking)
}

function firstRevocation(person: PersonFacts, ids: GrantId[]): Instant | null {
  const times = person.revocations.filter(({ grant }) => ids.includes(grant)).map(({ at }) => at)
  return times.length === 0 ? null : Math.min(...times)
}

/** `fromAt`: when it begins, or when its hours next do; null = they do not come again before it ends. */
export type GrantState =
  | { state: 'active' }
  | { state: 'scheduled'; fromAt: Instant }
  | { state: 'outside-hours'; fromAt: Instant | null }
  | { state: 'expired' }
  | { state: 'revoked' }

/**
 * What a grant is worth at a moment (R6.2). A revoked one is revoked whatever its time says: the clock of a device may
 * be behind that of whoever revoked it, and the door must not stay open for the difference (I6).
 */
export function grantStateAt(grant: Grant, zone: Zone, at: Instant): GrantState {
  if (grant.revokedAt !== null) return { state: 'revoked' }
  if (grant.until !== null && (at >= grant.until || grant.from >= grant.until)) return { state: 'expired' }
  if (at < grant.from) return { state: 'scheduled', fromAt: grant.from }
  const next = nextWindow(grant, zone, at)
  if (next && next.from <= at) return { state: 'active' }
  return { state: 'outside-hours', fromAt: next && next.from }
}

/**
 * What a controller without time profiles should hold at `now` (R6.3): the window that is running or else the next one
 * that begins within 36 h, null when there is none. Windows that follow each other without a gap are one, so that a door
 * open round the clock does not close at midnight. A grant without hours is held as it is, however far ahead.
 */
export function heldWindow(
  grant: Grant,
  zone: Zone,
  now: Instant,
): { from: Instant; until: Instant | null } | null {
  const { state } = grantStateAt(grant, zone, now)
  if (state === 'revoked' || state === 'expired') return null
  if (grant.hours === null) return { from: grant.from, until: grant.until }
  let held = null as Window | null
  for (const window of windowsFrom(grant, zone, now)) {
    if (window.from > now + heldAhead || (held && held.until < window.from)) break
    const from: Instant = held ? held.from : window.from
    held = { from, until: window.until }
  }
  return held
}

/** The next moment after `now` at which the grant's state or its held window changes; null = never again. */
export function nextBoundary(grant: Grant, zone: Zone, now: Instant): Instant | null {
  const seenAt = (at: Instant): string =>
    JSON.stringify([grantStateAt(grant, zone, at), heldWindow(grant, zone, at)])
  const times = grant.until === null ? [grant.from] : [grant.from, grant.until]
  for (const { from, until } of windowsFrom(grant, zone, now)) times.push(from - heldAhead, from, until)
  const seen = seenAt(now)
  return times.toSorted((a, b) => a - b).find((at) => at > now && seenAt(at) !== seen) ?? null
}

/** The concrete windows of a grant that end after `at`, in order, for as far as it pays to look. */
function* windowsFrom(grant: Grant, zone: Zone, at: Instant): Generator<Window> {
  if (grant.hours === null) return
  const first = localDateOf(Math.max(at, grant.from), zone)
  for (let day = 0; day <= lookAheadDays; day++) {
    const open = openWindow(addDays(first, day), grant.hours, zone)
    const window = open && overlap(open, grant)
    if (window && window.until > at) yield window
  }
}

function nextWindow(grant: Grant, zone: Zone, at: Instant): { from: Instant } | null {
  if (grant.hours === null) return grant
  for (const window of windowsFrom(grant, zone, at)) return window
  return null
}

/**
 * Whether a person with these grants may open a door now, and by which grant (R6.2). Of several that would do it is the
 * one that lasts longest, so that the audit log gives the plan rather than the day.
 *
 * Otherwise the error that helps most: when the door will open if it ever does, else what ended last.
 * Errors: `grant-none`, `grant-not-yet {fromAt}`, `grant-outside-hours {fromAt}`, `grant-over`, `grant-revoked`.
 */
export function decideUnlock(
  grants: readonly Grant[],
  door: DoorId,
  zone: Zone,
  now: Instant,
): Result<Grant, FoyerError> {
  const judged = grants
    .filter((grant) => grant.doors.includes(door))
    .map((grant) => ({ grant, ...grantStateAt(grant, zone, now) }))

  const [active] = judged
    .filter(({ state }) => state === 'active')
    .toSorted((a, b) => byLasting(a.grant, b.grant))
  if (active) return ok(active.grant)

  const [coming] = judged
    .flatMap((one) =>
      'fromAt' in one && one.fromAt !== null ? [{ state: one.state, fromAt: one.fromAt }] : [],
    )
    .toSorted((a, b) => a.fromAt - b.fromAt)
  if (coming)
    return failure(coming.state === 'scheduled' ? 'grant-not-yet' : 'grant-outside-hours', {
      fromAt: coming.fromAt,
    })

  const [ended] = judged
    .map(({ grant, state }) => ({ state, at: grant.revokedAt ?? grant.until ?? Infinity }))
    .toSorted((a, b) => b.at - a.at)
  if (!ended) return failure('grant-none')
  return failure(ended.state === 'revoked' ? 'grant-revoked' : 'grant-over')
}

/** Longest-lasting first, ties by id: for sorting grants of which any would do. */
export function byLasting(a: Grant, b: Grant): number {
  const [untilA, untilB] = [a.until ?? Infinity, b.until ?? Infinity]
  if (untilA !== untilB) return untilA > untilB ? -1 : 1
  return a.id < b.id ? -1 : 1
}
