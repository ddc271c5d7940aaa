import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** The floor of `commands`: one small row, one FULL commit each, raw better-sqlite3, no network. Milliseconds per commit. */
export function oneCommitEach(count: number): number {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-floor-'))
  const db = new Database(join(dir, 'floor.db'))
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE booking (id TEXT PRIMARY KEY, desk TEXT, day TEXT, body TEXT) STRICT')
  const insert = db.prepare('INSERT INTO booking VALUES (?, ?, ?, ?)')
  const body = 'x'.repeat(300)
  const began = performance.now()
  for (let n = 0; n < count; n++) insert.run(`booking-${n}`, `desk-${n % 60}`, '2026-11-23', body)
  const each = (performance.now() - began) / count
  db.close()
  rmSync(dir, { recursive: true, force: true })
  return each
}
