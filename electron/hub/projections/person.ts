import type { Person } from '../../../shared/contract/person.ts'
import type { AccountId } from '../../../shared/domain/ids.ts'
import type { JobContext } from '../pipeline/context.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import { type DayChange, projectBookings } from './bookings.ts'
import { projectGrants } from './grants.ts'
import { notifyOffers } from './notify-offers.ts'
import { projectReservations } from './reservations.ts'

export interface PersonChange {
  only?: DayChange
  session?: string
  person?: Person | undefined
}

/**
 * To be called after a person's facts changed: derives what follows from them (grants, presence, occupancy) and tells
 * their other sessions. `session`: the one that made the change, which gets its answer anyway. `person`: as they are
 * now, by whoever knows without reading it all again.
 */
export function personChanged(
  context: JobContext,
  account: AccountId,
  { only, session, person = loadPerson(context, account, context.now) }: PersonChange = {},
): Person {
  if (!person) throw new Error(`no account ${account}`)
  projectBookings(context, person, only)
  if (!only) projectReservations(context, person)
  projectGrants(context, person, only)
  for (const live of context.store.sessions.liveOf(account, context.now)) {
    if (live.id !== session) tellPerson(context, live, person)
    // With the membership what they see may have changed (R1.2); a desk booking alone changes none.
    if (!only) notifyOffers(context, live, person.facts)
  }
  return person
}

/** Once per commit, as they are in the end: a new day changes somebody twice whose plan is renewed. */
function tellPerson(
  context: JobContext,
  { id: session, device }: { id: string; device: string },
  person: Person,
): void {
  const told = context.effects.findIndex((effect) => effect.kind === 'person' && effect.session === session)
  if (told !== -1) context.effects.splice(told, 1)
  context.effects.push({ kind: 'person', device, session, person })
}
