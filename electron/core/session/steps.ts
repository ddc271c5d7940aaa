import type { Language } from '../../../shared/contract/basics.ts'
import { languages } from '../../../shared/contract/basics.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import type { Effect, FlowContext, PersonCommand, Step } from './events.ts'
import { type FlowScreen, type FlowState, initialState, type SignedIn } from './state.ts'

/** Days that the strip offers for booking, today included. */
const daysAhead = 14

export function stay(state: FlowState, ...effects: Effect[]): Step {
  return { state, effects }
}

/** Another screen: answers that are still on their way belong to the old one. */
export function go(state: FlowState, screen: FlowScreen, ...effects: Effect[]): Step {
  return { state: { ...state, screen, waiting: null, step: state.step + 1 }, effects }
}

/** The same screen with something else on it. */
export function show(state: FlowState, screen: FlowScreen, ...effects: Effect[]): Step {
  return { state: { ...state, screen, waiting: null }, effects }
}

export function goHome(state: FlowState): Step {
  return go({ ...state, pending: null, date: null }, { name: 'home' })
}

/** Forgets the person and everything they did here (R10.3); the hub is told when there was a session. */
export function forget(state: FlowState, notice: FlowState['notice'], tellHub: boolean): Step {
  const fresh: FlowState = { ...initialState, screen: { name: 'home' }, step: state.step + 1, notice }
  const session = state.signedIn?.session
  return { state: fresh, effects: session && tellHub ? [{ do: 'endSession', session }] : [] }
}

/** Puts an error on the screen where it belongs; screens without a place for one show it as a notice. */
export function showError(state: FlowState, error: FoyerError): Step {
  const { screen } = state
  if ('error' in screen) return show(state, { ...screen, error })
  return stay({ ...state, waiting: null, notice: error })
}

export function ownLanguage(context: FlowContext): Language {
  return context.language ?? context.catalogue.location()?.languages[0] ?? languages[0] ?? 'en'
}

export function languageOf(state: FlowState, context: FlowContext): Language {
  return state.language ?? ownLanguage(context)
}

/** Today at the location; by UTC until the location is known. */
export function todayOf(context: FlowContext): LocalDate {
  return localDateOf(context.now, context.catalogue.location()?.zone ?? 'UTC')
}

export function dateOf(state: FlowState, context: FlowContext): LocalDate {
  return state.date ?? todayOf(context)
}

/** Days that can be picked: checking in is for today only. */
export function daysOf(state: FlowState, context: FlowContext): LocalDate[] {
  const today = todayOf(context)
  if (state.purpose === 'check-in') return [today]
  return Array.from({ length: daysAhead }, (_, day) => addDays(today, day))
}

/** The context as whoever is signed in sees it: with what is on offer to them beyond the public (R1.2). */
export function seenBy({ signedIn }: FlowState, context: FlowContext): FlowContext {
  return { ...context, catalogue: context.catalogue.withOffers(signedIn?.offers ?? null) }
}

/** Commands in somebody's name that change what is known of them: asked here, answered in `answers.ts`. */
export function sendCommand(
  state: FlowState,
  { session }: SignedIn,
  command: PersonCommand,
  waiting: FlowState['waiting'] = 'hub',
): Step {
  return stay({ ...state, waiting }, { do: 'sendCommand', step: state.step, session, command })
}
