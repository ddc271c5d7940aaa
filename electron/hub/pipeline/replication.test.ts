import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ChangedRow } from '../../../shared/contract/rows.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { openDatabase } from '../../lib/sqlite.ts'
import type { ScopeChanges } from '../seam/scopes.ts'
import { migrations } from '../store/migrations/index.ts'
import { createStore } from '../store/store.ts'
import { createChangeSet } from './change-set.ts'
import { createPublisher } from './publisher.ts'
import { rowsSince } from './since.ts'

/** What a device keeps: rows and a cursor, by the rules of `contract/rows.ts`. */
function replica(since: (cursor: number) => { from: number; to: number; rows: ChangedRow[]; more: boolean }) {
  const rows = new Map<string, string>()
  let cursor = 0
  const apply = (changed: readonly ChangedRow[], to: number): void => {
    for (const { kind, id, row } of changed) {
      if (row === null) rows.delete(`${kind}/${id}`)
      else rows.set(`${kind}/${id}`, JSON.stringify(row))
    }
    cursor = to
  }
  const catchUp = (): void => {
    for (;;) {
      const page = since(cursor)
      apply(page.rows, page.to)
      if (!page.more) return
    }
  }
  return {
    rows,
    catchUp,
    receive(change: ScopeChanges): void {
      if (cursor >= change.to) return
      if (cursor === change.from) apply(change.rows, change.to)
      else catchUp()
    },
  }
}

const op = fc.record({ id: fc.integer({ min: 0, max: 6 }), value: fc.option(fc.integer({ min: 0, max: 2 })) })
const batches = fc.array(
  fc.record({
    ops: fc.array(op, { minLength: 1, maxLength: 5 }),
    /** Whether the replica gets the change; it hears of a loss only by the gap. */
    arrives: fc.boolean(),
    /** A page is fetched between two batches, as when catching up is slow. */
    peek: fc.boolean(),
  }),
  { maxLength: 25 },
)

it('every replica equals the hub, whatever was lost on the way (I5)', () => {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-replica-'))
  let run = 0
  fc.assert(
    fc.property(batches, fc.integer({ min: 1, max: 3 }), (sequence, page) => {
      const { db } = openDatabase(join(dir, `${run++}.db`), migrations, fakeSystem(), silentLog)
      // Not what is tested here, and hundreds of commits wait for the disk.
      db.pragma('synchronous = OFF')
      const store = createStore(db)
      const publisher = createPublisher(store)
      const truth = new Map<string, string>()
      const early = replica((cursor) => rowsSince(store, publisher, 'catalogue:lindenhof', cursor, page))
      const slow = replica((cursor) => ({
        ...rowsSince(store, publisher, 'catalogue:lindenhof', cursor, page),
        more: false,
      }))
      for (const { ops, arrives, peek } of sequence) {
        const changeSet = createChangeSet()
        for (const { id, value } of ops) {
          const row = value === null ? null : { version: value, texts: {} }
          changeSet.publish({ key: 'catalogue:lindenhof', kind: 'terms', id: String(id), row: row })
          if (row) truth.set(`terms/${id}`, JSON.stringify(row))
          else truth.delete(`terms/${id}`)
        }
        const { changes, committed } = db.transaction(() => publisher.write([changeSet]))()
        committed()
        if (arrives) for (const change of changes) early.receive(change)
        if (peek) slow.catchUp()
      }
      early.catchUp()
      for (let n = 0; n < 20; n++) slow.catchUp()
      const late = replica((cursor) => rowsSince(store, publisher, 'catalogue:lindenhof', cursor, page))
      late.catchUp()
      const restarted = createPublisher(store)
      expect(restarted.head('catalogue:lindenhof')).toBe(publisher.head('catalogue:lindenhof'))
      db.close()
      for (const one of [early, slow, late]) expect(one.rows).toEqual(truth)
    }),
    { numRuns: 60, seed: 7 },
  )
  rmSync(dir, { recursive: true })
})
