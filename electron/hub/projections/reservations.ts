import type { Person } from '../../../shared/contract/person.ts'
import type { OccupancyFacts } from '../../../shared/domain/facts.ts'
import type { AccountId, ItemId } from '../../../shared/domain/ids.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import type { JobContext } from '../pipeline/context.ts'
import { publishOccupancy } from './occupancy.ts'

/** A reservation in the scopes: that it is held (nobody named, R10.1), and by whom (reception). */
export function projectReservation(
  context: JobContext,
  { profile, account }: Pick<Person, 'profile'> & { account: AccountId },
  { booking: id, item, from, until, itemName }: OccupancyFacts & { itemName: string },
): void {
  const date = localDateOf(from, context.place().facts.zone)
  const { name, email } = profile
  publishOccupancy(context, id, item, { item, date, from, until })
  context.publish('reception', 'reservation', id, { account, name, email, item, itemName, from, until })
}

/** A person's reservations that are not over. Those that ended are taken away by the sweep, cancelled ones at once. */
export function projectReservations(context: JobContext, { profile, facts }: Person): void {
  const { account } = facts
  for (const { id, ...reservation } of facts.reservations) {
    if (context.now < reservation.until)
      projectReservation(context, { profile, account }, { booking: id, ...reservation })
  }
}

/** It holds nothing any more. */
export function freeItem(context: JobContext, { id, item }: { id: string; item: ItemId }): void {
  publishOccupancy(context, id, item, null)
  context.publish('reception', 'reservation', id, null)
}
