import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { migrate, type Sqlite } from '../../lib/sqlite.ts'
import { bookingsStore } from './bookings.ts'
import { createMemory } from './memory.ts'
import { migrations } from './migrations/index.ts'

interface Held {
  item: string
  from: number
  until: number
  live: boolean
}

const item = fc.constantFrom('a1', 'a2')
const moment = fc.integer({ min: 0, max: 20 })
const which = fc.nat({ max: 11 })
const anyStep = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('book' as const), item, from: moment, until: moment }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), which, item }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('check out' as const), which, at: moment }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bring back' as const), which }) },
)
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never

/** A hub's file with two desks, made once: each history begins with a copy. */
const fresh = emptyHub().serialize()

function emptyHub(): Sqlite {
  const db = new Database(':memory:')
  migrate(db, 'test', migrations)
  db.exec(`
    INSERT INTO location (id, name, zone, hours_json, day_end, single_amount, currency, languages_json, privacy_json, help_phone,
      terms_version, idle_ask_after, idle_forget_after)
      VALUES ('l', 'L', 'Etc/UTC', '{}', '24:00', 2500, 'EUR', '["en"]', '{}', '', 1, 45, 15);
    INSERT INTO item (id, location, kind, name) VALUES ('a1', 'l', 'desk', 'A1'), ('a2', 'l', 'desk', 'A2');
  `)
  return db
}

/** What a step would make of the bookings; null when there is nothing to do it to. */
function after(step: Step, known: readonly (Held | null)[]): { n: number; held: Held } | null {
  if (step.do === 'book') return { n: known.length, held: { ...step, live: true } }
  const held = known[step.which]
  if (!held) return null
  const made = {
    move: () => ({ ...held, item: 'item' in step ? step.item : '' }),
    'check out': () => ({ ...held, until: 'at' in step ? Math.max(step.at, held.from) : 0 }),
    cancel: () => ({ ...held, live: false }),
    'bring back': () => ({ ...held, live: true }),
  }[step.do]()
  return { n: step.which, held: made }
}

function carryOut(db: Sqlite, step: Step, { n, held }: { n: number; held: Held }): void {
  const store = bookingsStore(db, createMemory(db))
  const id = `b${n}`
  if (step.do === 'book') {
    db.prepare(
      "INSERT INTO account (id, email, name, phone, bio, language, created_at) VALUES (?, ?, '', '', '', 'en', 0)",
    ).run(`p${n}`, `p${n}@x.org`)
    store.add({ ...held, id, account: `p${n}`, location: 'l', date: '2026-11-23', madeAt: 0, device: 'k' })
  } else if (step.do === 'cancel') store.cancel(id, 1)
  else if (step.do === 'check out') store.checkOut(id, held.until)
  else db.prepare('UPDATE booking SET item = ?, cancelled_at = NULL WHERE id = ?').run(held.item, id)
}

const meet = (a: Held, b: Held): boolean =>
  a.live && b.live && a.item === b.item && Math.max(a.from, b.from) < Math.min(a.until, b.until)

it('whatever is booked, moved, ended or brought back: no desk is ever held twice, and no free one refused (I1)', () => {
  let refused = 0
  fc.assert(
    fc.property(fc.array(anyStep, { maxLength: 12 }), (steps) => {
      const db = new Database(fresh)
      /** null: it was refused. */
      const known: (Held | null)[] = []
      for (const one of steps) {
        const next = after(one, known)
        if (!next || (one.do === 'book' && next.held.from > next.held.until)) continue
        // A move brings a cancelled one back too, as it does in `carryOut`.
        if (one.do === 'move') next.held.live = true
        const clashes = known.some((other, n) => other && n !== next.n && meet(next.held, other))
        let error: unknown = null
        try {
          carryOut(db, one, next)
        } catch (thrown) {
          error = thrown
        }
        if (clashes) {
          refused++
          expect(String(error)).toContain('desk is held already')
          if (one.do === 'book') known.push(null)
        } else {
          expect(error).toBeNull()
          known[next.n] = next.held
        }
      }
      db.close()
    }),
    { seed: 20261123, numRuns: 300 },
  )
  expect(refused).toBeGreaterThan(50)
})
