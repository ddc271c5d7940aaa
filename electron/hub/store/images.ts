import type { Sqlite } from '../../lib/sqlite.ts'

/** Pictures of what is on offer: WebP, named by the SHA-256 of it, hex. */
export function imagesStore(db: Sqlite) {
  const find = db.prepare<[string], Buffer>('SELECT webp FROM image WHERE hash = ?').pluck()
  const bySource = db.prepare<[string], string>('SELECT hash FROM image_source WHERE source = ?').pluck()
  const insert = db.prepare<[string, Uint8Array]>('INSERT INTO image VALUES (?, ?) ON CONFLICT DO NOTHING')
  const from = db.prepare<[string, string]>('INSERT INTO image_source VALUES (?, ?) ON CONFLICT DO NOTHING')
  return {
    find: (hash: string): Buffer | undefined => find.get(hash),
    /** The picture that was made from a file with this SHA-256, hex. */
    bySource: (source: string): string | undefined => bySource.get(source),
    add(hash: string, webp: Uint8Array, source: string): void {
      insert.run(hash, webp)
      from.run(source, hash)
    },
  }
}
