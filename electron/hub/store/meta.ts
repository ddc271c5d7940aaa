import type { Sqlite } from '../../lib/sqlite.ts'

/** Single values about the file itself, such as the hub's id. */
export function metaStore(db: Sqlite) {
  const get = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const set = db.prepare<[string, string]>(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get: (key: string): string | undefined => get.get(key),
    set: (key: string, value: string): void => void set.run(key, value),
  }
}
