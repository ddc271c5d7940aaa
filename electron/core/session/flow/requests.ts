import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { decideBilling } from '../../../../shared/domain/billing.ts'
import { isPaid } from '../../../../shared/domain/booking.ts'
import { decideTerms } from '../../../../shared/domain/terms.ts'
import type { FlowContext, Step } from '../events.ts'
import { factsOf } from '../person.ts'
import { isMessage, type PendingRequest, priceOf } from '../request.ts'
import type { FlowState, SignedIn } from '../state.ts'
import { go, goHome } from '../steps.ts'
import { reviewDesk, toDesks } from './desk-request.ts'
import { identify, reidentify } from './identify.ts'
import { reviewItem, toItem } from './item-request.ts'

/**
 * The one way of everything that is done here: who is it (R2.1) → still the same price? (R1.4) → name and terms, if it
 * obliges (R3.1) → billing details, if it costs and the place asks (R3.3) → done.
 */
export function begin(state: FlowState, request: PendingRequest, context: FlowContext): Step {
  if (state.signedIn) return goOn(state, request, context)
  return identify({ ...state, pending: request, purpose: request.kind === 'desk' ? 'book' : 'item' }, context)
}

/** Once more from the price on: it may have changed while they read the terms. */
export function goOn(state: FlowState, request: PendingRequest, context: FlowContext): Step {
  if (!isKnown(state)) return goHome(state)
  const next = { ...state, pending: request }
  return review(next, request, false, context) ?? oblige(next, request, context)
}

/** Goes on with what was wanted before the person was known. */
export function resume(state: FlowState, request: PendingRequest, context: FlowContext): Step {
  if (!isKnown(state)) return goHome(state)
  const next = request.kind === 'desk' ? { ...state, date: request.date } : state
  return review(next, request, true, context) ?? oblige(next, request, context)
}

function review(
  state: FlowState & { signedIn: SignedIn },
  request: PendingRequest,
  isNew: boolean,
  context: FlowContext,
): Step | null {
  return request.kind === 'desk'
    ? reviewDesk(state, request, isNew, context)
    : reviewItem(state, request, context)
}

/** Does it, after asking for name and terms and for billing details if they are still needed. */
export function oblige(state: FlowState, request: PendingRequest, context: FlowContext): Step {
  const place = context.catalogue.place()
  if (!isKnown(state) || !place) return goHome(state)
  const facts = factsOf(state.signedIn)
  const pending =
    request.kind === 'desk' ? { ...request, free: isPaid(facts, request.date, context.now) } : request
  const next = { ...state, pending }
  if (!isMessage(pending) && !decideTerms(facts, place).ok) return toTerms(next)
  if (!decideBilling(facts, place, priceOf(pending)).ok) return toBilling(next)
  const { session } = state.signedIn
  const waiting = 'booking' as const
  return pending.kind === 'desk'
    ? { state: { ...next, waiting }, effects: [{ do: 'book', session, request: pending }] }
    : {
        state: { ...next, waiting, unanswered: pending },
        effects: [{ do: 'submit', session, request: pending }],
      }
}

/** What the hub still wants before it does the request, asked for with the request kept; null = it refused for another reason. */
export function askForMore(state: FlowState, request: PendingRequest, error: FoyerError): Step | null {
  const next = { ...state, pending: request }
  switch (error.code) {
    case 'session-invalid':
      return reidentify(next)
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
export function toChosen(state: FlowState, request: PendingRequest): Step {
  return request.kind === 'desk' ? toDesks(state, request.desk) : toItem(state, request)
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
