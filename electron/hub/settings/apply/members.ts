import type { LocationId } from '../../../../shared/domain/ids.ts'
import { accountFor } from '../../commands/identity/accounts.ts'
import type { JobContext } from '../../pipeline/context.ts'
import type { Config } from '../read/schema.ts'

/** The other locations of the network. One that is no longer named has left it. */
export function putNetwork(
  context: JobContext,
  here: LocationId,
  network: readonly { id: string; name: string }[],
): void {
  const { places } = context.store
  for (const { id, name } of network) if (id !== here) places.putNetworkLocation(id, name)
  const ids = new Set([here, ...network.map(({ id }) => id)])
  for (const id of places.networkLocations()) if (!ids.has(id)) places.retireNetworkLocation(id, context.now)
}

/**
 * Who belongs where, as far as the settings file says so (R1.2). Who is no longer in it, and was a member for no other
 * reason, is one no more.
 */
export function putMembers(
  context: JobContext,
  here: LocationId,
  members: NonNullable<Config['members']>,
): void {
  const { people } = context.store
  const left = new Map(people.bySettings().map((one) => [`${one.account} ${one.location}`, one]))
  for (const { email, location = here, role = 'member' } of members) {
    const { account } = accountFor(context, email)
    people.joinBySettings(account, location, role, context.now)
    left.delete(`${account} ${location}`)
  }
  for (const { account, location } of left.values()) people.leave(account, location)
}
