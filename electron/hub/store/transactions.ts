import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

/** The statements that a batch is made of, prepared once. A savepoint nests: the inner one shadows the outer. */
export function transactionsStore(db: Sqlite, memory: Memory) {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const save = db.prepare('SAVEPOINT job')
  const release = db.prepare('RELEASE job')
  const back = db.prepare('ROLLBACK TO job')
  return {
    isOpen: (): boolean => db.inTransaction,
    begin(): void {
      begin.run()
      memory.lookOutside()
    },
    commit: (): void => void commit.run(),
    /** Harmless when SQLite has rolled back by itself, as it does on a full disk. */
    rollback(): void {
      if (db.inTransaction) rollback.run()
      memory.forgetAll()
    },
    /** Runs `work`; when it throws, everything it wrote is undone and the error goes on to the caller. */
    savepoint<T>(work: () => T): T {
      save.run()
      try {
        const value = work()
        release.run()
        return value
      } catch (error) {
        // After a full disk the whole transaction may be gone; then there is nothing to go back to.
        if (db.inTransaction) {
          back.run()
          release.run()
        }
        memory.forgetAll()
        throw error
      }
    },
  }
}

export type Constraint = 'primary-key' | 'other'

/** Which constraint refused a write; null when the error is something else. */
export function violated(error: unknown): Constraint | null {
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string' || !code.startsWith('SQLITE_CONSTRAINT')) return null
  return code === 'SQLITE_CONSTRAINT_PRIMARYKEY' ? 'primary-key' : 'other'
}
