import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { AccountId, LocationId } from '../../../../shared/domain/ids.ts'
import { newId } from '../../../lib/system.ts'
import type { Config } from '../read/schema.ts'
import type { Run } from '../../pipeline/context.ts'

/** The account of an email; made when there is none yet, so that it is theirs when they first come (R2.2). */
export function accountFor(run: Run, typed: string): AccountId {
  const { people, places } = run.store
  const email = normalizeEmail(typed)
  const known = people.idOf(email)
  if (known !== undefined) return known
  const id = newId(run.system)
  people.add(id, email, '', places.location()?.languages[0] ?? 'en', run.now)
  return id
}

/** The other locations of the network. One that is no longer named has left it. */
export function putNetwork(
  run: Run,
  here: LocationId,
  network: readonly { id: string; name: string }[],
): void {
  const { places } = run.store
  for (const { id, name } of network) if (id !== here) places.putNetworkLocation(id, name)
  const ids = new Set([here, ...network.map(({ id }) => id)])
  for (const id of places.networkLocations()) if (!ids.has(id)) places.retireNetworkLocation(id, run.now)
}

/**
 * Who belongs where, as far as the settings file says so (R1.2). Who is no longer in it, and was a member for no other
 * reason, is one no more.
 */
export function putMembers(run: Run, here: LocationId, members: NonNullable<Config['members']>): void {
  const { people } = run.store
  const left = new Map(people.bySettings().map((one) => [`${one.account} ${one.location}`, one]))
  for (const { email, location = here, role = 'member' } of members) {
    const account = accountFor(run, email)
    people.joinBySettings(account, location, role, run.now)
    left.delete(`${account} ${location}`)
  }
  for (const { account, location } of left.values()) people.leave(account, location)
}
