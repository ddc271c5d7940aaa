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
  /** Characters of the payload as JSON. */
  size: number
  session: string | null
  at: number
  promised: DeskPromise | null
}

export interface OutboxTable {
  /** On disk when it returns. Gives its place in the order. Throws when the disk does not take it. */
  add(row: NewRow): number
  /**
   * Adds a row and has it sent while it is written: `send` runs in the same turn, before the commit, and no answer can
   * come before that is over. It must not throw. Throws when the disk takes nothing, and then `send` was not called. False
   * when only the commit failed: the hub may have the row, so it is kept in memory like any other until the hub has said
   * what became of it (`rescue` writes it after all).
   */
  addAndSend(row: NewRow, send: (row: OutboxRow) => void): boolean
  /** Writes what a failed commit left in memory. Throws when the disk still does not take it. */
  rescue(): void
  /** In the order in which they were added. */
  all(): OutboxRow[]
  /** The next ones in that order, `limit` at most; none at the end. */
  after(seq: number, limit: number): OutboxRow[]
  get(id: string): OutboxRow | null
  size(): number
  /** On disk when it returns true; false when the row was answered in the meantime. Throws when the disk does not take it. */
  promise(id: string, promised: DeskPromise): boolean
  remove(id: string): void
  /**
   * Removes rows that the hub has answered, and puts those that it cannot read where they stop nobody: all of it or
   * nothing. A power cut may bring them back: then the hub answers them again (I2).
   */
  settle(answered: readonly string[], unreadable?: readonly { id: string; reason: string }[]): void
  /** Moves a row to the end, with the next number: the hub takes them in rising order only. */
  requeue(id: string): void
  /** What the hub could not read; never deleted. */
  deadLetters(): { id: string; type: string; reason: string }[]
  /** Only for rows that were saved from a broken file. */
  restore(row: RawRow): void
  /** Numbers go on above `seq`; only for a file that never had any. */
  startAbove(seq: number): void
  /** Forgets what a failed commit left in memory. */
  forgetUnwritten(): void
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

/** Numbers that one flush of the disk reserves. What a process leaves of them is never used. */
const numbersAtOnce = 64

export function outboxTable(db: Sqlite): OutboxTable {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const insert = db.prepare(
    `INSERT INTO outbox (seq, id, type, payload, session, at, promised)
     VALUES (@seq, @id, @type, @payload, @session, @at, @promised)`,
  )
  const all = db.prepare<[], RawRow>('SELECT * FROM outbox ORDER BY seq')
  // The unary plus spares SQLite a new plan for every limit.
  const after = db.prepare<[number, number], RawRow>(
    'SELECT * FROM outbox WHERE seq > ? ORDER BY seq LIMIT +?',
  )
  const get = db.prepare<[string], RawRow>('SELECT * FROM outbox WHERE id = ?')
  const count = db.prepare<[], number>('SELECT count(*) FROM outbox').pluck()
  const promise = db.prepare('UPDATE outbox SET promised = ? WHERE id = ?')
  const renumber = db.prepare('UPDATE outbox SET seq = ? WHERE id = ?')
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
  const reserved = db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'").pluck()
  const reserve = db.prepare("UPDATE sqlite_sequence SET seq = seq + ? WHERE name = 'outbox'")
  const beginNumbers = db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('outbox', ?)")

  /** The row whose commit failed after it was sent. There is one at most: the next is sent only after it is settled. */
  let unwritten: RawRow | null = null
  let nextNumber = 1
  let lastNumber = 0

  /**
   * The next number, out of a block that is reserved on disk: a row is sent before it is committed, and after a kill in
   * between its number must not come again (I2).
   */
  const number = (): number => {
    if (nextNumber > lastNumber) {
      if (reserve.run(numbersAtOnce).changes === 0) beginNumbers.run(numbersAtOnce)
      lastNumber = reserved.get() ?? 0
      nextNumber = lastNumber - numbersAtOnce + 1
    }
    return nextNumber++
  }

  const raw = ({ payload, promised, ...row }: NewRow): RawRow => ({
    ...row,
    seq: number(),
    payload: JSON.stringify(payload),
    promised: promised && JSON.stringify(promised),
  })

  /** All of it or nothing, on disk when it returns. */
  const inTransaction = (work: () => void): void => {
    begin.run()
    try {
      work()
      commit.run()
    } catch (error) {
      // On a full disk SQLite may have rolled back by itself.
      if (db.inTransaction) rollback.run()
      throw error
    }
  }

  const write = (row: RawRow): void => {
    insert.run(row)
    unwritten = null
  }

  return {
    add: (row) => {
      const numbered = raw(row)
      insert.run(numbered)
      return numbered.seq
    },
    addAndSend: (row, send) => {
      const numbered = raw(row)
      let isSent = false
      try {
        inTransaction(() => {
          insert.run(numbered)
          isSent = true
          send(read(numbered))
        })
        return true
      } catch (error) {
        if (!isSent) throw error
        unwritten = numbered
        return false
      }
    },
    rescue: () => {
      if (unwritten) write(unwritten)
    },
    all: () => all.all().map(read),
    after: (seq, limit) => {
      const rows = after.all(seq, limit)
      if (unwritten && unwritten.seq > seq) rows.push(unwritten)
      return rows
        .toSorted((a, b) => a.seq - b.seq)
        .slice(0, limit)
        .map(read)
    },
    get: (id) => {
      const row = unwritten?.id === id ? unwritten : get.get(id)
      return row ? read(row) : null
    },
    size: () => (count.get() ?? 0) + (unwritten ? 1 : 0),
    promise: (id, promised) => {
      const text = JSON.stringify(promised)
      if (unwritten?.id !== id) return promise.run(text, id).changes === 1
      write({ ...unwritten, promised: text })
      return true
    },
    remove: (id) => void remove.run(id),
    settle: (answered, unreadable = []) => {
      if (answered.length + unreadable.length === 0) return
      // Somebody waits at the screen for what comes next, and nothing is lost with this: no waiting for the disk.
      relaxed.run()
      try {
        inTransaction(() => {
          for (const { id, reason } of unreadable) {
            if (unwritten?.id === id) insert.run(unwritten)
            bury.run(reason, id)
            remove.run(id)
          }
          for (const id of answered) remove.run(id)
        })
      } finally {
        full.run()
      }
      const gone = [...answered, ...unreadable.map(({ id }) => id)]
      if (unwritten && gone.includes(unwritten.id)) unwritten = null
    },
    requeue: (id) => {
      const seq = number()
      if (unwritten?.id === id) unwritten = { ...unwritten, seq }
      else renumber.run(seq, id)
    },
    deadLetters: () => dead.all(),
    restore: (row) => void insert.run(row),
    startAbove: (seq) => {
      if (reserved.get() === undefined) beginNumbers.run(seq)
    },
    forgetUnwritten: () => {
      unwritten = null
    },
  }
}

function read(row: RawRow): OutboxRow {
  return {
    ...row,
    type: row.type as DurableCommandType,
    payload: JSON.parse(row.payload) as unknown,
    size: row.payload.length,
    promised: row.promised === null ? null : promiseSchema.parse(JSON.parse(row.promised)),
  }
}
