import { z } from 'zod'
import type { DurableCommandType, PayloadOf } from '../../../shared/contract/commands.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** What the screen confirmed while the hub was away, for the floor plan of this kiosk (R9.4). */
const promiseSchema = z.object({
  booking: z.string(),
  item: z.string(),
  date: z.string(),
  from: z.number(),
  until: z.number(),
  /** The earlier booking of that day that it moves. */
  cancels: z.string().nullable(),
})
export type DeskPromise = z.infer<typeof promiseSchema>

/** A durable command that is to be sent. */
export type NewRow = {
  [T in DurableCommandType]: {
    id: string
    type: T
    payload: PayloadOf<T>
    session: string | null
    at: number
    promised: DeskPromise | null
  }
}[DurableCommandType]

/** As it lies in the outbox. The payload was checked when it went in, and is by the hub. */
export interface OutboxRow {
  seq: number
  id: string
  type: DurableCommandType
  payload: unknown
  session: string | null
  at: number
  promised: DeskPromise | null
}

export interface OutboxTable {
  /** On disk when it returns. Gives its place in the order. */
  add(row: NewRow): number
  /** In the order in which they were added. */
  all(): OutboxRow[]
  /** The next one in that order; null at the end. */
  after(seq: number): OutboxRow | null
  get(id: string): OutboxRow | null
  size(): number
  /** False when the row was answered in the meantime. */
  promise(id: string, promised: DeskPromise): boolean
  remove(id: string): void
  /** Removes a row that the hub has answered. A power cut may bring it back: then the hub answers it again (I2). */
  settle(id: string): void
  /** Moves a row to the end, with the next number: the hub takes them in rising order only. */
  requeue(id: string): OutboxRow | null
  /** Puts a row that the hub cannot read where it stops nobody; it is never deleted. */
  setAside(id: string, reason: string): void
  deadLetters(): { id: string; type: string; reason: string }[]
  /** Only for rows that were saved from a broken file. */
  restore(row: RawRow): void
  /** Numbers go on above `seq`; only for a file that never had any. */
  startAbove(seq: number): void
}

export interface RawRow {
  seq: number
  id: string
  type: string
  payload: string
  session: string | null
  at: number
  promised: string | null
}

export function outboxTable(db: Sqlite): OutboxTable {
  const add = db.prepare(
    'INSERT INTO outbox (id, type, payload, session, at, promised) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const restore = db.prepare(
    `INSERT INTO outbox (seq, id, type, payload, session, at, promised)
     VALUES (@seq, @id, @type, @payload, @session, @at, @promised)`,
  )
  const all = db.prepare<[], RawRow>('SELECT * FROM outbox ORDER BY seq')
  const after = db.prepare<[number], RawRow>('SELECT * FROM outbox WHERE seq > ? ORDER BY seq LIMIT 1')
  const get = db.prepare<[string], RawRow>('SELECT * FROM outbox WHERE id = ?')
  const size = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM outbox')
  const promise = db.prepare('UPDATE outbox SET promised = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM outbox WHERE id = ?')
  const relaxed = db.prepare('PRAGMA synchronous = NORMAL')
  const full = db.prepare('PRAGMA synchronous = FULL')
  const bury = db.prepare(
    `INSERT INTO dead_letter (seq, id, type, payload, at, reason)
     SELECT seq, id, type, payload, at, ? FROM outbox WHERE id = ?`,
  )
  const dead = db.prepare<[], { id: string; type: string; reason: string }>(
    'SELECT id, type, reason FROM dead_letter ORDER BY seq',
  )
  const insert = ({ id, type, payload, session, at, promised }: NewRow): number =>
    Number(
      add.run(id, type, JSON.stringify(payload), session, at, promised && JSON.stringify(promised))
        .lastInsertRowid,
    )
  const requeue = db.transaction((id: string) => {
    const row = get.get(id)
    if (!row) return null
    remove.run(id)
    const { type, payload, session, at, promised } = row
    const seq = Number(add.run(id, type, payload, session, at, promised).lastInsertRowid)
    return read({ ...row, seq })
  })
  const setAside = db.transaction((id: string, reason: string) => {
    bury.run(reason, id)
    remove.run(id)
  })
  return {
    add: insert,
    all: () => all.all().map(read),
    after: (seq) => {
      const row = after.get(seq)
      return row ? read(row) : null
    },
    get: (id) => {
      const row = get.get(id)
      return row ? read(row) : null
    },
    size: () => size.get()?.n ?? 0,
    promise: (id, promised) => promise.run(JSON.stringify(promised), id).changes === 1,
    remove: (id) => void remove.run(id),
    settle: (id) => {
      // Somebody waits at the screen for what comes next, and nothing is lost with this: no waiting for the disk.
      relaxed.run()
      try {
        remove.run(id)
      } finally {
        full.run()
      }
    },
    requeue: (id) => requeue.immediate(id),
    setAside: (id, reason) => setAside.immediate(id, reason),
    deadLetters: () => dead.all(),
    restore: (row) => void restore.run(row),
    startAbove: (seq) => {
      const used = db.prepare("SELECT 1 FROM sqlite_sequence WHERE name = 'outbox'").get()
      if (!used) db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', ?)").run(seq)
    },
  }
}

function read(row: RawRow): OutboxRow {
  return {
    ...row,
    type: row.type as DurableCommandType,
    payload: JSON.parse(row.payload) as unknown,
    promised: row.promised === null ? null : promiseSchema.parse(JSON.parse(row.promised)),
  }
}
