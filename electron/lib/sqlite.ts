import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Log } from './log.ts'
import type { System } from './system.ts'

export type Sqlite = Database.Database

/** One numbered step of a schema; its place in the list is its number, from 1. Never edited once released. */
export interface Migration {
  name: string
  sql: string
}

/** The file was written by a newer Foyer; it is left untouched. */
export class NewerDatabaseError extends Error {
  constructor(path: string, found: number, known: number) {
    super(
      `${path} was written by a newer Foyer (schema ${found}; this one knows ${known}). ` +
        'Start the newer version, or point --data at another folder.',
    )
    this.name = 'NewerDatabaseError'
  }
}

/** What `openDatabase` found. `asideAs` is where a broken file was put; it is never deleted. */
export interface Opened {
  db: Sqlite
  asideAs: string | null
}

/**
 * When every page is read before a file is trusted. It takes ten seconds a gigabyte, so a large file can leave it out after
 * a clean stop, which leaves no log beside it: nobody was in the middle of anything then, and a page that went bad since is
 * noticed when it is read.
 */
export type Check = 'always' | 'after-unclean-stop'

/**
 * Opens (or makes) a SQLite file with the settings that durability rests on and brings its schema up to date.
 * WAL with synchronous=FULL: what was committed survives a power cut (I3). A file that is no sound database is put
 * aside under a new name and a fresh one is made. Throws NewerDatabaseError; other errors (full disk, no rights) as they come.
 */
export function openDatabase(
  path: string,
  migrations: readonly Migration[],
  system: System,
  log: Log,
  { check = 'always' }: { check?: Check } = {},
): Opened {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  try {
    return { db: openSound(path, migrations, check), asideAs: null }
  } catch (error) {
    if (!isCorrupt(error)) throw error
    const asideAs = putAside(path, system)
    log('error', 'database-put-aside', { path, asideAs, why: (error as Error).message })
    return { db: openSound(path, migrations, check), asideAs }
  }
}

function openSound(path: string, migrations: readonly Migration[], check: Check): Sqlite {
  const wasClosed = !existsSync(`${path}-wal`)
  const db = new Database(path)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('busy_timeout = 2000')
    if (db.pragma('synchronous', { simple: true }) !== 2)
      throw new Error(`${path}: synchronous=FULL was not taken`)
    const isDue = check === 'always' || !wasClosed
    if (isDue && db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new CorruptError(path)
    migrate(db, path, migrations)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

class CorruptError extends Error {
  constructor(path: string) {
    super(`${path} failed SQLite's quick_check`)
  }
}

function isCorrupt(error: unknown): boolean {
  if (error instanceof CorruptError) return true
  const code = (error as { code?: unknown }).code
  return typeof code === 'string' && (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB'))
}

function putAside(path: string, system: System): string {
  const asideAs = `${path}.broken-${new Date(system.now()).toISOString().replaceAll(':', '')}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(path + suffix)) renameSync(path + suffix, asideAs + suffix)
  }
  return asideAs
}

/** Applies what is missing, each migration in a transaction of its own. `user_version` counts what was applied. */
export function migrate(db: Sqlite, path: string, migrations: readonly Migration[]): void {
  const found = db.pragma('user_version', { simple: true }) as number
  if (found > migrations.length) throw new NewerDatabaseError(path, found, migrations.length)
  migrations.slice(found).forEach((migration, offset) => {
    db.transaction(() => {
      db.exec(migration.sql)
      db.pragma(`user_version = ${found + offset + 1}`)
    }).immediate()
  })
}
