import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { decideBilling } from '../../../../shared/domain/billing.ts'
import { decideTerms } from '../../../../shared/domain/terms.ts'
import { type Deed, isMessage, priceOf } from '../deed.ts'
import { isPaid } from '../desks-now.ts'
import type { Step, World } from '../events.ts'
import { factsOf } from '../person.ts'
import type { FlowState, SignedIn } from '../state.ts'
import { go, goHome } from '../steps.ts'
import { reviewDesk, toDesks } from './desk-deed.ts'
import { reviewItem, toItem } from './item-deed.ts'
import { askAgainWho, toEmail } from './who.ts'

/**
 * The one way of everything that is done here: who is it (R2.1) → still the same price? (R1.4) → name and terms, if it
 * obliges (R3.1) → billing details, if it costs and the place asks (R3.3) → done.
 */
export function begin(state: FlowState, deed: Deed, world: World): Step {
  if (state.signedIn) return goOn(state, deed, world)
  return toEmail({ ...state, pending: deed, purpose: deed.kind === 'desk' ? 'book' : 'item' }, world)
}

/** Once more from the price on: it may have changed while they read the terms. */
export function goOn(state: FlowState, deed: Deed, world: World): Step {
  if (!isKnown(state)) return goHome(state)
  const next = { ...state, pending: deed }
  return review(next, deed, false, world) ?? oblige(next, deed, world)
}

/** Goes on with what was wanted before the person was known. */
export function resume(state: FlowState, deed: Deed, world: World): Step {
  if (!isKnown(state)) return goHome(state)
  const next = deed.kind === 'desk' ? { ...state, date: deed.date } : state
  return review(next, deed, true, world) ?? oblige(next, deed, world)
}

function review(
  state: FlowState & { signedIn: SignedIn },
  deed: Deed,
  isNew: boolean,
  world: World,
): Step | null {
  return deed.kind === 'desk' ? reviewDesk(state, deed, isNew, world) : reviewItem(state, deed, world)
}

/** Does it, after asking for name and terms and for billing details if they are still needed. */
export function oblige(state: FlowState, deed: Deed, world: World): Step {
  const place = world.catalogue.place()
  if (!isKnown(state) || !place) return goHome(state)
  const facts = factsOf(state.signedIn)
  const pending = deed.kind === 'desk' ? { ...deed, free: isPaid(facts, deed.date, world.now) } : deed
  const next = { ...state, pending }
  if (!isMessage(pending) && !decideTerms(facts, place).ok) return toTerms(next)
  if (!decideBilling(facts, place, priceOf(pending)).ok) return toBilling(next)
  const { session } = state.signedIn
  const waiting = 'booking' as const
  return pending.kind === 'desk'
    ? { state: { ...next, waiting }, effects: [{ do: 'book', session, choice: pending }] }
    : {
        state: { ...next, waiting, unanswered: pending },
        effects: [{ do: 'deed', session, deed: pending }],
      }
}

/** What the hub still wants before it does the deed, asked for with the deed kept; null = it refused for another reason. */
export function askForMore(state: FlowState, deed: Deed, error: FoyerError): Step | null {
  const next = { ...state, pending: deed }
  switch (error.code) {
    case 'session-invalid':
      return askAgainWho(next)
    case 'terms-needed':
    case 'name-needed':
    case 'terms-outdated':
      return toTerms(next, error)
    case 'billing-needed':
      return toBilling(next, error)
    default:
      return null
  }
}

/** Back to where it was picked, with everything still picked. */
export function toChosen(state: FlowState, deed: Deed): Step {
  return deed.kind === 'desk' ? toDesks(state, deed.desk) : toItem(state, deed)
}

function toTerms(state: FlowState, error: FoyerError | null = null): Step {
  const fullName = state.signedIn?.person.profile.name ?? ''
  return go(state, { name: 'terms', fullName, error })
}

function toBilling(state: FlowState, error: FoyerError | null = null): Step {
  return go(state, { name: 'billing', typed: null, error })
}

function isKnown(state: FlowState): state is FlowState & { signedIn: SignedIn } {
  return state.signedIn !== null
}
