import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import type { ChangedRow } from '../../../shared/contract/rows.ts'
import { ok } from '../../../shared/domain/result.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { memoryStorage } from './memory-storage.ts'
import { createReplica } from './replica.ts'
import { scopeRows } from './rows.ts'

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve()
}

/** A hub's side of one scope, as rows with revs, and a replica of it. */
function pair(pageSize = 3) {
  const system = fakeSystem()
  const hub = {
    id: 'h1',
    head: 0,
    /** Up to this rev it has forgotten what is gone. */
    pruned: 0,
    /** How far the snapshot is that it is sending. */
    sending: -1,
    rows: new Map<string, ChangedRow>(),
    sent: [] as { from: number; to: number; rows: ChangedRow[] }[],
  }
  const net = { up: true, since: 0, upFor: Number.POSITIVE_INFINITY }
  const rows = scopeRows('catalogue')
  const steps: string[] = []
  const storage = memoryStorage(rows, () => {})
  const replica = createReplica({
    scope: 'catalogue',
    storage: {
      position: storage.position,
      apply: (step) => {
        steps.push(`${step.reset ? 'new' : 'on'} ${step.rows.length}${step.more ? ' more' : ''}`)
        storage.apply(step)
      },
    },
    since: async (asked) => {
      net.since++
      const cursor = asked < hub.pruned && asked !== hub.sending ? 0 : asked
      if (net.upFor-- <= 0) net.up = false
      if (!net.up) return failure('hub-unreachable')
      const all = [...hub.rows.values()].filter((row) => row.rev > cursor).toSorted((a, b) => a.rev - b.rev)
      const page = all.slice(0, pageSize)
      const more = all.length > page.length
      const to = more ? (page.at(-1)?.rev ?? cursor) : hub.head
      hub.sending = more ? to : -1
      return ok({ from: cursor, rows: page, more, to })
    },
    system,
    log: silentLog,
  })
  const write = (id: string, item: string | null): { from: number; to: number; rows: ChangedRow[] } => {
    const from = hub.head++
    const row = item === null ? null : { item, date: '2026-11-23', from: 1, until: 2 }
    const changed = { kind: 'occupancy', id, rev: hub.head, row }
    hub.rows.set(id, changed)
    const body = { from, to: hub.head, rows: [changed] }
    hub.sent.push(body)
    return body
  }
  const wanted = () =>
    [...hub.rows.values()]
      .filter(({ row }) => row !== null)
      .map(({ id, row }) => [id, row])
      .toSorted(byId)
  const held = () => [...rows.of('occupancy')].toSorted(byId)
  return {
    system,
    hub,
    net,
    replica,
    storage,
    steps,
    write,
    wanted,
    held,
    tell: (body: { from: number; to: number; rows: ChangedRow[] }) =>
      replica.changes({ scope: 'catalogue', ...body }),
  }
}

const byId = (a: unknown[], b: unknown[]): number => (String(a[0]) < String(b[0]) ? -1 : 1)

