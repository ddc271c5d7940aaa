import type { Instant, ItemId } from '../../../shared/domain/ids.ts'
import { dayWindow, localDateOf } from '../../../shared/domain/time.ts'
import { remindInvited } from '../commands/invitations/invitation-mails.ts'
import type { EngineDeps, JobContext } from '../pipeline/context.ts'
import { startWalk } from '../pipeline/walks.ts'
import { freeDesk } from '../projections/bookings.ts'
import { grantsOver } from '../projections/grants.ts'
import { occupancyChanged } from '../projections/occupancy.ts'
import { closeLockout } from '../projections/reception.ts'
import { freeItem } from '../projections/reservations.ts'
import { sweepNewDay } from './new-day.ts'
import { sweepPlans } from './plans.ts'
import { pruneHub, trimLists } from './prune.ts'

/** Milliseconds between two looks, and between two that look for what is too old. */
const every = 60_000
const pruneEvery = 3_600_000

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
  startWalk(context, 'grants-over', grantsOver)
  for (const id of context.store.codes.endedLockouts(context.location, context.now)) closeLockout(context, id)
  remindInvited(context)
  if (isPruneTime(context, last)) startWalk(context, 'prune-lists', trimLists)
}

/** What time brings about in the hub as a whole, once whatever the number of its locations. */
export function sweepHub(context: JobContext, last: Instant | null): void {
  context.store.handoffs.forgetExpired(context.now)
  if (!isPruneTime(context, last)) return
  context.store.codes.forgetTries(context.now)
  startWalk(context, 'prune-hub', pruneHub)
}

function isPruneTime({ now }: JobContext, last: Instant | null): boolean {
  return last === null || Math.floor(last / pruneEvery) !== Math.floor(now / pruneEvery)
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
