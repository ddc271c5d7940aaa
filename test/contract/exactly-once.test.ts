import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { signal } from '../../electron/core/signal.ts'
import { openStore } from '../../electron/core/store/store.ts'
import type { Link } from '../../electron/core/sync/link.ts'
import { createOutbox } from '../../electron/core/sync/outbox.ts'
import { silentLog } from '../../electron/lib/log.ts'
import type { DurableEnvelope } from '../../shared/contract/commands.ts'
import { failure } from '../../shared/contract/errors.ts'
import { ok } from '../../shared/domain/result.ts'
import { addDays } from '../../shared/domain/time.ts'
import { fakeSystem } from '../fixtures/fake-system.ts'
import { bookingId, openTestHub } from '../fixtures/hub.ts'

/** What the network does to one request. `twice`: a copy of it arrives again, later. */
const weather = fc.constantFrom('fine', 'fine', 'no request', 'no answer', 'twice', 'hub killed' as const)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.constant('book' as const) },
  { weight: 3, arbitrary: fc.constant('tell' as const) },
  { weight: 2, arbitrary: fc.constant('wait' as const) },
  { weight: 1, arbitrary: fc.constant('core killed' as const) },
  { weight: 1, arbitrary: fc.constant('copies arrive' as const) },
)

/** A real outbox and a real hub on real files; only the line between them is made up. */
async function world(storms: string[]) {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-once-'))
  const system = fakeSystem()
  let hub = await openTestHub({ dir: join(dir, 'hub'), system })
  const kiosk = await hub.device()
  const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
  const copies: DurableEnvelope[][] = []
  const verdicts = new Map<string, Set<string>>()
  let underWay = 0

  /** One thing at a time reaches the hub, so that it is never killed under another's hands. */
  let turn: Promise<unknown> = Promise.resolve()
  const take = (envelopes: DurableEnvelope[], thenKilled = false) => {
    const mine = turn.then(() => takeNow(envelopes, thenKilled))
    turn = mine
    return mine
  }
  const takeNow = async (envelopes: DurableEnvelope[], thenKilled: boolean) => {
    const answers = await hub.engine.executeInOrder(kiosk, envelopes)
    for (const [place, result] of answers.entries()) {
      const { id } = envelopes[place] as DurableEnvelope
      verdicts.set(id, (verdicts.get(id) ?? new Set()).add(result.ok ? 'ok' : result.error.code))
    }
    if (thenKilled) {
      await hub.close()
      hub = await openTestHub({ dir: join(dir, 'hub'), system })
    }
    return ok({ answers })
  }
  const ask = async (_verb: string, { commands }: { commands: DurableEnvelope[] }) => {
    underWay++
    try {
      const storm = storms.pop() ?? 'fine'
      if (storm === 'no request') return failure('hub-unreachable')
      const result = await take(commands, storm === 'hub killed')
      if (storm === 'twice') copies.push(commands)
      return storm === 'fine' || storm === 'twice' ? result : failure('hub-unreachable')
    } finally {
      underWay--
    }
  }
  const changed = signal<void>()
  const link = { state: () => ({ name: 'online', hub: 'h' }), changed, ask } as unknown as Link
  const open = () => {
    const store = openStore(join(dir, 'core'), system, silentLog)
    return { store, outbox: createOutbox(store.outbox, link, system, silentLog) }
  }
  let core = open()
  const settle = async (): Promise<void> => {
    for (let quiet = 0; quiet < 3; quiet = underWay > 0 ? 0 : quiet + 1) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
  }
  return {
    session,
    verdicts,
    settle,
    outbox: () => core.outbox,
    /** Lets time pass, so that what waits is sent again. */
    async wait() {
      system.advance(5_000)
      await settle()
    },
    async copiesArrive() {
      for (const envelopes of copies.splice(0)) await take(envelopes)
    },
    killCore() {
      core.outbox.close()
      core.store.close()
      core = open()
      changed.emit()
    },
    audited: (action: string) =>
      hub
        .look()
        .prepare('SELECT subject, detail_json FROM audit WHERE action = ? ORDER BY seq')
        .all(action) as { subject: string; detail_json: string }[],
    count: (sql: string) => hub.look().prepare(`SELECT count(*) FROM ${sql}`).pluck().get() as number,
    async close() {
      core.outbox.close()
      core.store.close()
      await settle()
      await hub.close()
      rmSync(dir, { recursive: true })
    },
  }
}

it('whatever is lost, repeated, late or killed: each command takes effect once, in its order (I2, R9.3)', async () => {
  const price = { amount: 2500, currency: 'EUR' }
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 20 }),
      fc.array(weather, { maxLength: 20 }),
      async (steps, storms) => {
        const w = await world([...storms])
        const told: string[] = []
        const booked: string[] = []
        for (const [n, what] of steps.entries()) {
          if (what === 'wait') await w.wait()
          else if (what === 'copies arrive') await w.copiesArrive()
          else if (what === 'core killed') w.killCore()
          else if (what === 'tell') {
            told.push(`why ${n}`)
            w.outbox().enqueue('door.refusal', { door: 'front', why: `why ${n}` }, { session: w.session })
          } else {
            const payload = { booking: bookingId(), desk: 'desk-a1', date: addDays('2026-11-23', n) }
            booked.push(payload.booking)
            w.outbox().enqueue('desk.book', { ...payload, pay: 'single', price }, { session: w.session })
          }
        }
        for (let turn = 0; turn < 60 && w.outbox().size() > 0; turn++) await w.wait()
        await w.copiesArrive()

        expect(w.outbox().size()).toBe(0)
        for (const verdict of w.verdicts.values()) expect(verdict.size).toBe(1)
        expect(w.verdicts.size).toBe(told.length + booked.length)
        const whys = w
          .audited('door.refusal')
          .map((row) => (JSON.parse(row.detail_json) as { why: string }).why)
        expect(whys).toEqual(told)
        const good = w.audited('desk.book').map(({ subject }) => subject)
        expect(good).toEqual(booked.filter((id) => good.includes(id)))
        const fine = [...w.verdicts.values()].filter((verdict) => verdict.has('ok')).length
        expect(good).toHaveLength(fine - told.length)
        // Each day was paid for once.
        expect(w.count('purchase')).toBe(good.length)
        await w.close()
      },
    ),
    { seed: 20261123, numRuns: 25 },
  )
}, 60_000)
