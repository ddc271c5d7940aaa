import type { ErrorCode, FoyerError } from '../contract/errors.ts'
import { normalizeEmail } from './email.ts'
import type { Instant } from './ids.ts'

/*
 * Signing in as a state machine, for the kiosk and for phones. Of the contract it takes types only: a page loads this, and
 * must not load the schemas with it.
 */

/** Milliseconds for which a code is valid (R2.2, fixed). */
export const codeLifetime = 10 * 60_000
/** Milliseconds until a new code may be asked for (R2.4). */
export const resendAfter = 60_000

/** What became of a mail; `detail` is the mail server's reason (R2.5). */
export interface MailStatus {
  status: 'queued' | 'accepted' | 'refused' | 'failed'
  detail: string
}

/** The newest code that was asked for, and what became of its mail. */
export interface SentCode extends MailStatus {
  email: string
  /** '' = the answer was lost, so that nothing can be asked about it. */
  mail: string
  sentAt: Instant
  resendAt: Instant
  expiresAt: Instant
}

/** Email and code (R2), one after the other. Times are the hub's. Plain data: a phone keeps it over a reload. */
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
  /** The hub has sent a code. */
  | { name: 'sent'; email: string; mail: string; resendAt: Instant; expiresAt: Instant; now: Instant }
  /**
   * It has not, or its answer was lost. `anyCode`: a code that was asked for elsewhere leads to its screen too. So it is on
   * one's own phone; at a kiosk the address that was typed may be somebody else's.
   */
  | { name: 'notSent'; email: string; error: FoyerError; now: Instant; anyCode: boolean }
  | ({ name: 'mail'; mail: string } & MailStatus)
  /** The hub did not take the code. */
  | { name: 'wrong'; error: FoyerError }
  /** "Wrong email?" (R2.4). */
  | { name: 'back' }

/** Codes that are past use: a new one is sent without being asked for. */
const spent: readonly ErrorCode[] = ['code-expired', 'code-used', 'code-none']

export function isSpent({ code }: FoyerError): boolean {
  return spent.includes(code)
}

export function startSignIn(email = ''): SignIn {
  return { step: 'email', email, sent: null, attempt: 0, error: null, lockedUntil: null }
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
      return { ...state, sent: withMailStatus(state.sent, event) }
    case 'wrong':
      return wrong(state, event.error)
    case 'back':
      return { ...startSignIn(state.email), sent: state.sent }
  }
}

/** Takes down what became of a mail, if it is that of the newest code. */
export function withMailStatus(
  sent: SentCode | null,
  { mail, status, detail }: { mail: string } & MailStatus,
): SentCode | null {
  return sent?.mail === mail ? { ...sent, status, detail } : sent
}

function notSent(
  state: SignIn,
  { email, error, now, anyCode }: Extract<SignInEvent, { name: 'notSent' }>,
): SignIn {
  const lockedUntil = lockOf(error)
  if (lockedUntil !== null) return { ...state, step: 'code', email, error, lockedUntil }
  const known = isFor(state.sent, email, now) ? state.sent : null
  const again = Number(error.params?.againAt)
  if (error.code === 'resend-too-soon' && again > 0 && (known || anyCode)) {
    // A code for this address is out: it is good, so it can be typed.
    const sent = { ...(known ?? unknownMail(email, now)), resendAt: again }
    return {
      ...state,
      step: 'code',
      email,
      sent,
      error: state.step === 'code' ? error : null,
      lockedUntil: null,
    }
  }
  // The answer may have been lost on its way after the mail was sent: then that code is good (R2.4).
  const sent = error.code === 'hub-unreachable' && !known ? unknownMail(email, now) : state.sent
  return { ...state, sent, email, error }
}

/** Whether a code was sent to this address that can still be typed. */
function isFor(sent: SentCode | null, email: string, now: Instant): sent is SentCode {
  return sent !== null && normalizeEmail(sent.email) === normalizeEmail(email) && now < sent.expiresAt
}

function unknownMail(email: string, now: Instant): SentCode {
  const expiresAt = now + codeLifetime
  return { email, mail: '', status: 'queued', detail: '', sentAt: now, resendAt: now, expiresAt }
}

function wrong(state: SignIn, error: FoyerError): SignIn {
  const failed = { ...state, attempt: state.attempt + 1, error, lockedUntil: lockOf(error) }
  return isSpent(error)
    ? { ...failed, error: { code: 'code-expired', params: { email: state.email } } }
    : failed
}

function lockOf({ code, params }: FoyerError): Instant | null {
  const until = code === 'locked' ? Number(params?.untilAt) : 0
  return until > 0 ? until : null
}
