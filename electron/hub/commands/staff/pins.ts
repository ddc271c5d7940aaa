import { hash, verify } from '@node-rs/argon2'
import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { lockoutOf } from '../../../../shared/domain/lockout.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import type { JobContext } from '../../pipeline/context.ts'

/** argon2id is the library's default algorithm; the costs are OWASP's: 19 MiB, 2 passes, 1 lane. */
const costs = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPin = (pin: string): Promise<string> => hash(pin, costs)
export const pinMatches = (pinHash: string, pin: string): Promise<boolean> => verify(pinHash, pin)

/**
 * Counts PINs as codes are counted (R8.5, R2.3): 5 wrong ones within 20 minutes lock `subject` until 20 minutes after
 * the first; then a right one fails too. Errors: `pin-locked {untilAt}`, `pin-wrong {left}`.
 */
export function judgePin(context: JobContext, subject: string, matches: boolean): Result<null, FoyerError> {
  const { codes } = context.store
  const tries = codes.wrongTries('pin', subject, context.now)
  const before = lockoutOf(tries, context.now)
  if (before.locked) return failure('pin-locked', { untilAt: before.until })
  if (matches) return ok(null)
  codes.addWrongTry('pin', subject, context.now)
  const after = lockoutOf([...tries, context.now], context.now)
  return after.locked
    ? failure('pin-locked', { untilAt: after.until })
    : failure('pin-wrong', { left: after.left })
}
