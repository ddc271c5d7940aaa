import type { CodeRecord } from '../../../shared/domain/code.ts'
import type { Instant, LocationId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export type TryKind = 'code' | 'pin' | 'pairing' | 'pass'

/** A day: far longer than any lock, so that what an earlier lock used up is not counted again (R2.3). */
const triesKept = 24 * 3_600_000

/** The newest code of each email (a keyed hash only, R2.2), wrong tries and lockouts. */
export function codesStore(db: Sqlite) {
  const find = db.prepare<[string], CodeRecord & { hash: Buffer }>(
    'SELECT hash, issued_at issuedAt, used_at usedAt FROM code WHERE email = ?',
  )
  const issue = db.prepare<[string, Uint8Array, number]>(
    `INSERT INTO code VALUES (?, ?, ?, NULL) ON CONFLICT (email) DO UPDATE
     SET hash = excluded.hash, issued_at = excluded.issued_at, used_at = NULL`,
  )
  const use = db.prepare<[number, string]>('UPDATE code SET used_at = ? WHERE email = ?')
  const tries = db
    .prepare<[string, string, number], number>(
      'SELECT at FROM wrong_try WHERE kind = ? AND subject = ? AND at > ? AND lifted_at IS NULL',
    )
    .pluck()
  const nthTry = db
    .prepare<[string, string, number, number], number>(
      `SELECT at FROM wrong_try WHERE kind = ? AND subject = ? AND at > ? AND lifted_at IS NULL
       ORDER BY at DESC LIMIT 1 OFFSET ?`,
    )
    .pluck()
  const addTry = db.prepare<[string, string, number]>(
    'INSERT INTO wrong_try (kind, subject, at) VALUES (?, ?, ?)',
  )
  const forget = db.prepare<[number]>('DELETE FROM wrong_try WHERE at <= ?')
  const lift = db.prepare<[number, string, string]>(
    'UPDATE wrong_try SET lifted_at = ? WHERE kind = ? AND subject = ? AND lifted_at IS NULL',
  )
  const lock = db.prepare<[string, string, string, number]>(
    'INSERT INTO lockout (id, location, email, until_at) VALUES (?, ?, ?, ?)',
  )
  const lockout = db.prepare<[string], { email: string; until: number; over: number }>(
    'SELECT email, until_at until, over FROM lockout WHERE id = ?',
  )
  const over = db.prepare<[string]>('UPDATE lockout SET over = 1 WHERE id = ?')
  const ended = db
    .prepare<[number, string], string>(
      'SELECT id FROM lockout WHERE over = 0 AND until_at <= ? AND location = ?',
    )
    .pluck()

  return {
    find: (email: string) => find.get(email),
    issue: (email: string, hash: Uint8Array, at: Instant): void => void issue.run(email, hash, at),
    use: (email: string, at: Instant): void => void use.run(at, email),
    /** Times of the wrong tries that count, of the last 24 h. */
    wrongTries: (kind: TryKind, subject: string, now: Instant): Instant[] =>
      tries.all(kind, subject, now - triesKept),
    /** When the `nth` newest wrong try (from 1) since `after` was; undefined when there are fewer. */
    nthWrongTry: (kind: TryKind, subject: string, nth: number, after: Instant): Instant | undefined =>
      nthTry.get(kind, subject, after, nth - 1),
    addWrongTry: (kind: TryKind, subject: string, at: Instant): void => void addTry.run(kind, subject, at),
    /** Tries that count for nothing any more. */
    forgetTries: (now: Instant): void => void forget.run(now - triesKept),
    /** Makes the wrong tries so far not count any more (R8.2). */
    liftTries: (kind: TryKind, subject: string, at: Instant): void => void lift.run(at, kind, subject),
    addLockout: (id: string, location: LocationId, email: string, until: Instant): void =>
      void lock.run(id, location, email, until),
    lockout: (id: string) => lockout.get(id),
    closeLockout: (id: string): void => void over.run(id),
    /** Those that a location's reception still sees. */
    endedLockouts: (location: LocationId, now: Instant): string[] => ended.all(now, location),
  }
}
