import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { decideCodeVerify } from '../../../../shared/domain/code.ts'
import { lockoutOf } from '../../../../shared/domain/lockout.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { codeLifetime } from '../../../../shared/domain/sign-in.ts'
import { newId } from '../../../lib/system.ts'
import type { Presenting } from '../../pipeline/command.ts'
import type { CommandContext, JobContext } from '../../pipeline/context.ts'
import { sameBytes } from '../../pipeline/keys.ts'
import { projectLockout } from '../../projections/reception.ts'
import type { TryKind } from '../../store/codes.ts'

/** What a code's keyed hash is made of: bound to its email and to the moment, so that it fits nowhere else (R2.2). */
export function codeText(email: string, code: string, issuedAt: number): string {
  return `${email}|${code}|${issuedAt}`
}

/** Makes a code the newest of an email: the only one that works (R2.2). Only its keyed hash is kept. */
export function issueCode(context: JobContext, email: string, code: string): void {
  context.store.codes.issue(email, context.keys.hash('code', codeText(email, code, context.now)), context.now)
}

/** Records a wrong code and, when it was one too many, the lockout that reception sees (R2.3). */
export function recordWrongCode(context: CommandContext, email: string): void {
  const { codes } = context.store
  codes.addWrongTry('code', email, context.now)
  for (const subject of subjectsOf(context)) codes.addWrongTry('code', subject, context.now)
  const lockout = lockoutOf(codes.wrongTries('code', email, context.now), context.now)
  if (!lockout.locked) return
  const id = newId(context.system)
  codes.addLockout(id, context.location, email, lockout.until)
  projectLockout(context, id, { email, until: lockout.until })
  context.activity('locked-out', '', email)
  context.audit('locked-out', id, { until: lockout.until })
}

/** How many wrong codes are taken within an hour, whatever the emails (R2.6). */
export const wrongCodesPerHour = { device: 40, hub: 600 }
const hour = 3_600_000

/** Wrong codes are counted per email, per device and per hub. An email has an @, so none is taken for the others. */
function subjectsOf({ device }: CommandContext): [device: string, hub: string] {
  return [`device:${device.id}`, 'hub']
}

/**
 * Whether this device, and the hub, may try a code now. It is asked before the code is looked at, so that nobody
 * guesses on; the email is not locked by it, and a right code works later or elsewhere. Error: `rate-limited {untilAt}`.
 */
export function mayTryCode(context: CommandContext): Result<null, FoyerError> {
  const [device, hub] = subjectsOf(context)
  return withinRate(context, 'code', [
    [device, wrongCodesPerHour.device],
    [hub, wrongCodesPerHour.hub],
  ])
}

/** Whether each subject had fewer wrong tries than it may have within an hour. Error: `rate-limited {untilAt}`. */
export function withinRate(
  { store, now }: JobContext,
  kind: TryKind,
  limits: readonly [subject: string, perHour: number][],
): Result<null, FoyerError> {
  const untils = limits.map(([subject, perHour]) => {
    const nth = store.codes.nthWrongTry(kind, subject, perHour, now - hour)
    return nth === undefined ? 0 : nth + hour
  })
  const untilAt = Math.max(...untils)
  return untilAt === 0 ? ok(null) : failure('rate-limited', { untilAt })
}

/**
 * Whether a typed code proves an email, which it then has done once (R2.2, R2.3).
 * Errors: `rate-limited {untilAt}` of this device or the hub (R2.6); `locked {untilAt}`, `code-none`,
 * `code-wrong {left}`, `code-used`, `code-expired`.
 */
export function proveCode(context: CommandContext, email: string, typed: string): Result<null, FoyerError> {
  const { store, now, keys } = context
  const allowed = mayTryCode(context)
  if (!allowed.ok) return allowed
  const code = store.codes.find(email) ?? null
  const hash = keys.hash('code', codeText(email, typed, code?.issuedAt ?? 0))
  const verdict = decideCodeVerify(
    {
      failures: store.codes.wrongTries('code', email, now),
      code,
      matches: code !== null && sameBytes(code.hash, hash),
    },
    now,
  )
  if (verdict.countsAsFailure) recordWrongCode(context, email)
  if (!verdict.result.ok) return verdict.result
  store.codes.use(email, now)
  return ok(null)
}

/** The code itself is not kept: it follows from the command's id, so that a repeat tells the same one (I2). */
export interface StaffIssuedCode {
  expiresAt: number
}

/**
 * A code that staff tell somebody by mouth (R2.7): the newest of that email from now on, good on any device as one that
 * was mailed would be. Error: `locked {untilAt}`, as no code works then (R2.3).
 */
export function issueStaffCode(context: CommandContext, email: string): Result<StaffIssuedCode, FoyerError> {
  const lockout = lockoutOf(context.store.codes.wrongTries('code', email, context.now), context.now)
  if (lockout.locked) return failure('locked', { untilAt: lockout.until })
  issueCode(context, email, context.keys.staffCode(context.command))
  return ok({ expiresAt: context.now + codeLifetime })
}

export function presentStaffIssuedCode(
  { expiresAt }: StaffIssuedCode,
  { deps, command }: Presenting,
): { code: string; expiresAt: number } {
  return { code: deps.keys.staffCode(command), expiresAt }
}
