import { arrivalOf } from '../../../../shared/domain/arrival.ts'
import type { FlowContext, Step } from '../events.ts'
import { factsOf } from '../person.ts'
import type { FlowState } from '../state.ts'
import { go, goHome, todayOf } from '../steps.ts'
import { toDesks } from './desk-request.ts'
import { oblige, resume } from './requests.ts'

/** Where the flow goes on once it is known who stands there (R2.1). */
export function proceed(state: FlowState, context: FlowContext): Step {
  const { purpose, pending } = state
  if (purpose === 'check-in') return arrive(state, context)
  if (pending) return resume(state, pending, context)
  if (purpose === 'book') return toDesks(state, null)
  return toAccount(state)
}

/** Arriving (R5.1 to R5.4). */
export function arrive(state: FlowState, context: FlowContext): Step {
  const place = context.catalogue.place()
  if (!state.signedIn || !place) return goHome(state)
  const arrival = arrivalOf(factsOf(state.signedIn), place, context.now)
  if (arrival.kind === 'continuous') return go(state, { name: 'welcome', grant: arrival.grant, doors: {} })
  const date = todayOf(context)
  if (arrival.kind === 'choose') return toDesks({ ...state, date }, null)
  // The same desk again: it costs nothing, and the answer brings the pass for the QR (R5.4).
  const desk = arrival.booking.item
  return oblige(state, { kind: 'desk', desk, date, pay: 'included', price: null, free: true }, context)
}

export function toAccount(state: FlowState): Step {
  return go({ ...state, pending: null }, { name: 'account', error: null, paying: null })
}
