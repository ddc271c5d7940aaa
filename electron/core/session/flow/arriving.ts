import { arrivalOf } from '../../../../shared/domain/arrival.ts'
import type { Step, World } from '../events.ts'
import { factsOf } from '../person.ts'
import type { FlowState } from '../state.ts'
import { go, goHome, todayOf } from '../steps.ts'
import { oblige, resume } from './deeds.ts'
import { toDesks } from './desk-deed.ts'

/** Where the flow goes on once it is known who stands there (R2.1). */
export function proceed(state: FlowState, world: World): Step {
  const { purpose, pending } = state
  if (purpose === 'check-in') return arrive(state, world)
  if (pending) return resume(state, pending, world)
  if (purpose === 'book') return toDesks(state, null)
  return toAccount(state)
}

/** Arriving (R5.1 to R5.4). */
export function arrive(state: FlowState, world: World): Step {
  const place = world.catalogue.place()
  if (!state.signedIn || !place) return goHome(state)
  const arrival = arrivalOf(factsOf(state.signedIn), place, world.now)
  if (arrival.kind === 'continuous') return go(state, { name: 'welcome', grant: arrival.grant, doors: {} })
  const date = todayOf(world)
  if (arrival.kind === 'choose') return toDesks({ ...state, date }, null)
  // The same desk again: it costs nothing, and the answer brings the pass for the QR (R5.4).
  const desk = arrival.booking.item
  return oblige(state, { kind: 'desk', desk, date, pay: 'included', price: null, free: true }, world)
}

export function toAccount(state: FlowState): Step {
  return go({ ...state, pending: null }, { name: 'account', error: null, paying: null })
}
