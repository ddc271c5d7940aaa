import type { FlowContext, Handlers, Step } from '../events.ts'
import { type FlowState, initialState } from '../state.ts'
import { forget, go, show, showError, stay } from '../steps.ts'
import { revalidate } from './revalidate.ts'

type Here =
  | 'contextChanged'
  | 'restarted'
  | 'idleAsk'
  | 'idleForget'
  | 'pair'
  | 'pairAnswered'
  | 'effectFailed'

/** What changes the screen without anybody touching it: pairing, the link, live desks, idleness, midnight. */
export const contextHandlers: Handlers<Here> = {
  contextChanged: (state, _event, context) => {
    if (!context.paired) return unpaired(state, context)
    if (!context.catalogue.location())
      return state.screen.name === 'starting' ? stay(state) : go(state, { name: 'starting' })
    const { name } = state.screen
    if (name === 'starting' || name === 'pairing') return go(state, { name: 'home' })
    return revalidate(state, context)
  },
  restarted: (state) => stay({ ...state, notice: { code: 'restarted' } }),
  idleAsk: (state, { forgetAt }) =>
    // Nobody is known here and nothing is open: only the language of the last one is left to forget.
    stay(isAtRest(state) ? { ...state, language: null, notice: null } : { ...state, idle: { forgetAt } }),
  idleForget: (state) => (canForget(state) ? forget(state, null, true) : stay(state)),
  pair: (state, { code }) => {
    if (state.screen.name !== 'pairing' || state.waiting) return stay(state)
    const typed = code.trim().toUpperCase()
    if (typed === '') return stay(state)
    const next = { ...state, screen: { name: 'pairing', error: null } as const, waiting: 'pairing' as const }
    return stay(next, { do: 'pair', step: state.step, code: typed })
  },
  pairAnswered: (state, { step, result }) => {
    if (step !== state.step || state.screen.name !== 'pairing') return stay(state)
    return show(state, { name: 'pairing', error: result.ok ? null : result.error })
  },
  effectFailed: (state, { step, error }) =>
    step === null || step === state.step ? showError(state, error) : stay(state),
}

/** Home with nobody signed in: nothing to be forgotten but the language. */
export function isAtRest({ screen, signedIn }: FlowState): boolean {
  return screen.name === 'home' && signedIn === null
}

/** Whether there is a session or a step that idleness ends (R10.3). */
export function canForget(state: FlowState): boolean {
  const { name } = state.screen
  return name !== 'starting' && name !== 'pairing' && !(isAtRest(state) && state.language === null)
}

function unpaired(state: FlowState, context: FlowContext): Step {
  const { screen, language } = state
  if (context.pairingAlone)
    return screen.name === 'starting' ? stay(state) : go({ ...initialState }, { name: 'starting' })
  if (screen.name === 'pairing') return stay(state)
  // A revoked device knows nobody any more (R10.2).
  return go({ ...initialState, step: state.step, language }, { name: 'pairing', error: context.pairingError })
}
