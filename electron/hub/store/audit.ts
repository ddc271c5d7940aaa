import { hash } from 'node:crypto'
import type { Instant } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface AuditEntry {
  at: Instant
  actor: { kind: 'account' | 'staff' | 'device' | 'hub'; id: string }
  /** The command's type, or one word for what happened. */
  action: string
  /** Id of what it was about; '' = nothing in particular. */
  subject: string
  detail: Record<string, unknown>
}

/** Where the chain ends: the next entry's number and the hash it builds on. */
export interface AuditTail {
  seq: number
  hash: string
}

interface AuditRow {
  seq: number
  at: Instant
  actor_kind: AuditEntry['actor']['kind']
  actor: string
  action: string
  subject: string
  detail_json: string
  prev_hash: string
  hash: string
}

const start: AuditTail = { seq: 0, hash: '' }

/** SHA-256 over the entry and its predecessor's hash, so that no entry can be changed or taken out alone (R8.3). */
function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, actor_kind, actor, action, subject, detail_json, prev_hash } = row
  const text = JSON.stringify([seq, at, actor_kind, actor, action, subject, detail_json, prev_hash])
  return hash('sha256', text, 'hex')
}

/** The append-only log of who did what, when and why (R8.3, I8). */
export function auditStore(db: Sqlite) {
  const last = db.prepare<[], AuditTail>(
    'SELECT seq, hash FROM audit WHERE seq = (SELECT max(seq) FROM audit)',
  )
  const keepTail = db.prepare<[string]>(
    "INSERT INTO meta VALUES ('audit-tail', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
  )
  const insert = db.prepare<[number, number, string, string, string, string, string, string, string]>(
    'INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  )
  return {
    tail: (): AuditTail => last.get() ?? start,
    /** Appends within the caller's transaction and returns the new end of the chain. */
    append(tail: AuditTail, entries: readonly AuditEntry[]): AuditTail {
      let end = tail
      for (const { at, actor, action, subject, detail } of entries) {
        const row = {
          seq: end.seq + 1,
          at,
          actor_kind: actor.kind,
          actor: actor.id,
          action,
          subject,
          detail_json: JSON.stringify(detail),
          prev_hash: end.hash,
        }
        const hashed = hashOf(row)
        insert.run(
          row.seq,
          at,
          row.actor_kind,
          row.actor,
          action,
          subject,
          row.detail_json,
          row.prev_hash,
          hashed,
        )
        end = { seq: row.seq, hash: hashed }
      }
      if (end !== tail) keepTail.run(`${end.seq}:${end.hash}`)
      return end
    },
  }
}

/**
 * Walks the whole chain. `brokenAt` is the number of the first entry that was changed, taken out or put in; one past the
 * last when the end was cut off.
 */
export function verifyAudit(db: Sqlite): { ok: true; entries: number } | { ok: false; brokenAt: number } {
  let end = start
  for (const row of db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY seq').iterate()) {
    const sound = row.seq === end.seq + 1 && row.prev_hash === end.hash && row.hash === hashOf(row)
    if (!sound) return { ok: false, brokenAt: end.seq + 1 }
    end = { seq: row.seq, hash: row.hash }
  }
  const kept = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'audit-tail'").pluck().get()
  if (kept !== undefined && kept !== `${end.seq}:${end.hash}`) return { ok: false, brokenAt: end.seq + 1 }
  return { ok: true, entries: end.seq }
}
