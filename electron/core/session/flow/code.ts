import { codeSchema } from '../../../../shared/contract/basics.ts'
import { isSpent, signIn } from '../../../../shared/domain/sign-in.ts'
import type { Handlers } from '../events.ts'
import { newlySignedIn } from '../person.ts'
import { languageOf, show, stay } from '../steps.ts'
import { proceed } from './arriving.ts'
import { requestCode, showSignIn, signInOf } from './email.ts'

/** Typing the code (R2.2 to R2.4). */
export const codeHandlers: Handlers<'submitCode' | 'verified' | 'wrongEmail' | 'resendCode'> = {
  submitCode: (state, { code }, context) => {
    const { screen } = state
    const busy = state.waiting === 'code' || state.signedIn !== null
    if (screen.name !== 'code' || busy || !codeSchema.safeParse(code).success) return stay(state)
    const { email } = screen
    const language = languageOf(state, context)
    const next = { ...state, screen: { ...screen, error: null }, waiting: 'code' as const }
    return stay(next, { do: 'verify', step: state.step, email, code, language })
  },
  verified: (state, { step, result }, context) => {
    const before = signInOf(state)
    if (step !== state.step || before?.step !== 'code') {
      // They have gone on; a session that nobody holds must not stay open at the hub.
      return result.ok ? stay(state, { do: 'endSession', session: result.value.session }) : stay(state)
    }
    if (result.ok) {
      const signedIn = newlySignedIn(result.value.session, result.value.person)
      return proceed({ ...state, signedIn, sent: null, mails: [], waiting: null }, context)
    }
    const { error } = result
    const shown = showSignIn(state, signIn(before, { name: 'wrong', error }))
    return isSpent(error) ? requestCode(shown.state, before.email, context) : shown
  },
  wrongEmail: (state) => {
    const before = signInOf(state)
    return before?.step === 'code' ? showSignIn(state, signIn(before, { name: 'back' })) : stay(state)
  },
  resendCode: (state, _event, context) => {
    const { screen, sent } = state
    if (screen.name !== 'code' || state.waiting) return stay(state)
    // The button counts down; a tap that slips through is the hub's to refuse (R2.4).
    const tooSoon = sent !== null && context.now < sent.resendAt
    if (tooSoon)
      return show(state, {
        ...screen,
        error: { code: 'resend-too-soon', params: { againAt: sent.resendAt } },
      })
    return requestCode(
      { ...state, screen: { ...screen, error: null, lockedUntil: null } },
      screen.email,
      context,
    )
  },
}
