import { emailSchema } from '../../../../shared/contract/basics.ts'
import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { codeLifetime } from '../../../../shared/domain/code.ts'
import { normalizeEmail } from '../../../../shared/domain/email.ts'
import type { FlowContext, Handlers, Step } from '../events.ts'
import type { FlowState, SentCode } from '../state.ts'
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
  codeSent: (state, { step, email, result }, context) => {
    const { screen } = state
    if (step !== state.step || (screen.name !== 'email' && screen.name !== 'code')) return stay(state)
    if (result.ok) {
      const known = state.mails.find(({ mail }) => mail === result.value.mail)
      const { status, detail } = known ?? { status: 'queued' as const, detail: '' }
      const sent = { ...result.value, email, sentAt: context.now, status, detail }
      return toCode({ ...state, sent }, email, screen.name === 'code' ? screen.error : null, null)
    }
    return notSent(state, email, result.error, context)
  },
  mailStatus: (state, { mail, status, detail }) => {
    const mails = [...state.mails, { mail, status, detail }].slice(-mailsKept)
    const sent = state.sent?.mail === mail ? { ...state.sent, status, detail } : state.sent
    return stay({ ...state, mails, sent })
  },
}

export function requestCode(state: FlowState, email: string, context: FlowContext): Step {
  const language = languageOf(state, context)
  return stay({ ...state, waiting: 'mail' }, { do: 'requestCode', step: state.step, email, language })
}

function notSent(state: FlowState, email: string, error: FoyerError, context: FlowContext): Step {
  const until = Number(error.params?.untilAt)
  if (error.code === 'locked' && until > 0) return toCode(state, email, error, until)

  const again = Number(error.params?.againAt)
  if (error.code === 'resend-too-soon' && again > 0 && isFor(state.sent, email, context)) {
    const asked = state.screen.name === 'code' ? error : null
    return toCode({ ...state, sent: { ...state.sent, resendAt: again } }, email, asked, null)
  }
  // The answer may have been lost on its way after the mail was sent: then that code is good (R2.4).
  const maybe = {
    email,
    mail: '',
    resendAt: context.now,
    expiresAt: context.now + codeLifetime,
    sentAt: context.now,
  }
  const unsure = error.code === 'hub-unreachable' && !isFor(state.sent, email, context)
  const next = unsure ? { ...state, sent: { ...maybe, status: 'queued' as const, detail: '' } } : state
  const { screen } = next
  return 'error' in screen ? show(next, { ...screen, error }) : stay(next)
}

function isFor(sent: SentCode | null, email: string, context: FlowContext): sent is SentCode {
  return sent !== null && normalizeEmail(sent.email) === normalizeEmail(email) && context.now < sent.expiresAt
}

function toCode(state: FlowState, email: string, error: FoyerError | null, lockedUntil: number | null): Step {
  const { screen } = state
  const attempt = screen.name === 'code' ? screen.attempt : 0
  const code = { name: 'code', email, error, lockedUntil, attempt } as const
  return screen.name === 'code' ? show(state, code) : go(state, code)
}
