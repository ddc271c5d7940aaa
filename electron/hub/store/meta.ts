import type { Sqlite } from '../../lib/sqlite.ts'

/** Single values about the file itself, such as the hub's id. */
export function metaStore(db: Sqlite) {
  const get = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const set = db.prepare<[string, string]>(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare<[string]>('DELETE FROM meta WHERE key = ?')
  const keys = db.prepare<[string, string], string>('SELECT key FROM meta WHERE key >= ? AND key < ?').pluck()
  return {
    get: (key: string): string | undefined => get.get(key),
    set: (key: string, value: string): void => void set.run(key, value),
    remove: (key: string): void => void remove.run(key),
    /** Every key that begins so, without the beginning. */
    keys: (beginning: string): string[] =>
      keys.all(beginning, `${beginning}\u{10ffff}`).map((key) => key.slice(beginning.length)),
  }
}
