import type { FlowContext, Step } from '../events.ts'
import type { FlowState } from '../state.ts'
import { go } from '../steps.ts'

/** Asks who it is, and says so at once when that cannot be found out now (R9.2). */
export function identify(state: FlowState, context: FlowContext): Step {
  const email = state.sent?.email ?? ''
  const notice = context.link === 'offline' ? ({ code: 'offline-codes' } as const) : state.notice
  return go({ ...state, notice }, { name: 'email', email, error: null })
}

/** The hub does not know the session any more: the person says again who they are, and what they wanted stays. */
export function reidentify(state: FlowState): Step {
  const { pending } = state
  const purpose = pending ? (pending.kind === 'desk' ? 'book' : 'item') : state.purpose
  const email = state.signedIn?.person.profile.email ?? ''
  return go(
    { ...state, signedIn: null, purpose },
    { name: 'email', email, error: { code: 'session-invalid' } },
  )
}
