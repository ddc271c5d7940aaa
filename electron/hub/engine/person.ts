import type { Person } from '../../../shared/contract/facts.ts'
import type { AccountId, BookingId, Instant, LocalDate } from '../../../shared/domain/ids.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import { projectBookings } from './project-bookings.ts'
import { projectGrants } from './project-grants.ts'
import type { Parts, Run } from './run.ts'

/**
 * A person's facts from the day before `at` on. Yesterday's are needed where a day ends after midnight and where a
 * promise of yesterday arrives today. Undefined when there is no such account.
 */
export function loadPerson(parts: Parts, account: AccountId, at: Instant): Person | undefined {
  const place = parts.place().facts
  return parts.store.facts.load(account, place.id, addDays(localDateOf(at, place.zone), -1))
}

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
  projectGrants(run, person, only)
  for (const live of run.store.sessions.liveOf(account, run.now)) {
    if (live.id !== session)
      run.effects.push({ kind: 'person', device: live.device, session: live.id, person })
  }
  return person
}
