import type { MailKind } from '../../../shared/contract/rows.ts'
import type { DeviceId, Instant, LocationId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface MailRecord {
  id: string
  device: DeviceId
  location: LocationId
  to: string
  kind: MailKind
  at: Instant
  status: 'queued' | 'accepted' | 'refused' | 'failed'
  detail: string
}

/** Mails that were sent, without what stood in them. */
export function mailsStore(db: Sqlite) {
  const find = db.prepare<[string], MailRecord>(
    'SELECT id, device, location, recipient "to", kind, at, status, detail FROM mail WHERE id = ?',
  )
  const insert = db.prepare<[string, string, string, string, string, number, string, string]>(
    'INSERT INTO mail (id, device, location, recipient, kind, at, status, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const setStatus = db.prepare<[string, string, string]>(
    'UPDATE mail SET status = ?, detail = ? WHERE id = ?',
  )
  const queued = db.prepare<[string], MailRecord>(
    `SELECT id, device, location, recipient "to", kind, at, status, detail FROM mail WHERE status = 'queued' AND location = ? ORDER BY at`,
  )
  const ofHub = db
    .prepare<[number, number], number>(
      "SELECT at FROM mail WHERE kind = 'code' AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",
    )
    .pluck()
  const ofDevice = db
    .prepare<[string, number, number], number>(
      "SELECT at FROM mail WHERE kind = 'code' AND device = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?",
    )
    .pluck()
  return {
    find: (id: string): MailRecord | undefined => find.get(id),
    /** Of a location, without a last word yet; oldest first. */
    queued: (location: LocationId): MailRecord[] => queued.all(location),
    add: (m: MailRecord): void =>
      void insert.run(m.id, m.device, m.location, m.to, m.kind, m.at, m.status, m.detail),
    setStatus: (id: string, status: MailRecord['status'], detail: string): void =>
      void setStatus.run(status, detail, id),
    /** When the `nth` newest mail with a code (from 1) since `after` was sent; undefined when there are fewer. */
    nthCodeSince: (nth: number, after: Instant, device?: DeviceId): Instant | undefined =>
      device === undefined ? ofHub.get(after, nth - 1) : ofDevice.get(device, after, nth - 1),
  }
}
