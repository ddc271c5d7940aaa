import Database from 'better-sqlite3'
import { beforeEach, expect, it } from 'vitest'
import type { Sqlite } from '../../lib/sqlite.ts'
import { type AuditEntry, auditStore, verifyAudit } from './audit.ts'
import { migrations } from './migrations/index.ts'

let db: Sqlite
beforeEach(() => {
  db = new Database(':memory:')
  for (const { sql } of migrations) db.exec(sql)
  const audit = auditStore(db)
  audit.append(audit.tail(), ['one', 'two', 'three'].map(entry))
})

function entry(action: string): AuditEntry {
  return {
    at: 1000,
    actor: { kind: 'staff', id: 'noor' },
    action,
    subject: 'front',
    detail: { reason: 'parcel' },
  }
}
/** What only somebody with the file in their hands can do. */
function tamper(sql: string): void {
  db.exec('DROP TRIGGER audit_keep_update; DROP TRIGGER audit_keep_delete;')
  db.exec(sql)
}

it('verifies an untouched chain (I8)', () => {
  expect(verifyAudit(db)).toEqual({ ok: true, entries: 3 })
})

it('refuses to change or delete an entry', () => {
  expect(() => db.exec("UPDATE audit SET actor = 'tom'")).toThrow('append-only')
  expect(() => db.exec('DELETE FROM audit')).toThrow('append-only')
})

it.each([
  ['an entry was changed', "UPDATE audit SET actor = 'tom' WHERE seq = 2", 2],
  ['an entry was taken out', 'DELETE FROM audit WHERE seq = 2', 2],
  ['the end was cut off', 'DELETE FROM audit WHERE seq = 3', 3],
  ['entries changed places', 'UPDATE audit SET seq = 9 WHERE seq = 1', 1],
])('shows that %s (R8.3)', (_what, sql, brokenAt) => {
  tamper(sql)
  expect(verifyAudit(db)).toEqual({ ok: false, brokenAt })
})

it('goes on from where it ended', () => {
  const again = auditStore(db)
  again.append(again.tail(), [entry('four')])
  expect(verifyAudit(db)).toEqual({ ok: true, entries: 4 })
})
