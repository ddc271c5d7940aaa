import type { Handlers } from '../events.ts'
import { withPerson } from '../person.ts'
import { show, showError, stay } from '../steps.ts'
import { reidentify } from './identify.ts'

/** Paying what is due on one's own phone (R3.5). */
export const payingHandlers: Handlers<'payOnline' | 'payStarted'> = {
  payOnline: (state, { order }) => {
    const { screen, signedIn, step } = state
    if (!signedIn || state.waiting) return stay(state)
    const effect = { do: 'pay', step, session: signedIn.session, order } as const
    if (screen.name === 'ordered' && screen.order?.id === order && !screen.paying)
      return show(state, { ...screen, paying: true, error: null }, effect)
    if (screen.name !== 'account') return stay(state)
    return stay({ ...state, screen: { ...screen, error: null }, waiting: 'hub' }, effect)
  },
  payStarted: (state, { step, session, order, result }) => {
    const { screen, signedIn } = state
    if (signedIn?.session !== session) return stay(state)
    const known = result.ok ? withPerson(signedIn, result.value.person) : signedIn
    const next = { ...state, signedIn: known }
    if (step !== state.step) return stay(next)
    if (!result.ok && result.error.code === 'session-invalid') return reidentify(next)
    const error = result.ok ? null : result.error
    if (screen.name === 'ordered') return show(next, { ...screen, paying: false, error })
    if (screen.name !== 'account') return stay(next)
    if (!result.ok) return showError(next, result.error)
    return show(next, { ...screen, error: null, paying: { order, url: result.value.url } })
  },
}
