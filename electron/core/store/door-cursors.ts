import type { Sqlite } from '../../lib/sqlite.ts'

/** Up to which of its own events a door's controller was read. */
export interface DoorCursors {
  /** 0 when nothing was read from this controller yet. */
  get(controller: string): number
  set(controller: string, index: number): void
}

export function doorCursors(db: Sqlite): DoorCursors {
  const get = db.prepare<[string], { last: number }>('SELECT last FROM door_cursor WHERE controller = ?')
  const set = db.prepare(
    'INSERT INTO door_cursor VALUES (?, ?) ON CONFLICT (controller) DO UPDATE SET last = excluded.last',
  )
  return {
    get: (controller) => get.get(controller)?.last ?? 0,
    set: (controller, index) => void set.run(controller, index),
  }
}
