import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Socket } from 'socket.io-client'
import type { RawBooking } from './booking-hub.ts'

const atOnce = 100

/**
 * The floor of `drain` at the kiosk: a plain table of bookings, read a hundred at a time, sent, and deleted when they were
 * answered. Milliseconds until the table is empty.
 */
export async function drainByHand(
  socket: Socket,
  file: string,
  bookings: readonly RawBooking[],
): Promise<number> {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE waiting (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const add = db.prepare('INSERT INTO waiting (body) VALUES (?)')
  db.transaction(() => {
    for (const booking of bookings) add.run(JSON.stringify(booking))
  })()
  // What was answered may come again after a power cut: as with ours, nobody waits for the disk.
  db.pragma('synchronous = NORMAL')
  const first = db.prepare<[number], { seq: number; body: string }>(
    'SELECT seq, body FROM waiting ORDER BY seq LIMIT +?',
  )
  const remove = db.prepare('DELETE FROM waiting WHERE seq <= ?')
  const began = performance.now()
  for (;;) {
    const rows = first.all(atOnce)
    const last = rows.at(-1)
    if (!last) break
    const batch = rows.map(({ body }) => JSON.parse(body) as RawBooking)
    const answers = (await socket.emitWithAck('books', batch)) as { ok: boolean }[]
    if (answers.length !== rows.length || !answers.every(({ ok }) => ok))
      throw new Error('the floor refused a booking')
    remove.run(last.seq)
  }
  const ms = performance.now() - began
  db.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  return ms
}
