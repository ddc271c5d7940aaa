import type { Sqlite } from '../../lib/sqlite.ts'

/** A busy hub touches the same few thousand pages again and again. */
export function tune(db: Sqlite): void {
  // KiB, negative by SQLite's convention. The default of 2 MB is less than what one batch of commands touches.
  db.pragma('cache_size = -65536')
  // Pages, some 4 MB: a page that changed often is copied from the log into the file once. The commit that does the copying
  // keeps everybody waiting, with 32 MB for a tenth of a second and more.
  db.pragma('wal_autocheckpoint = 1000')
}
