import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { arrivalOf } from '../../../../shared/domain/arrival.ts'
import { liveBooking } from '../../../../shared/domain/live.ts'
import { passesLeft } from '../../../../shared/domain/passes.ts'
import { decideTerms } from '../../../../shared/domain/terms.ts'
import { isPaid } from '../desks-now.ts'
import type { Step, World } from '../events.ts'
import { factsOf } from '../person.ts'
import type { Choice, FlowState } from '../state.ts'
import { go, goHome, todayOf } from '../steps.ts'

/** Where the flow goes on once it is known who stands there (R2.1). */
export function proceed(state: FlowState, world: World): Step {
  if (state.purpose === 'check-in') return arrive(state, world)
  if (state.purpose === 'book') return resume(state, world)
  return go(state, { name: 'account', error: null })
}

/** Arriving (R5.1 to R5.4). */
export function arrive(state: FlowState, world: World): Step {
  const place = world.catalogue.place()
  if (!state.signedIn || !place) return goHome(state)
  const arrival = arrivalOf(factsOf(state.signedIn), place, world.now)
  if (arrival.kind === 'continuous') return go(state, { name: 'welcome', grant: arrival.grant, doors: {} })
  const today = todayOf(world)
  if (arrival.kind === 'choose') return toDesks({ ...state, date: today }, null)
  // The same desk again: it costs nothing, and the answer brings the pass for the QR (R5.4).
  const choice = {
    desk: arrival.booking.item,
    date: today,
    pay: 'included',
    price: null,
    free: true,
  } as const
  return oblige(state, choice, world)
}

/**
 * Goes on with what was chosen before the person was known (R2.1). What would cost more than they thought, or could cost
 * less, is shown to them again instead of being done (R1.4, R5.2).
 */
function resume(state: FlowState, world: World): Step {
  const { pending, signedIn } = state
  const place = world.catalogue.place()
  if (!pending || !signedIn || !place) return toDesks(state, null)
  const facts = factsOf(signedIn)
  const { desk, date, pay } = pending
  const at = { ...state, date }
  if (liveBooking(facts.bookings, date, world.now)?.item === desk) return oblige(at, pending, world)
  if (isPaid(facts, date, world.now))
    return pay === 'included' ? oblige(at, pending, world) : toDesks(at, desk)
  // It was picked before anybody knew of the pass: a free day is not sold (R1.4).
  if (pay === 'single' && passesLeft(facts.passes, date) > 0) return toDesks(at, desk)
  return order(at, pending, world)
}

/**
 * Orders what was picked. What the person's own facts rule out is said before they are asked for name and terms; all
 * else is for `decideDeskBooking`.
 */
export function order(state: FlowState, choice: Choice, world: World): Step {
  const place = world.catalogue.place()
  const { signedIn } = state
  if (!signedIn || !place) return goHome(state)
  const facts = factsOf(signedIn)
  const { desk, date, pay, price } = choice
  if (isPaid(facts, date, world.now)) return oblige(state, choice, world)
  const { amount, currency } = place.singleDay
  if (pay === 'pass' && passesLeft(facts.passes, date) === 0)
    return toDesks({ ...state, pending: null }, desk, { code: 'no-pass-left' })
  if (pay === 'single' && (price?.amount !== amount || price.currency !== currency))
    return toDesks({ ...state, pending: null }, desk, { code: 'price-changed', params: { amount, currency } })
  return oblige(state, choice, world)
}

/** Books, after asking for name and terms if they are still needed (R3.1). */
export function oblige(state: FlowState, choice: Choice, world: World): Step {
  const place = world.catalogue.place()
  const { signedIn } = state
  if (!signedIn || !place) return goHome(state)
  const facts = factsOf(signedIn)
  const pending = { ...choice, free: isPaid(facts, choice.date, world.now) }
  if (!decideTerms(facts, place).ok)
    return go({ ...state, pending }, { name: 'terms', fullName: signedIn.person.profile.name, error: null })
  const { session } = signedIn
  return {
    state: { ...state, pending, waiting: 'booking' },
    effects: [{ do: 'book', session, choice: pending }],
  }
}

export function toDesks(state: FlowState, selected: string | null, error: FoyerError | null = null): Step {
  return go(state, { name: 'desks', selected, error })
}

/** The hub does not know the session any more: the person says again who they are, and the choice stays. */
export function askAgainWho(state: FlowState): Step {
  const purpose = state.pending ? 'book' : state.purpose
  const email = state.signedIn?.person.profile.email ?? ''
  return go(
    { ...state, signedIn: null, purpose },
    { name: 'email', email, error: { code: 'session-invalid' } },
  )
}
