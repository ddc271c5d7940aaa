import { codeSchema } from '../../../../shared/contract/basics.ts'
import type { Handlers } from '../events.ts'
import { newlySignedIn } from '../person.ts'
import { go, languageOf, show, stay } from '../steps.ts'
import { proceed } from './arriving.ts'
import { requestCode } from './email.ts'

/** Codes that are past use: a new one is sent without being asked for. */
const spent: readonly string[] = ['code-expired', 'code-used', 'code-none']

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
    const { screen } = state
    if (step !== state.step || screen.name !== 'code') {
      // They have gone on; a session that nobody holds must not stay open at the hub.
      return result.ok ? stay(state, { do: 'endSession', session: result.value.session }) : stay(state)
    }
    if (result.ok) {
      const signedIn = newlySignedIn(result.value.session, result.value.person)
      return proceed({ ...state, signedIn, sent: null, mails: [], waiting: null }, context)
    }
    const { error } = result
    const failed = { ...screen, attempt: screen.attempt + 1, error }
    if (spent.includes(error.code)) {
      const renewing = {
        ...failed,
        error: { code: 'code-expired' as const, params: { email: screen.email } },
      }
      return requestCode({ ...state, screen: renewing }, screen.email, context)
    }
    const lockedUntil = error.code === 'locked' ? Number(error.params?.untilAt) || null : null
    return show(state, { ...failed, lockedUntil })
  },
  wrongEmail: (state) => {
    const { screen } = state
    return screen.name === 'code'
      ? go(state, { name: 'email', email: screen.email, error: null })
      : stay(state)
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
