import type { FlowEvent, Handlers } from '../events.ts'
import { newlySignedIn } from '../person.ts'
import { type FlowState, initialState } from '../state.ts'
import { go, goHome, show, stay } from '../steps.ts'
import { arrive } from './arriving.ts'
import { isAtRest } from './context.ts'

/** Somebody goes on with their phone, and this kiosk follows (R7.4). Whoever stands here is not interrupted. */
export const phoneHandlers: Handlers<'handoff' | 'greeted'> = {
  handoff: (state, { handoff, step }) => {
    const { screen } = state
    if (isFollowing(state, handoff)) {
      const next = { ...state, idle: null }
      return step === 'left' ? goHome(next) : show(next, { name: 'phone', handoff, step })
    }
    if (screen.name !== 'home' || !isAtRest(state) || step === 'left') return stay(state)
    return go({ ...state, notice: null }, { name: 'phone', handoff, step })
  },
  greeted: (state, { handoff, session, person }, context) => {
    if (!isFollowing(state, handoff) && !isAtRest(state)) return stay(state, { do: 'endSession', session })
    const { step, language, scanned } = state
    const signedIn = newlySignedIn(session, person)
    return arrive({ ...initialState, screen: state.screen, step, language, scanned, signedIn }, context)
  },
}

/** The steps on the phone count as touch: whoever types there is not forgotten here (R10.3). */
export function isStepOnPhone(state: FlowState, event: FlowEvent): boolean {
  if (event.type === 'greeted') return state.signedIn?.session === event.session
  return event.type === 'handoff' && isFollowing(state, event.handoff)
}

function isFollowing({ screen }: FlowState, handoff: string): boolean {
  return screen.name === 'phone' && screen.handoff === handoff
}
