import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { verifyPass } from '../../../lib/pass.ts'
import { readRotatingPass, stepShown } from '../../../lib/rotating-pass.ts'
import type { JobContext } from '../../pipeline/context.ts'

export interface ShownBy {
  account: AccountId
  kind: 'day' | 'rotating'
}

/**
 * Whose pass a text is (R7.1, R7.2). Errors: `pass-invalid` for everything that is none or not ours, the same for unknown
 * and wrong ones; `pass-used`, `pass-over`.
 */
export function readPass(context: JobContext, text: string): Result<ShownBy, FoyerError> {
  const rotating = readRotatingPass(text)
  return rotating ? readRotating(context, rotating) : readDayPass(context, text)
}

/** A step is good once, and so is none before it: a picture of the screen is worth nothing to whoever comes second. */
function readRotating(
  context: JobContext,
  { id, code }: { id: string; code: string },
): Result<ShownBy, FoyerError> {
  const { rotatingPasses } = context.store
  const pass = rotatingPasses.find(id)
  const step = stepShown(context.keys.passSecret(id), code, context.now)
  if (!pass || step === null) return failure('pass-invalid')
  if (step <= pass.lastStep) return failure('pass-used')
  rotatingPasses.setShown(id, step)
  return ok({ account: pass.account, kind: 'rotating' })
}

/** The pass of a booking that is still live. */
function readDayPass(context: JobContext, text: string): Result<ShownBy, FoyerError> {
  const verdict = verifyPass(context.keys.pass.publicKey, text, Math.floor(context.now / 1000))
  if (!verdict.ok) return failure(verdict.why === 'expired' ? 'pass-over' : 'pass-invalid')
  const { sub, loc } = verdict.claims
  if (loc !== context.place().facts.id) return failure('pass-invalid')
  const booking = context.store.bookings.find(sub)
  if (!booking) return failure('pass-invalid')
  if (booking.cancelled || booking.until <= context.now) return failure('pass-over')
  return ok({ account: booking.account, kind: 'day' })
}
