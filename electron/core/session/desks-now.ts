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
import type { HeldOn } from '../sync/catalogue.ts'
import type { FlowContext } from './events.ts'
import { factsIn } from './person.ts'
import { createStableList } from './stable-list.ts'
import type { FlowState } from './state.ts'
import { dateOf } from './steps.ts'

/** What of the day can still be booked: its usable hours, from now on. Closed: the whole day. */
function bookableWindow(place: PlaceFacts, date: LocalDate, now: Instant): Window {
  const usable = usableHours(place, date) ?? dayWindow(date, place.zone)
  return overlap(usable, { from: now, until: null }) ?? usable
}

export type DeskNow = DeskRow & { state: DeskState }

/** What the looks of all desks follow from. */
interface Looking {
  heldOn: HeldOn
  place: PlaceFacts
  /** Who stands there; null = nobody is known. */
  facts: PersonFacts | null
  date: LocalDate
  now: Instant
}

/** How a desk looks on a day to whoever stands there (R1.3): gives a function, as what is the same for all desks is found once. */
function stateOf({ heldOn, place, facts, date, now }: Looking): (desk: DeskRow) => DeskState {
  const { from, until } = bookableWindow(place, date, now)
  const yours = facts && ownDesks(facts, date, now)
  return (desk) => {
    if (yours?.has(desk.id)) return 'yours'
    if (!desk.bookable) return 'assigned'
    const held = heldOn(desk.id)
    return held === undefined || isFree(desk.id, from, until, held) ? 'free' : 'taken'
  }
}

function ownDesks({ bookings, assignments }: PersonFacts, date: LocalDate, now: Instant): Set<ItemId> {
  const own = new Set(assignments.filter((one) => covers(one, date)).map(({ item }) => item))
  const booked = liveBooking(bookings, date, now)
  return booked ? own.add(booked.item) : own
}

/** How all desks look, for one floor plan that is shown again and again; what looks as before is the same object. */
export function createDeskStates(): (desks: readonly DeskRow[], looking: Looking) => readonly DeskNow[] {
  const stable = createStableList<DeskRow, DeskNow>()
  return (desks, looking) => {
    const look = stateOf(looking)
    return stable(desks, (desk, before) => {
      const state = look(desk)
      return before?.state === state ? before : { ...desk, state }
    })
  }
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
  context: FlowContext,
): { state: DeskState; label: string } | null {
  const { catalogue, now } = context
  const place = catalogue.place()
  const desk = catalogue.desks().find((one) => one.id === id)
  if (!place || !desk) return null
  const date = dateOf(state, context)
  const look = stateOf({ heldOn: catalogue.heldOn(date), place, facts: factsIn(state), date, now })
  return { state: look(desk), label: desk.label }
}

/** Why a desk cannot be picked (R1.3); null when it can. */
export function whyNot(desk: { state: DeskState; label: string } | null): FoyerError | null {
  if (!desk) return { code: 'desk-unknown' }
  if (desk.state === 'free' || desk.state === 'yours') return null
  return { code: desk.state === 'taken' ? 'desk-taken' : 'desk-assigned', params: { desk: desk.label } }
}
