import type { Sqlite } from '../../lib/sqlite.ts'

/** Small things worth remembering. `passKey`: the hub's public key for passes. `language`: the console's. */
export type MetaKey = 'hub' | 'passKey' | 'language'

export interface MetaTable {
  get(key: MetaKey): string | null
  set(key: MetaKey, value: string): void
}

export function metaTable(db: Sqlite): MetaTable {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?')
  const set = db.prepare(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get: (key) => get.get(key)?.value ?? null,
    set: (key, value) => {
      // Most calls repeat what is there: a write costs a flush of the disk.
      if (get.get(key)?.value !== value) set.run(key, value)
    },
  }
}
