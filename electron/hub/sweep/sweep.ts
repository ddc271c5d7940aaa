import type { Instant, ItemId } from '../../../shared/domain/ids.ts'
import { dayWindow, localDateOf } from '../../../shared/domain/time.ts'
import { closeLockout } from '../commands/identity/codes.ts'
import { remindInvited } from '../commands/invitations/invitation-mails.ts'
import { itemChanged, occupancyChanged } from '../projections/occupancy.ts'
import { isOffered } from '../projections/offers.ts'
import { loadPerson, personChanged } from '../projections/person.ts'
import { sweepPlans } from './plans.ts'
import { freeDesk, projectBooking } from '../projections/bookings.ts'
import { grantShownAfter, projectGrants } from '../projections/grants.ts'
import { freeItem, projectReservation } from '../projections/reservations.ts'
import type { Parts, Run } from '../pipeline/context.ts'

/** Rows of a kind that reception keeps; older ones get a tombstone. */
const kept = 300
/** Milliseconds between two looks, and between two that look for what is too old. */
const every = 60_000
const tidyEvery = 3_600_000
/** Milliseconds for which the answer to a command that no outbox repeats is kept. */
const answersKept = 7 * 24 * 3_600_000

/** When to look again: in a minute, and on the stroke of the location's midnight. */
export function nextSweep(parts: Parts, now: Instant): Instant {
  const { zone } = parts.place().facts
  return Math.min(now + every, dayWindow(localDateOf(now, zone), zone).until)
}

/**
 * What only the passing of time brings about: bookings, grants and lockouts that are over, a new day's presence.
 * `last`: when it was done before; null = at the start.
 */
export function sweep(run: Run, last: Instant | null): void {
  const { zone } = run.place().facts
  const isNewDay = last === null || localDateOf(last, zone) !== localDateOf(run.now, zone)
  if (isNewDay) sweepPlans(run)
  if (isNewDay) sweepNewDay(run)
  else sweepEnded(run, last)
  for (const account of run.store.grants.due(run.now, run.now - grantShownAfter)) {
    const person = loadPerson(run, account, run.now)
    if (person) projectGrants(run, person)
  }
  for (const id of run.store.codes.endedLockouts(run.now)) closeLockout(run, id)
  remindInvited(run)
  run.store.handoffs.forgetExpired(run.now)
  if (last === null || Math.floor(last / tidyEvery) !== Math.floor(run.now / tidyEvery)) tidy(run)
}

/** Keeps the lists that only grow at a length that a console can hold. */
function tidy(run: Run): void {
  trim(run, 'mail')
  trim(run, 'conflict')
  trim(run, 'request', (id) => run.store.requests.find(id)?.answer !== null)
  trim(run, 'order', (id) => run.store.orders.find(id)?.state !== 'due')
  run.store.commands.forgetBefore(run.now - answersKept)
  run.store.codes.forgetTries(run.now)
}

/** Everybody is checked out at the day's end (R5.5), and whatever was reserved is free when its time is over. */
function sweepEnded(run: Run, last: Instant): void {
  const freed = new Set<ItemId>()
  for (const desk of run.place().desks) {
    for (const { id, item } of run.store.bookings.endedOn(desk.id, last, run.now)) {
      freeDesk(run, id)
      freed.add(item)
    }
  }
  for (const reservation of run.store.reservations.ended(last, run.now)) {
    freeItem(run, reservation)
    freed.add(reservation.item)
  }
  for (const item of freed) occupancyChanged(run, item)
}

/** A new day: another one's bookings and events, and other plans run than the day before (R4.3). */
function sweepNewDay(run: Run): void {
  const live = new Set([...sweepBookings(run), ...sweepReservations(run)])
  for (const id of run.store.scopes.liveIds('catalogue', 'occupancy')) {
    if (!live.has(id)) run.publish('catalogue', 'occupancy', id, null)
  }
  for (const { row } of run.store.items.items())
    if (row.event && !isOffered(run, row)) itemChanged(run, row.id)
  for (const { account } of run.store.sessions.allLive(run.now)) personChanged(run, account)
}

function sweepReservations(run: Run): Set<string> {
  const { store, now } = run
  const live = new Set<string>()
  for (const { id, account, item, from, until } of store.reservations.open(now)) {
    live.add(id)
    const profile = store.people.profile(account)
    const itemName = store.items.nameOf(item)
    if (profile) projectReservation(run, { account, profile }, { booking: id, item, from, until, itemName })
  }
  for (const id of store.scopes.liveIds('reception', 'reservation')) {
    if (!live.has(id)) run.publish('reception', 'reservation', id, null)
  }
  return live
}

/** On a new day, whoever booked for it is on the list; whatever is left of others goes. */
function sweepBookings(run: Run): Set<string> {
  const { store, now } = run
  const live = new Set<string>()
  for (const desk of run.place().desks) {
    for (const booking of store.bookings.openOn(desk.id, now)) {
      live.add(booking.id)
      const profile = store.people.profile(booking.account)
      if (profile) projectBooking(run, { account: booking.account, profile }, booking)
    }
  }
  for (const id of store.scopes.liveIds('reception', 'presence')) {
    if (!live.has(id)) run.publish('reception', 'presence', id, null)
  }
  return live
}

function trim(
  run: Run,
  kind: 'mail' | 'order' | 'request' | 'conflict',
  mayGo: (id: string) => boolean = () => true,
): void {
  for (const id of run.store.scopes.liveIds('reception', kind).slice(kept)) {
    if (mayGo(id)) run.publish('reception', kind, id, null)
  }
}
