import { type FoyerError, failure } from '../../../../shared/contract/errors.ts'
import { lockoutOf } from '../../../../shared/domain/lockout.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import { newId } from '../../../lib/system.ts'
import type { TryKind } from '../../store/codes.ts'
import type { MailRecord } from '../../store/mails.ts'
import type { CommandRun, Run } from '../../pipeline/context.ts'

/** What a code's keyed hash is made of: bound to its email and to the moment, so that it fits nowhere else (R2.2). */
export function codeText(email: string, code: string, issuedAt: number): string {
  return `${email}|${code}|${issuedAt}`
}

/** Makes a code the newest of an email: the only one that works (R2.2). Only its keyed hash is kept. */
export function issueCode(run: Run, email: string, code: string): void {
  run.store.codes.issue(email, run.keys.hash('code', codeText(email, code, run.now)), run.now)
}

/** A mail as reception sees it (R2.5). */
export function projectMail(run: Run, { id, at, to, kind, status, detail }: MailRecord): void {
  run.publish('reception', 'mail', id, { at, to, kind, status, detail })
}

/** Records a wrong code and, when it was one too many, the lockout that reception sees (R2.3). */
export function recordWrongCode(run: CommandRun, email: string): void {
  const { codes } = run.store
  codes.addWrongTry('code', email, run.now)
  for (const subject of subjectsOf(run)) codes.addWrongTry('code', subject, run.now)
  const lockout = lockoutOf(codes.wrongTries('code', email, run.now), run.now)
  if (!lockout.locked) return
  const id = newId(run.system)
  codes.addLockout(id, email, lockout.until)
  run.publish('reception', 'lockout', id, { email, until: lockout.until })
  run.activity('locked-out', '', email)
  run.audit('locked-out', id, { until: lockout.until })
}

/** How many wrong codes are taken within an hour, whatever the emails (R2.6). */
export const wrongCodesPerHour = { device: 40, hub: 600 }
const hour = 3_600_000

/** Wrong codes are counted per email, per device and per hub. An email has an @, so none is taken for the others. */
function subjectsOf({ device }: CommandRun): [device: string, hub: string] {
  return [`device:${device.id}`, 'hub']
}

/**
 * Whether this device, and the hub, may try a code now. It is asked before the code is looked at, so that nobody
 * guesses on; the email is not locked by it, and a right code works later or elsewhere. Error: `rate-limited {untilAt}`.
 */
export function mayTryCode(run: CommandRun): Result<null, FoyerError> {
  const [device, hub] = subjectsOf(run)
  return withinRate(run, 'code', [
    [device, wrongCodesPerHour.device],
    [hub, wrongCodesPerHour.hub],
  ])
}

/** Whether each subject had fewer wrong tries than it may have within an hour. Error: `rate-limited {untilAt}`. */
export function withinRate(
  { store, now }: Run,
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

/** Takes a lockout off reception's list: it was lifted, or its time is over. */
export function closeLockout(run: Run, id: string): void {
  run.store.codes.closeLockout(id)
  run.publish('reception', 'lockout', id, null)
}