describe('replica', () => {
  it('starts from a snapshot in pages, then follows', async () => {
    const { hub, replica, write, wanted, held, tell, net, steps } = pair()
    for (let n = 0; n < 8; n++) write(`b${n}`, 'desk')
    replica.follow('h1', hub.head)
    await settle()
    expect(held()).toEqual(wanted())
    expect([net.since, steps]).toEqual([3, ['new 8']])
    tell(write('b9', 'desk'))
    expect(held()).toEqual(wanted())
    expect(net.since).toBe(3)
  })

  it('takes a snapshot from a hub that has forgotten what is gone since', async () => {
    const { hub, replica, write, wanted, held, steps } = pair()
    for (let n = 0; n < 8; n++) write(`b${n}`, 'desk')
    replica.follow('h1', hub.head)
    await settle()
    replica.pause()
    steps.length = 0
    for (const id of ['b0', 'b1', 'b2']) write(id, null)
    write('b9', 'desk')
    for (const id of ['b0', 'b1', 'b2']) hub.rows.delete(id)
    hub.pruned = hub.head - 1
    replica.follow('h1', hub.head)
    await settle()
    expect(held()).toEqual(wanted())
    expect(steps).toEqual(['new 6'])
  })

  it('a snapshot that breaks off in the middle takes nothing away, and goes on where it was', async () => {
    const { hub, replica, write, wanted, held, net, steps, system } = pair()
    for (let n = 0; n < 4; n++) write(`b${n}`, 'desk')
    replica.follow('h1', hub.head)
    await settle()
    const before = held()
    replica.pause()
    steps.length = 0
    net.upFor = 2
    replica.follow('h2', hub.head)
    write('b4', 'desk')
    for (let n = 5; n < 9; n++) write(`b${n}`, 'desk')
    await settle()
    expect([net.up, steps, held()]).toEqual([false, [], before])
    ;[net.up, net.upFor, net.since] = [true, Number.POSITIVE_INFINITY, 0]
    system.advance(1000)
    await settle()
    expect([steps, net.since, held()]).toEqual([['new 9'], 1, wanted()])
  })

  it('after a gap of several pages it says which one is the last', async () => {
    const { hub, replica, write, wanted, held, steps } = pair()
    replica.follow('h1', hub.head)
    await settle()
    replica.pause()
    steps.length = 0
    for (let n = 0; n < 7; n++) write(`b${n}`, 'desk')
    replica.follow('h1', 3)
    await settle()
    expect(steps).toEqual(['on 3 more', 'on 3 more', 'on 1'])
    expect(held()).toEqual(wanted())
  })

  it('a repeat is ignored, a gap is asked for', async () => {
    const { hub, replica, write, wanted, held, tell, net } = pair()
    replica.follow('h1', hub.head)
    await settle()
    const first = write('a', 'd1')
    tell(first)
    write('b', 'd2')
    tell(first)
    expect(net.since).toBe(1)
    tell(write('c', 'd3'))
    await settle()
    expect(held()).toEqual(wanted())
    expect(net.since).toBe(2)
  })

  it('a lost link in the middle of catching up: asked again until it has it all', async () => {
    const { hub, replica, write, wanted, held, net, system } = pair()
    write('a', 'd')
    net.up = false
    replica.follow('h1', hub.head)
    await settle()
    expect(held()).toEqual([])
    net.up = true
    system.advance(1000)
    await settle()
    expect(held()).toEqual(wanted())
  })

  it.each([
    ['another hub', 'h2', 5],
    ['a hub that was set back', 'h1', 1],
  ])('%s: a new snapshot, the old rows go as it comes', async (_what, id, head) => {
    const { hub, replica, write, wanted, held, steps } = pair()
    for (let n = 0; n < 4; n++) write(`old${n}`, 'd')
    replica.follow('h1', hub.head)
    await settle()
    replica.pause()
    hub.rows.clear()
    hub.head = head - 1
    write('new', 'd')
    steps.length = 0
    replica.follow(id, hub.head)
    await settle()
    expect(held()).toEqual(wanted())
    expect(steps[0]).toBe('new 1')
  })

  it('a row that it does not understand is left out and the rest goes on', async () => {
    const { hub, replica, held, storage } = pair()
    replica.follow('h1', hub.head)
    await settle()
    const rows = [
      { kind: 'hologram', id: 'x', rev: 1, row: {} },
      { kind: 'occupancy', id: 'y', rev: 2, row: { item: 7 } },
      { kind: 'occupancy', id: 'z', rev: 3, row: { item: 'd', date: '2026-11-23', from: 1, until: 2 } },
    ]
    replica.changes({ scope: 'catalogue', from: 0, to: 3, rows })
    expect(held().map(([id]) => id)).toEqual(['z'])
    expect(storage.position().rev).toBe(3)
  })

  it('whatever is lost, repeated or late: in the end it equals the hub (I5)', async () => {
    const action = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.record({
          do: fc.constant('write' as const),
          id: fc.integer({ min: 0, max: 9 }),
          gone: fc.boolean(),
          lost: fc.boolean(),
        }),
      },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('repeat' as const), which: fc.nat({ max: 99 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('reconnect' as const) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const) }) },
      {
        weight: 2,
        arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 1500 }) }),
      },
    )
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const { hub, replica, write, wanted, held, tell, net, system } = pair()
        replica.follow('h1', hub.head)
        for (const step of actions) {
          if (step.do === 'write') {
            const body = write(`b${step.id}`, step.gone ? null : `desk${hub.head}`)
            if (!step.lost && net.up) tell(body)
          } else if (step.do === 'repeat') {
            const body = hub.sent[step.which % Math.max(hub.sent.length, 1)]
            if (body && net.up) tell(body)
          } else if (step.do === 'drop') {
            net.up = false
            replica.pause()
          } else if (step.do === 'reconnect') {
            net.up = true
            replica.follow('h1', hub.head)
          } else {
            system.advance(step.ms)
            await settle()
          }
        }
        net.up = true
        replica.pause()
        replica.follow('h1', hub.head)
        for (let turn = 0; turn < 10; turn++) {
          system.advance(1000)
          await settle()
        }
        expect(held()).toEqual(wanted())
      }),
      { seed: 20261123, numRuns: 300 },
    )
  })
})
