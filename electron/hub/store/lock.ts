import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'

/** Milliseconds: a hub that was just told to stop, or killed, is given this long to be gone. */
const patience = 1_000

/**
 * Takes a hub's folder for this process, until what it returns is called or the process ends, however it ends: the
 * system keeps the lock, not a file's being there. Throws SQLITE_BUSY while another hub has it.
 */
export function lockFolder(dir: string): () => void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const db = new Database(join(dir, 'hub.lock'), { timeout: patience })
  try {
    db.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    db.close()
    throw error
  }
  return () => void db.close()
}
