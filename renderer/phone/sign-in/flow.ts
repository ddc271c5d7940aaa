import type { ErrorCode, FoyerError } from '../../../shared/contract/errors.ts'
import { normalizeEmail } from '../../../shared/domain/email.ts'
import type { Instant } from '../../../shared/domain/ids.ts'

export type MailStatus = 'queued' | 'accepted' | 'refused' | 'failed'

/** The newest code that was asked for, and what became of its mail (R2.5). */
export interface SentCode {
  email: string
  /** '' = the answer was lost, so that nothing can be asked about it. */
  mail: string
  status: MailStatus
  detail: string
  sentAt: Instant
  resendAt: Instant
  expiresAt: Instant
}

/** Email and code (R2), one after the other. Times are the hub's. Small and plain: it is kept over a reload. */
export interface SignIn {
  step: 'email' | 'code'
  email: string
  sent: SentCode | null
  /** Counts up with every wrong code: the field is empty again. */
  attempt: number
  error: FoyerError | null
  /** Right codes fail too until then (R2.3). */
  lockedUntil: Instant | null
}

export type SignInEvent =
  | { name: 'typed'; email: string }
  | { name: 'sent'; email: string; mail: string; resendAt: Instant; expiresAt: Instant; now: Instant }
  | { name: 'notSent'; email: string; error: FoyerError; now: Instant }
  | { name: 'mail'; mail: string; status: MailStatus; detail: string }
  | { name: 'wrong'; error: FoyerError }
  | { name: 'back' }

/** Codes that are past use: a new one is sent without being asked for. */
const spent: readonly ErrorCode[] = ['code-expired', 'code-used', 'code-none']

export const codeLifetimeMs = 600_000

export function startSignIn(email = ''): SignIn {
  return { step: 'email', email, sent: null, attempt: 0, error: null, lockedUntil: null }
}

export function isSpent({ code }: FoyerError): boolean {
  return spent.includes(code)
}

export function signIn(state: SignIn, event: SignInEvent): SignIn {
  switch (event.name) {
    case 'typed':
      return { ...state, email: event.email, error: null }
    case 'sent': {
      const { email, mail, resendAt, expiresAt, now } = event
      const sent = { email, mail, status: 'queued', detail: '', sentAt: now, resendAt, expiresAt } as const
      // That a new code is on its way for one that had run out is still to be read.
      const error = state.error?.code === 'code-expired' ? state.error : null
      return { ...state, step: 'code', email, sent, error, lockedUntil: null }
    }
    case 'notSent':
      return notSent(state, event)
    case 'mail':
      return state.sent?.mail === event.mail
        ? { ...state, sent: { ...state.sent, status: event.status, detail: event.detail } }
        : state
    case 'wrong':
      return wrong(state, event.error)
    case 'back':
      return { ...startSignIn(state.email), sent: state.sent }
  }
}

function notSent(state: SignIn, { email, error, now }: Extract<SignInEvent, { name: 'notSent' }>): SignIn {
  const until = Number(error.params?.untilAt)
  if (error.code === 'locked' && until > 0)
    return { ...state, step: 'code', email, error, lockedUntil: until }
  const mine = state.sent && normalizeEmail(state.sent.email) === normalizeEmail(email) ? state.sent : null
  const again = Number(error.params?.againAt)
  if (error.code === 'resend-too-soon' && again > 0) {
    // A code for this address is out, asked for here or at the kiosk: it is good, so it can be typed.
    const known = mine ?? unknownMail(email, now)
    const asked = state.step === 'code' ? error : null
    return { ...state, step: 'code', email, sent: { ...known, resendAt: again }, error: asked }
  }
  // The answer may have been lost on its way after the mail was sent: then that code is good (R2.4).
  const sent = error.code === 'hub-unreachable' && !mine ? unknownMail(email, now) : state.sent
  return { ...state, sent, email, error }
}

function unknownMail(email: string, now: Instant): SentCode {
  const expiresAt = now + codeLifetimeMs
  return { email, mail: '', status: 'queued', detail: '', sentAt: now, resendAt: now, expiresAt }
}

function wrong(state: SignIn, error: FoyerError): SignIn {
  const failed = { ...state, attempt: state.attempt + 1, error }
  if (isSpent(error)) return { ...failed, error: { code: 'code-expired', params: { email: state.email } } }
  const until = error.code === 'locked' ? Number(error.params?.untilAt) : 0
  return until > 0 ? { ...failed, lockedUntil: until } : failed
}
