import type { AccountId, DeviceId, Instant, StaffId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

interface Common {
  id: string
  device: DeviceId
  secretHash: Uint8Array
  expiresAt: Instant
}
export interface SessionRecord extends Common {
  account: AccountId
  openedAt: Instant
  endedAt: Instant | null
}
export interface StaffSessionRecord extends Common {
  staff: StaffId
  name: string
  endedAt: Instant | null
}

export interface LiveSession {
  id: string
  device: DeviceId
  account: AccountId
}

const sessionsKept = 2000

/** Sessions of people and of staff. Only a hash of the secret part of a token is kept. */
export function sessionsStore(db: Sqlite, { onForget }: Memory) {
  const columns =
    'id, device, secret_hash secretHash, opened_at openedAt, expires_at expiresAt, ended_at endedAt'
  const find = db.prepare<[string], SessionRecord>(`SELECT ${columns}, account FROM session WHERE id = ?`)
  const ofDevice = db.prepare<[string], SessionRecord>(
    `SELECT ${columns}, account FROM session WHERE device = ? AND ended_at IS NULL`,
  )
  const ofAccount = db.prepare<[string, number], { id: string; device: string }>(
    'SELECT id, device FROM session WHERE account = ? AND ended_at IS NULL AND expires_at > ?',
  )
  const allLive = db.prepare<[number], LiveSession>(
    'SELECT id, device, account FROM session WHERE ended_at IS NULL AND expires_at > ? ORDER BY +id',
  )
  const liveAfter = db.prepare<[number, string, number], LiveSession & { expiresAt: Instant }>(
    `SELECT id, device, account, expires_at expiresAt FROM session
     WHERE ended_at IS NULL AND (expires_at, id) > (?, ?) ORDER BY expires_at, id LIMIT +?`,
  )
  const open = db.prepare<[string, string, string, Uint8Array, number, number]>(
    'INSERT INTO session VALUES (?, ?, ?, ?, ?, ?, NULL)',
  )
  const end = db.prepare<[number, string]>(
    'UPDATE session SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
  )
  const findStaff = db.prepare<[string], StaffSessionRecord>(
    `SELECT t.id, t.device, t.secret_hash secretHash, t.expires_at expiresAt, t.ended_at endedAt, t.staff, s.name
     FROM staff_session t JOIN staff s ON s.id = t.staff WHERE t.id = +? AND s.active = 1`,
  )
  const openStaff = db.prepare<[string, string, string, Uint8Array, number]>(
    'INSERT INTO staff_session VALUES (?, ?, ?, ?, ?, NULL)',
  )
  const endStaff = db.prepare<[number, string]>(
    'UPDATE staff_session SET ended_at = ? WHERE id = ? AND ended_at IS NULL',
  )
  const endStaffOn = db.prepare<[number, string]>(
    'UPDATE staff_session SET ended_at = ? WHERE device = ? AND ended_at IS NULL',
  )
  /** Sessions by id, as long as nothing is written to them: every command of somebody asks for theirs. */
  const known = new Map<string, SessionRecord>()
  onForget(() => known.clear())
  return {
    find(id: string): SessionRecord | undefined {
      const record = known.get(id) ?? find.get(id)
      if (!record) return undefined
      if (known.size >= sessionsKept) known.clear()
      known.set(id, record)
      return record
    },
    /** The one session on a device that was not ended; it may have expired. */
    openOn: (device: DeviceId): SessionRecord | undefined => ofDevice.get(device),
    liveOf: (account: AccountId, now: Instant): { id: string; device: DeviceId }[] =>
      ofAccount.all(account, now),
    /** Everybody's, on kiosks and phones. */
    allLive: (now: Instant): LiveSession[] => allLive.all(now),
    /** The next `limit` of them after one that expires then and has that id, in this order. */
    liveAfter: (expiresAt: Instant, id: string, limit: number): (LiveSession & { expiresAt: Instant })[] =>
      liveAfter.all(expiresAt, id, limit),
    open: (s: Common & { account: AccountId; openedAt: Instant }): void =>
      void open.run(s.id, s.account, s.device, s.secretHash, s.openedAt, s.expiresAt),
    /** False when it was ended before. */
    end(id: string, at: Instant): boolean {
      known.delete(id)
      return end.run(at, id).changes > 0
    },
    findStaff: (id: string): StaffSessionRecord | undefined => findStaff.get(id),
    openStaff: (s: Common & { staff: StaffId }): void =>
      void openStaff.run(s.id, s.staff, s.device, s.secretHash, s.expiresAt),
    endStaff: (id: string, at: Instant): void => void endStaff.run(at, id),
    endStaffOn: (device: DeviceId, at: Instant): void => void endStaffOn.run(at, device),
  }
}
