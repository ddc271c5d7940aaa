import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { openDatabase, type Sqlite } from '../../lib/sqlite.ts'
import type { Commit } from '../seam/engine.ts'
import { migrations } from '../store/migrations/index.ts'
import { createStore } from '../store/store.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { createWriter, type Writer } from './writer.ts'

let dir: string
let db: Sqlite
let writer: Writer
let publisher: Publisher
let undone: number
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-writer-'))
  db = openDatabase(join(dir, 'hub.db'), migrations, fakeSystem(), silentLog).db
  const store = createStore(db)
  undone = 0
  publisher = createPublisher(store)
  writer = createWriter(store, publisher, silentLog, () => undone++)
})
afterEach(() => {
  db.close()
  rmSync(dir, { recursive: true })
})

const put = (key: string) => () => void db.prepare('INSERT INTO meta VALUES (?, ?)').run(key, key)
const keys = () => db.prepare('SELECT key FROM meta ORDER BY key').pluck().all()

it('is durable: WAL with synchronous=FULL (I3)', () => {
  expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
})

it('commits jobs that wait together once, and answers none before that', async () => {
  const log: string[] = []
  const seenOutside = () => {
    const outside = openDatabase(join(dir, 'hub.db'), migrations, fakeSystem(), silentLog).db
    const count = outside.prepare('SELECT count(*) FROM meta').pluck().get()
    outside.close()
    return count
  }
  const answers = ['a', 'b', 'c'].map((key) =>
    writer
      .submit((changeSet) => {
        put(key)()
        changeSet.publish({
          key: 'catalogue:lindenhof',
          kind: 'terms',
          id: key,
          row: { version: 1, texts: {} },
        })
        log.push(`ran ${key}`)
      })
      .then(() => log.push(`answered ${key}, ${String(seenOutside())} on disk`)),
  )
  const commits: Commit[] = []
  writer.onCommit((commit) => {
    commits.push(commit)
    log.push('committed')
  })
  await Promise.all(answers)
  expect(log).toEqual([
    'ran a',
    'ran b',
    'ran c',
    'committed',
    'answered a, 3 on disk',
    'answered b, 3 on disk',
    'answered c, 3 on disk',
  ])
  expect(commits).toHaveLength(1)
  expect(commits[0]?.changes).toMatchObject([{ key: 'catalogue:lindenhof', from: 0, to: 3 }])
})

it('undoes a job that throws, with what it drafted, and nothing of its neighbours', async () => {
  const good = writer.submit(put('good'))
  const bad = writer.submit((changeSet) => {
    put('bad')()
    changeSet.publish({
      key: 'catalogue:lindenhof',
      kind: 'terms',
      id: 'bad',
      row: { version: 1, texts: {} },
    })
    throw new Error('a bug')
  })
  const after = writer.submit(put('after'))
  await expect(bad).rejects.toThrow('a bug')
  await Promise.all([good, after])
  expect(keys()).toEqual(['after', 'good'])
  expect(publisher.head('catalogue:lindenhof')).toBe(0)
  expect(undone).toBeGreaterThan(0)
})

it('answers no job of a batch whose commit failed, and works on afterwards', async () => {
  db.exec('CREATE TABLE child (meta TEXT REFERENCES meta DEFERRABLE INITIALLY DEFERRED)')
  const broken = [
    writer.submit(put('x')),
    writer.submit(() => void db.exec("INSERT INTO child VALUES ('none')")),
  ]
  const results = await Promise.allSettled(broken)
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(keys()).toEqual([])
  await writer.submit(put('later'))
  expect(keys()).toEqual(['later'])
})

it('runs jobs in their order, in several batches if they are many', async () => {
  const order: number[] = []
  await Promise.all(Array.from({ length: 600 }, (_, n) => writer.submit(() => order.push(n))))
  expect(order).toEqual(Array.from({ length: 600 }, (_, n) => n))
})

it('goes on when a listener throws', async () => {
  writer.onCommit(() => {
    throw new Error('a bug elsewhere')
  })
  await writer.submit((changeSet) =>
    changeSet.publish({ key: 'catalogue:lindenhof', kind: 'terms', id: 'a', row: { version: 1, texts: {} } }),
  )
  expect(publisher.head('catalogue:lindenhof')).toBe(1)
})

it('drains: what was submitted is done', async () => {
  let done = false
  void writer.submit(() => (done = true))
  await writer.drain()
  expect(done).toBe(true)
  await writer.drain()
})
