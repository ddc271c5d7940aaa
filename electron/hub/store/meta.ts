import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

/** Single values about the file itself, such as the hub's id. */
export function metaStore(db: Sqlite, { onForget }: Memory) {
  const get = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const set = db.prepare<[string, string]>(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  const remove = db.prepare<[string]>('DELETE FROM meta WHERE key = ?')
  const keys = db.prepare<[string, string], string>('SELECT key FROM meta WHERE key >= ? AND key < ?').pluck()
  /** Some dozens of values, of which each command looks at one. */
  const known = new Map<string, string | undefined>()
  onForget(() => known.clear())
  return {
    get(key: string): string | undefined {
      if (!known.has(key)) known.set(key, get.get(key))
      return known.get(key)
    },
    set(key: string, value: string): void {
      set.run(key, value)
      known.set(key, value)
    },
    remove(key: string): void {
      remove.run(key)
      known.set(key, undefined)
    },
    /** Every key that begins so, without the beginning. */
    keys: (beginning: string): string[] =>
      keys.all(beginning, `${beginning}\u{10ffff}`).map((key) => key.slice(beginning.length)),
  }
}
