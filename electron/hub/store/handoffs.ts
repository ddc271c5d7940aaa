import type { DeviceId, Instant } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** A kiosk's link for a phone (R7.4). */
export interface HandoffRecord {
  id: string
  device: DeviceId
  expiresAt: Instant
  /** The phone that opened it first; null = none has. */
  phone: DeviceId | null
  usedAt: Instant | null
}

/** Links of kiosks, each kept as a keyed hash. */
export function handoffsStore(db: Sqlite) {
  const find = db.prepare<[Uint8Array], HandoffRecord>(
    'SELECT id, device, expires_at expiresAt, phone, used_at usedAt FROM handoff WHERE hash = ?',
  )
  const insert = db.prepare<[string, Uint8Array, string, number]>(
    'INSERT INTO handoff (id, hash, device, expires_at) VALUES (?, ?, ?, ?)',
  )
  const bind = db.prepare<[string, string]>('UPDATE handoff SET phone = ? WHERE id = ?')
  const use = db.prepare<[number, string]>('UPDATE handoff SET used_at = ? WHERE id = ?')
  const forget = db.prepare<[number]>('DELETE FROM handoff WHERE expires_at <= ?')
  return {
    find: (hash: Uint8Array): HandoffRecord | undefined => find.get(hash),
    add: (id: string, hash: Uint8Array, device: DeviceId, expiresAt: Instant): void =>
      void insert.run(id, hash, device, expiresAt),
    bind: (id: string, phone: DeviceId): void => void bind.run(phone, id),
    use: (id: string, at: Instant): void => void use.run(at, id),
    /** Those that are over. */
    forgetExpired: (now: Instant): void => void forget.run(now),
  }
}
