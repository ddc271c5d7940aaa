import type { FoyerError } from '../../../shared/contract/errors.ts'
import { failure } from '../../../shared/contract/errors.ts'
import { codeLifetime } from '../../../shared/domain/code.ts'
import { lockoutOf } from '../../../shared/domain/lockout.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { Presenting } from '../pipeline/command.ts'
import { issueCode } from '../commands/identity/codes.ts'
import type { CommandRun } from '../pipeline/context.ts'

/** The code itself is not kept: it follows from the command's id, so that a repeat tells the same one (I2). */
export interface SpokenCode {
  expiresAt: number
}

/**
 * A code that staff tell somebody by mouth (R2.7): the newest of that email from now on, good on any device as one that
 * was mailed would be. Error: `locked {untilAt}`, as no code works then (R2.3).
 */
export function speakCode(run: CommandRun, email: string): Result<SpokenCode, FoyerError> {
  const lockout = lockoutOf(run.store.codes.wrongTries('code', email, run.now), run.now)
  if (lockout.locked) return failure('locked', { untilAt: lockout.until })
  issueCode(run, email, run.keys.spokenCode(run.command))
  return ok({ expiresAt: run.now + codeLifetime })
}

export function presentSpokenCode(
  { expiresAt }: SpokenCode,
  { parts, command }: Presenting,
): { code: string; expiresAt: number } {
  return { code: parts.keys.spokenCode(command), expiresAt }
}
