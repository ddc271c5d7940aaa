import { emailSchema } from '../../../../shared/contract/basics.ts'
import { type SignIn, signIn, startSignIn, withMailStatus } from '../../../../shared/domain/sign-in.ts'
import type { FlowContext, Handlers, Step } from '../events.ts'
import type { FlowState } from '../state.ts'
import { go, languageOf, show, stay } from '../steps.ts'

/** How many reports about mails are kept: a report may come before the answer that names its mail. */
const mailsKept = 8

/** Asking for a code (R2.1, R2.4, R2.5). */
export const emailHandlers: Handlers<'submitEmail' | 'codeSent' | 'mailStatus'> = {
  submitEmail: (state, { email }, context) => {
    const { screen } = state
    if (screen.name !== 'email' || state.waiting) return stay(state)
    const checked = emailSchema.safeParse(email)
    if (!checked.success) return show(state, { ...screen, email, error: { code: 'email-invalid' } })
    return requestCode(
      { ...state, screen: { ...screen, email: checked.data, error: null } },
      checked.data,
      context,
    )
  },
  codeSent: (state, { step, email, result }, { now }) => {
    const before = signInOf(state)
    if (step !== state.step || !before) return stay(state)
    if (!result.ok) {
      const { error } = result
      return showSignIn(state, signIn(before, { name: 'notSent', email, error, now, anyCode: false }))
    }
    const sent = signIn(before, { name: 'sent', email, now, ...result.value })
    const known = state.mails.find(({ mail }) => mail === result.value.mail)
    return showSignIn(state, known ? signIn(sent, { name: 'mail', ...known }) : sent)
  },
  mailStatus: (state, { mail, status, detail }) => {
    const report = { mail, status, detail }
    const mails = [...state.mails, report].slice(-mailsKept)
    return stay({ ...state, mails, sent: withMailStatus(state.sent, report) })
  },
}

export function requestCode(state: FlowState, email: string, context: FlowContext): Step {
  const language = languageOf(state, context)
  return stay({ ...state, waiting: 'mail' }, { do: 'requestCode', step: state.step, email, language })
}

/** How far the sign-in is that stands on the screen; null on any other screen. */
export function signInOf({ screen, sent }: FlowState): SignIn | null {
  if (screen.name === 'email') return { ...startSignIn(screen.email), error: screen.error, sent }
  if (screen.name !== 'code') return null
  const { email, error, lockedUntil, attempt } = screen
  return { step: 'code', email, error, lockedUntil, attempt, sent }
}

/** Shows how far it is now. */
export function showSignIn(state: FlowState, now: SignIn): Step {
  const { step, email, error, lockedUntil, attempt, sent } = now
  const next = { ...state, sent }
  const screen =
    step === 'email'
      ? ({ name: 'email', email, error } as const)
      : ({ name: 'code', email, error, lockedUntil, attempt } as const)
  return state.screen.name === step ? show(next, screen) : go(next, screen)
}
