import type { Person } from '../../../shared/contract/person.ts'
import type { AccountId, BookingId, LocalDate } from '../../../shared/domain/ids.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import { projectBookings } from './bookings.ts'
import { projectGrants } from './grants.ts'
import { projectReservations } from './reservations.ts'
import type { Run } from '../pipeline/context.ts'
import { tellOffers } from './tell-offers.ts'

export { loadPerson }

/** What changed, when it was one day's bookings and nothing else: spares looking at all the others. */
export interface DayChange {
  date: LocalDate
  /** A booking that was cancelled: no fact any more, so it must be named. */
  cancelled?: BookingId | null
}

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
  run: Run,
  account: AccountId,
  { only, session, person = loadPerson(run, account, run.now) }: PersonChange = {},
): Person {
  if (!person) throw new Error(`no account ${account}`)
  projectBookings(run, person, only)
  if (!only) projectReservations(run, person)
  projectGrants(run, person, only)
  for (const live of run.store.sessions.liveOf(account, run.now)) {
    if (live.id !== session) tellPerson(run, live, person)
    // With the membership what they see may have changed (R1.2); a desk booking alone changes none.
    if (!only) tellOffers(run, live, person.facts)
  }
  return person
}

/** Once per commit, as they are in the end: a new day changes somebody twice whose plan is renewed. */
function tellPerson(run: Run, { id: session, device }: { id: string; device: string }, person: Person): void {
  const told = run.effects.findIndex((effect) => effect.kind === 'person' && effect.session === session)
  if (told !== -1) run.effects.splice(told, 1)
  run.effects.push({ kind: 'person', device, session, person })
}
