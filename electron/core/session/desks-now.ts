import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { DeskState, PayOptions } from '../../../shared/contract/kiosk-view.ts'
import type { DeskRow } from '../../../shared/contract/rows.ts'
import { isPaid } from '../../../shared/domain/booking.ts'
import { covers } from '../../../shared/domain/coverage.ts'
import { isFree } from '../../../shared/domain/desks.ts'
import type { PersonFacts, PlaceFacts } from '../../../shared/domain/facts.ts'
import type { Instant, ItemId, LocalDate } from '../../../shared/domain/ids.ts'
import { liveBooking } from '../../../shared/domain/live.ts'
import { usableHours } from '../../../shared/domain/opening.ts'
import { passesLeft } from '../../../shared/domain/passes.ts'
import { dayWindow, overlap, type Window } from '../../../shared/domain/time.ts'
import type { Occupancy } from '../sync/catalogue.ts'
import type { FlowContext } from './events.ts'
import { factsIn } from './person.ts'
import type { FlowState } from './state.ts'
import { dateOf } from './steps.ts'

/** What of the day can still be booked: its usable hours, from now on. Closed: the whole day. */
function bookableWindow(place: PlaceFacts, date: LocalDate, now: Instant): Window {
  const usable = usableHours(place, date) ?? dayWindow(date, place.zone)
  return overlap(usable, { from: now, until: null }) ?? usable
}

/** How each desk looks on a day to whoever stands there (R1.3). */
export function deskStates(
  desks: readonly DeskRow[],
  occupancies: readonly Occupancy[],
  place: PlaceFacts,
  facts: PersonFacts | null,
  date: LocalDate,
  now: Instant,
): (DeskRow & { state: DeskState })[] {
  const { from, until } = bookableWindow(place, date, now)
  const own = facts && liveBooking(facts.bookings, date, now)
  const state = (desk: DeskRow): DeskState => {
    if (own?.item === desk.id || facts?.assignments.some((one) => one.item === desk.id && covers(one, date)))
      return 'yours'
    if (!desk.bookable) return 'assigned'
    return isFree(desk.id, from, until, occupancies) ? 'free' : 'taken'
  }
  return desks.map((desk) => ({ ...desk, state: state(desk) }))
}

/** What stands on the buttons (R1.4, R5.2). */
export function payOptions(
  place: PlaceFacts | null,
  facts: PersonFacts | null,
  date: LocalDate,
  now: Instant,
): PayOptions {
  const single = place?.singleDay ?? null
  if (!facts) return { pass: { left: null }, single, included: false }
  if (isPaid(facts, date, now)) return { pass: null, single: null, included: true }
  const left = passesLeft(facts.passes, date)
  return { pass: left > 0 ? { left } : null, single, included: false }
}

/** One desk as it looks on the day that is shown; null when there is no such desk. */
export function deskNow(
  state: FlowState,
  id: ItemId,
  { catalogue, ...context }: FlowContext,
): { state: DeskState; label: string } | null {
  const place = catalogue.place()
  const date = dateOf(state, { catalogue, ...context })
  const facts = factsIn(state)
  const desks = catalogue.desks().filter((desk) => desk.id === id)
  const [desk] = place ? deskStates(desks, catalogue.occupancies(date), place, facts, date, context.now) : []
  return desk ?? null
}

/** Why a desk cannot be picked (R1.3); null when it can. */
export function whyNot(desk: { state: DeskState; label: string } | null): FoyerError | null {
  if (!desk) return { code: 'desk-unknown' }
  if (desk.state === 'free' || desk.state === 'yours') return null
  return { code: desk.state === 'taken' ? 'desk-taken' : 'desk-assigned', params: { desk: desk.label } }
}
