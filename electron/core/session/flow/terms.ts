import { personNameSchema } from '../../../../shared/contract/basics.ts'
import type { Handlers } from '../events.ts'
import { withPerson } from '../person.ts'
import { goHome, languageOf, show, stay } from '../steps.ts'
import { askAgainWho, oblige } from './arriving.ts'

/** Name and terms before the first obligation (R3.1, R3.2). */
export const termsHandlers: Handlers<'acceptTerms' | 'accepted'> = {
  acceptTerms: (state, { name, version }, world) => {
    const { screen, signedIn } = state
    if (screen.name !== 'terms' || !signedIn || state.waiting) return stay(state)
    const checked = personNameSchema.safeParse(name)
    if (!checked.success) return show(state, { ...screen, fullName: name, error: { code: 'name-needed' } })
    const next = {
      ...state,
      screen: { ...screen, fullName: checked.data, error: null },
      waiting: 'terms' as const,
    }
    return stay(next, {
      do: 'acceptTerms',
      step: state.step,
      session: signedIn.session,
      name: checked.data,
      version,
      language: languageOf(state, world),
    })
  },
  accepted: (state, { step, result }, world) => {
    const { screen, signedIn } = state
    if (step !== state.step || screen.name !== 'terms' || !signedIn) return stay(state)
    if (!result.ok) {
      if (result.error.code === 'session-invalid') return askAgainWho(state)
      return show(state, { ...screen, error: result.error })
    }
    const next = { ...state, signedIn: withPerson(signedIn, result.value.person), waiting: null }
    return next.pending ? oblige(next, next.pending, world) : goHome(next)
  },
}
