import { lockoutOf } from '../../../shared/domain/lockout.ts'
import { newId } from '../../lib/system.ts'
import type { MailRecord } from '../store/mails.ts'
import type { Run } from './run.ts'

/** What a code's keyed hash is made of: bound to its email and to the moment, so that it fits nowhere else (R2.2). */
export function codeText(email: string, code: string, issuedAt: number): string {
  return `${email}|${code}|${issuedAt}`
}

/** A mail as reception sees it (R2.5). */
export function projectMail(run: Run, { id, at, to, kind, status, detail }: MailRecord): void {
  run.publish('reception', 'mail', id, { at, to, kind, status, detail })
}

/** Records a wrong code and, when it was one too many, the lockout that reception sees (R2.3). */
export function recordWrongCode(run: Run, email: string): void {
  const { codes } = run.store
  codes.addWrongTry('code', email, run.now)
  const lockout = lockoutOf(codes.wrongTries('code', email, run.now), run.now)
  if (!lockout.locked) return
  const id = newId(run.system)
  codes.addLockout(id, email, lockout.until)
  run.publish('reception', 'lockout', id, { email, until: lockout.until })
  run.activity('locked-out', '', email)
  run.audit('locked-out', id, { until: lockout.until })
}

/** Takes a lockout off reception's list: it was lifted, or its time is over. */
export function closeLockout(run: Run, id: string): void {
  run.store.codes.closeLockout(id)
  run.publish('reception', 'lockout', id, null)
}
