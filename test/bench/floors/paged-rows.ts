import { rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Socket } from 'socket.io-client'
import type { PlainRow } from './paged-rows-hub.ts'

/** As many as are best for it on this machine. */
const pageSize = 1000

/** The floor of `catch-up` at the device: a page, a transaction, the next page. Milliseconds until all rows are on disk. */
export async function takeAllRows(socket: Socket, file: string, count: number): Promise<number> {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE plain (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, body TEXT NOT NULL) STRICT')
  const put = db.prepare('INSERT INTO plain VALUES (?, ?, ?)')
  const putAll = db.transaction((rows: readonly PlainRow[]) => {
    for (const { id, rev, body } of rows) put.run(id, rev, body)
  })
  const began = performance.now()
  let cursor = 0
  for (;;) {
    const rows = (await socket.emitWithAck('since', cursor, pageSize)) as PlainRow[]
    if (rows.length > 0) putAll(rows)
    cursor = rows.at(-1)?.rev ?? cursor
    if (rows.length < pageSize) break
  }
  const ms = performance.now() - began
  const kept = db.prepare<[], number>('SELECT count(*) FROM plain').pluck().get()
  db.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  if (kept !== count) throw new Error(`the floor has ${kept} rows of ${count}`)
  return ms
}
