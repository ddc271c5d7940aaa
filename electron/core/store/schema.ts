import type { Migration } from '../../lib/sqlite.ts'

/**
 * `core.db`. I7 is built into it: the replica takes no scope that knows people, and the outbox takes no command whose
 * payload could carry what a person typed. Both are checked by SQLite itself, whatever the code above it does.
 */
export const migrations: readonly Migration[] = [
  {
    name: 'replica, outbox, cursors',
    sql: `
      CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE replica (
        scope TEXT NOT NULL CHECK (scope IN ('catalogue', 'doors')),
        kind TEXT NOT NULL,
        id TEXT NOT NULL,
        rev INTEGER NOT NULL,
        row TEXT NOT NULL,
        PRIMARY KEY (scope, kind, id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE cursor (
        scope TEXT PRIMARY KEY CHECK (scope IN ('catalogue', 'doors')),
        hub TEXT NOT NULL,
        rev INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE outbox (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL CHECK (type IN ('session.end', 'desk.book', 'door.events', 'door.refusal')),
        payload TEXT NOT NULL,
        session TEXT,
        at INTEGER NOT NULL,
        promised TEXT
      ) STRICT;

      CREATE TABLE dead_letter (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        type TEXT NOT NULL,
        payload TEXT NOT NULL,
        at INTEGER NOT NULL,
        reason TEXT NOT NULL
      ) STRICT;

      CREATE TABLE door_cursor (controller TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    `,
  },
]
