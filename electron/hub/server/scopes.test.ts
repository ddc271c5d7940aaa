import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bench, openBench, until } from './device.fixture.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const changes = (device: { events: { name: string; body: unknown }[] }): unknown[] =>
  device.events.filter(({ name }) => name === 'changes').map(({ body }) => body)
const row = (id: string) => ({ kind: 'item', id, row: { name: id } })

describe('subscribing', () => {
  it('brings the changes of the scope from then on, and the head', async () => {
    bench.engine.commit('catalogue:lindenhof', [row('before')])
    const kiosk = await bench.device('kiosk-1')
    const other = await bench.device('kiosk-2')
    expect(await kiosk.ask('subscribe', { scopes: ['catalogue', 'doors'] })).toEqual({
      ok: true,
      value: { heads: { catalogue: 1, doors: 0 } },
    })
    bench.engine.commit('catalogue:lindenhof', [row('a'), row('b')])
    await until(() => changes(kiosk).length === 1)
    expect(changes(kiosk)).toEqual([
      {
        scope: 'catalogue',
        from: 1,
        to: 3,
        rows: [
          { ...row('a'), rev: 2 },
          { ...row('b'), rev: 3 },
        ],
      },
    ])
    expect(changes(other)).toEqual([])
  })

  it('gives each device the doors that it hosts, and no others', async () => {
    const kiosk = await bench.device('kiosk-1')
    const other = await bench.device('kiosk-2')
    for (const device of [kiosk, other]) await device.ask('subscribe', { scopes: ['doors'] })
    bench.engine.commit('doors:kiosk-2', [row('door')])
    await until(() => changes(other).length === 1)
    expect(changes(other)[0]).toMatchObject({ scope: 'doors', rows: [{ id: 'door' }] })
    expect(changes(kiosk)).toEqual([])
    expect(await kiosk.ask('since', { scope: 'doors', cursor: 0, limit: 10 })).toMatchObject({
      value: { rows: [] },
    })
  })

  it('ends with unsubscribe', async () => {
    const kiosk = await bench.device('kiosk-1')
    await kiosk.ask('subscribe', { scopes: ['catalogue'] })
    await kiosk.ask('unsubscribe', { scopes: ['catalogue', 'reception'] })
    bench.engine.commit('catalogue:lindenhof', [row('a')])
    await kiosk.ask('unsubscribe', { scopes: [] })
    expect(changes(kiosk)).toEqual([])
  })

  it('misses nothing between subscribe and the last page of since', async () => {
    const kiosk = await bench.device('kiosk-1')
    bench.engine.commit('catalogue:lindenhof', [row('0'), row('1'), row('2')])
    await kiosk.ask('subscribe', { scopes: ['catalogue'] })
    const first = await kiosk.ask('since', { scope: 'catalogue', cursor: 0, limit: 2 })
    expect(first).toMatchObject({ value: { from: 0, to: 2, more: true } })
    bench.engine.commit('catalogue:lindenhof', [row('3')])
    const second = await kiosk.ask('since', { scope: 'catalogue', cursor: 2, limit: 2 })
    expect(second).toMatchObject({ value: { from: 2, to: 4, more: false, rows: [{ id: '2' }, { id: '3' }] } })
    expect(changes(kiosk)).toMatchObject([{ from: 3, to: 4 }])
  })
})

describe('the reception scope', () => {
  it('is refused to a kiosk, even with a token', async () => {
    const kiosk = await bench.device('kiosk-1', ['kiosk'])
    bench.engine.addStaff('kiosk-1', 'token')
    const wanted = { scopes: ['catalogue', 'reception'], staff: 'token' }
    expect(await kiosk.ask('subscribe', wanted)).toMatchObject({ error: { code: 'not-allowed' } })
    const page = { scope: 'reception', cursor: 0, limit: 10, staff: 'token' }
    expect(await kiosk.ask('since', page)).toMatchObject({ error: { code: 'not-allowed' } })
    // All or none: the catalogue was not subscribed to either.
    bench.engine.commit('catalogue:lindenhof', [row('a')])
    await kiosk.ask('unsubscribe', { scopes: [] })
    expect(changes(kiosk)).toEqual([])
  })

  it('is refused without a live staff session on that very device', async () => {
    const desk = await bench.device('desk-1', ['reception'])
    bench.engine.addStaff('desk-2', 'theirs')
    for (const staff of [undefined, 'made-up', 'theirs']) {
      const refused = { error: { code: 'session-invalid' } }
      expect(await desk.ask('subscribe', { scopes: ['reception'], staff })).toMatchObject(refused)
      expect(await desk.ask('since', { scope: 'reception', cursor: 0, limit: 1, staff })).toMatchObject(
        refused,
      )
    }
  })

  it('ends when the staff session ends, with nobody having to say so', async () => {
    const desk = await bench.device('desk-1', ['reception'])
    bench.engine.addStaff('desk-1', 'token')
    await desk.ask('subscribe', { scopes: ['reception', 'catalogue'], staff: 'token' })
    bench.engine.commit('reception:lindenhof', [row('while-signed-in')])
    await until(() => changes(desk).length === 1)
    bench.engine.endStaff('token')
    bench.engine.commit('reception:lindenhof', [row('after')])
    bench.engine.commit('catalogue:lindenhof', [row('public')])
    await until(() => changes(desk).length === 2)
    expect(changes(desk)[1]).toMatchObject({ scope: 'catalogue' })
    // A new session does not wake the old subscription.
    bench.engine.addStaff('desk-1', 'token')
    bench.engine.commit('reception:lindenhof', [row('later')])
    await desk.ask('unsubscribe', { scopes: [] })
    expect(changes(desk)).toHaveLength(2)
  })
})
