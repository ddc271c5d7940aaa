import { type FoyerError, failure } from '../contract/errors.ts'
import type { Instant } from './ids.ts'
import { lockoutOf } from './lockout.ts'
import { ok, type Result } from './result.ts'
import { codeLifetime, resendAfter } from './sign-in.ts'

/** The newest code of an email; older ones do not work (R2.2). */
export interface CodeRecord {
  issuedAt: Instant
  usedAt: Instant | null
}

/** What was sent. `expiresAt`: the code works before it. `resendAt`: from then on a new one may be asked for. */
export interface CodeRequestOutcome {
  expiresAt: Instant
  resendAt: Instant
}

/**
 * Whether a code may be sent to an email now (R2.3, R2.4).
 * Errors: `locked {untilAt}`, `resend-too-soon {againAt}`.
 */
export function decideCodeRequest(
  facts: { failures: readonly Instant[]; lastIssuedAt: Instant | null },
  now: Instant,
): Result<CodeRequestOutcome, FoyerError> {
  const lockout = lockoutOf(facts.failures, now)
  if (lockout.locked) return failure('locked', { untilAt: lockout.until })
  if (facts.lastIssuedAt !== null && now < facts.lastIssuedAt + resendAfter)
    return failure('resend-too-soon', { againAt: facts.lastIssuedAt + resendAfter })
  return ok({ expiresAt: now + codeLifetime, resendAt: now + resendAfter })
}

/** `countsAsFailure`: the caller records a wrong code at `now` for this email (R2.3). */
export interface CodeVerdict {
  result: Result<'proved', FoyerError>
  countsAsFailure: boolean
}

/**
 * Whether a typed code proves the email (R2.2, R2.3). `matches`: it equals the newest code. A right code does not take
 * earlier wrong ones back, or a guesser could reset the count with a code of their own.
 * Errors: `locked {untilAt}`, `code-none`, `code-wrong {left}`, `code-used`, `code-expired`.
 */
export function decideCodeVerify(
  facts: { failures: readonly Instant[]; code: CodeRecord | null; matches: boolean },
  now: Instant,
): CodeVerdict {
  const before = lockoutOf(facts.failures, now)
  if (before.locked) return uncounted(failure('locked', { untilAt: before.until }))
  if (facts.code === null) return uncounted(failure('code-none'))
  if (!facts.matches) {
    const after = lockoutOf([...facts.failures, now], now)
    const error = after.locked
      ? failure('locked', { untilAt: after.until })
      : failure('code-wrong', { left: after.left })
    return { result: error, countsAsFailure: true }
  }
  if (facts.code.usedAt !== null) return uncounted(failure('code-used'))
  if (now >= facts.code.issuedAt + codeLifetime) return uncounted(failure('code-expired'))
  return uncounted(ok('proved'))
}

function uncounted(result: Result<'proved', FoyerError>): CodeVerdict {
  return { result, countsAsFailure: false }
}
