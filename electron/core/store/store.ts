import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../lib/log.ts'
import { openDatabase, type Sqlite } from '../../lib/sqlite.ts'
import type { System } from '../../lib/system.ts'
import { type DoorCursors, doorCursors } from './door-cursors.ts'
import { type MetaTable, metaTable } from './meta.ts'
import { type OutboxTable, outboxTable } from './outbox-table.ts'
import { type ReplicaTable, replicaTable } from './replica-table.ts'
import { salvageOutbox } from './salvage.ts'
import { migrations } from './schema.ts'

/** Everything that the core keeps in SQLite. Names nobody (I7). */
export interface Store {
  readonly meta: MetaTable
  readonly replica: ReplicaTable
  readonly outbox: OutboxTable
  readonly doors: DoorCursors
  /** Forgets everything, also what was put aside earlier: this device was revoked (R10.2). */
  wipe(): void
  close(): void
}

const fileName = 'core.db'

/**
 * Opens `core.db` in `dir`. A broken file is put aside, and what its outbox still gives is carried over (I3).
 * Throws NewerDatabaseError.
 */
export function openStore(dir: string, system: System, log: Log): Store {
  const { db, asideAs } = openDatabase(join(dir, fileName), migrations, system, log)
  db.pragma('secure_delete = ON')
  const outbox = outboxTable(db)
  // The hub takes the numbers of a device in rising order only, and this file may not be the device's first: with the
  // seconds since 1970 to begin with, a new one goes on above whatever the old one had reached.
  outbox.startAbove(Math.floor(system.now() / 1000))
  if (asideAs) {
    const saved = salvageOutbox(asideAs, log)
    for (const row of saved) outbox.restore(row)
    log('warn', 'outbox-salvaged', { rows: saved.length })
  }
  return {
    meta: metaTable(db),
    replica: replicaTable(db),
    outbox,
    doors: doorCursors(db),
    wipe: () => {
      outbox.forgetUnwritten()
      wipe(db, dir)
    },
    close: () => db.close(),
  }
}

function wipe(db: Sqlite, dir: string): void {
  db.transaction(() => {
    for (const table of ['meta', 'replica', 'cursor', 'outbox', 'dead_letter', 'door_cursor'])
      db.exec(`DELETE FROM ${table}`)
  }).immediate()
  db.exec('VACUUM')
  db.pragma('wal_checkpoint(TRUNCATE)')
  for (const name of readdirSync(dir)) {
    if (name.startsWith(`${fileName}.broken-`)) rmSync(join(dir, name), { force: true })
  }
}
