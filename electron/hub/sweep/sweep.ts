import type { Instant, ItemId } from '../../../shared/domain/ids.ts'
import { dayWindow, localDateOf } from '../../../shared/domain/time.ts'
import { remindInvited } from '../commands/invitations/invitation-mails.ts'
import type { EngineDeps, JobContext } from '../pipeline/context.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import { freeDesk, projectBooking } from '../projections/bookings.ts'
import { grantShownAfter, projectGrants } from '../projections/grants.ts'
import { keepOnly } from '../projections/keep-only.ts'
import { itemChanged, occupancyChanged } from '../projections/occupancy.ts'
import { isOffered } from '../projections/offers.ts'
import { personChanged } from '../projections/person.ts'
import { closeLockout, trimReception } from '../projections/reception.ts'
import { freeItem, projectReservation } from '../projections/reservations.ts'
import { sweepPlans } from './plans.ts'

/** Rows of a kind that reception keeps; older ones get a tombstone. */
const kept = 300
/** Milliseconds between two looks, and between two that look for what is too old. */
const every = 60_000
const pruneEvery = 3_600_000
/** Milliseconds for which the answer to a command that no outbox repeats is kept. */
const answersKept = 7 * 24 * 3_600_000

/** When to look again: in a minute, and on the stroke of each location's midnight. */
export function nextSweep(deps: EngineDeps, now: Instant): Instant {
  const midnights = deps.locations().map((location) => {
    const { zone } = deps.placeOf(location).facts
    return dayWindow(localDateOf(now, zone), zone).until
  })
  return Math.min(now + every, ...midnights)
}

/**
 * What only the passing of time brings about at a location: bookings and lockouts that are over, a new day's presence.
 * `last`: when it was done before; null = at the start.
 */
export function sweepLocation(context: JobContext, last: Instant | null): void {
  const { zone } = context.place().facts
  const isNewDay = last === null || localDateOf(last, zone) !== localDateOf(context.now, zone)
  if (isNewDay) sweepPlans(context)
  if (isNewDay) sweepNewDay(context)
  else sweepEnded(context, last)
  for (const account of context.store.grants.due(context.now, context.now - grantShownAfter)) {
    const person = loadPerson(context, account, context.now)
    if (person) projectGrants(context, person)
  }
  for (const id of context.store.codes.endedLockouts(context.location, context.now)) closeLockout(context, id)
  remindInvited(context)
  if (isPruneTime(context, last)) pruneLists(context)
}

/** What time brings about in the hub as a whole, once whatever the number of its locations. */
export function sweepHub(context: JobContext, last: Instant | null): void {
  context.store.handoffs.forgetExpired(context.now)
  if (!isPruneTime(context, last)) return
  context.store.commands.forgetBefore(context.now - answersKept)
  context.store.codes.forgetTries(context.now)
}

function isPruneTime({ now }: JobContext, last: Instant | null): boolean {
  return last === null || Math.floor(last / pruneEvery) !== Math.floor(now / pruneEvery)
}

/** Keeps the lists that only grow at a length that a console can hold. */
function pruneLists(context: JobContext): void {
  trimReception(context, 'mail', kept)
  trimReception(context, 'conflict', kept)
  trimReception(context, 'request', kept, (id) => context.store.requests.find(id)?.answer !== null)
  trimReception(context, 'order', kept, (id) => context.store.orders.find(id)?.state !== 'due')
}

/** Everybody is checked out at the day's end (R5.5), and whatever was reserved is free when its time is over. */
function sweepEnded(context: JobContext, last: Instant): void {
  const freed = new Set<ItemId>()
  for (const desk of context.place().desks) {
    for (const { id, item } of context.store.bookings.endedOn(desk.id, last, context.now)) {
      freeDesk(context, id)
      freed.add(item)
    }
  }
  for (const reservation of context.store.reservations.ended(last, context.now)) {
    freeItem(context, reservation)
    freed.add(reservation.item)
  }
  for (const item of freed) occupancyChanged(context, item)
}

/** A new day: another one's bookings and events, and other plans run than the day before (R4.3). */
function sweepNewDay(context: JobContext): void {
  const live = new Set([...sweepBookings(context), ...sweepReservations(context)])
  keepOnly(context, 'catalogue', 'occupancy', live)
  for (const { row } of context.store.items.items(context.location))
    if (row.event && !isOffered(context, row)) itemChanged(context, row.id)
  for (const { account } of context.store.sessions.allLive(context.now)) personChanged(context, account)
}

function sweepReservations(context: JobContext): Set<string> {
  const { store, now } = context
  const live = new Set<string>()
  for (const { id, account, item, from, until } of store.reservations.open(now)) {
    live.add(id)
    const profile = store.people.profile(account)
    const itemName = store.items.nameOf(item)
    if (profile)
      projectReservation(context, { account, profile }, { booking: id, item, from, until, itemName })
  }
  keepOnly(context, 'reception', 'reservation', live)
  return live
}

/** On a new day, whoever booked for it is on the list; whatever is left of others goes. */
function sweepBookings(context: JobContext): Set<string> {
  const { store, now } = context
  const live = new Set<string>()
  for (const desk of context.place().desks) {
    for (const booking of store.bookings.openOn(desk.id, now)) {
      live.add(booking.id)
      const profile = store.people.profile(booking.account)
      if (profile) projectBooking(context, { account: booking.account, profile }, booking)
    }
  }
  keepOnly(context, 'reception', 'presence', live)
  return live
}
