import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeDriver, fakeDriver, settle } from '../../../test/fixtures/fake-driver.ts'
import { type FakeSystem, fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { delays } from './delays.ts'
import type { DoorReport, DoorRow } from './door-link.ts'
import type { DoorEvent, EventPage } from './driver.ts'
import { DoorActionFailed, DoorTimeout, DoorUnreachable } from './errors.ts'
import { createDoorHost, type DoorHost } from './host.ts'
import type { GrantRow } from './wanted.ts'

const door: DoorRow = { id: 'front', name: 'Front door', driver: 'simulated', host: '::1', port: 1, pulse: 5 }

describe('door host', () => {
  let system: FakeSystem
  let drivers: FakeDriver[]
  let host: DoorHost
  let cursors: Map<string, number>
  let taken: [string, DoorEvent[]][]
  let onDisk: () => Promise<void>
  let reported: DoorReport[][]

  beforeEach(() => {
    system = fakeSystem()
    drivers = []
    cursors = new Map()
    taken = []
    reported = []
    onDisk = () => Promise.resolve()
    host = createDoorHost({
      system,
      log: silentLog,
      zone: () => 'Europe/Berlin',
      onEvents: async (id, events) => {
        await onDisk()
        taken.push([id, events])
      },
      cursor: {
        get: (controller) => cursors.get(controller) ?? 0,
        set: (controller, index) => cursors.set(controller, index),
      },
      onReport: (doors) => reported.push(doors),
      makeDriver: () => {
        const made = fakeDriver()
        drivers.push(made)
        return made
      },
    })
  })
  afterEach(async () => {
    await host.close()
  })

  const first = (): FakeDriver => drivers[0]!
  const grant = (id: string, doors = ['front']): GrantRow => ({
    id,
    account: 'a',
    doors,
    from: 0,
    until: null,
    hours: null,
    credential: 1,
    revokedAt: null,
  })
  const event = (index: number): DoorEvent => ({
    index,
    controller: 'FAKE-1',
    kind: 'granted',
    at: system.now(),
    grant: null,
    reason: '',
  })
  const page = (index: number): EventPage => ({ events: [event(index)], cursor: index })
  const unlock = (over = {}): ReturnType<DoorHost['unlock']> =>
    host.unlock({ door: 'front', grant: 'g', reason: 'check-in', notAfter: system.now() + 5_000, ...over })

  it('opens a door for its pulse', async () => {
    host.setDoors([door])
    first().setOnline(true)
    expect(await unlock()).toEqual({ ok: true, value: { result: 'opened' } })
    expect(first().unlocks).toMatchObject([{ seconds: 5, reason: 'check-in', grant: 'g' }])
    host.setDoors([{ ...door, pulse: 9 }])
    expect(drivers).toHaveLength(1)
    await unlock()
    expect(first().unlocks[1]?.seconds).toBe(9)
  })

  it('tells how many passes a door holds as soon as they are there, not when it is asked next (R8.1)', async () => {
    host.setDoors([door])
    host.setGrants([grant('a'), grant('b')])
    first().setOnline(true)
    await settle()
    system.advance(delays.reportGather)
    expect(reported.at(-1)).toMatchObject([{ id: 'front', credentials: 2 }])
  })

  it('says what became of an unlock that failed', async () => {
    expect(await unlock()).toMatchObject({ error: { code: 'door-unknown' } })
    host.setDoors([door])
    expect(await unlock()).toMatchObject({ error: { code: 'door-unreachable' } })
    first().setOnline(true)
    expect(await unlock({ notAfter: system.now() - 1 })).toMatchObject({ error: { code: 'door-refused' } })
    const meets = async (error: Error): Promise<unknown> => {
      first().mishap = (what) => (what === 'unlock' ? (error as DoorTimeout) : null)
      const result = await unlock()
      return result.ok ? 'opened' : result.error.code
    }
    expect(await meets(new DoorTimeout('frozen'))).toBe('door-unknown-outcome')
    expect(await meets(new DoorUnreachable('nobody listens'))).toBe('door-unreachable')
    expect(await meets(new DoorActionFailed('too late'))).toBe('door-refused')
    expect(first().unlocks).toEqual([])
  })

  it('gives each door its own grants, also one that comes later', async () => {
    host.setGrants([grant('a'), grant('b', ['back'])])
    host.setDoors([door, { ...door, id: 'back', port: 2 }])
    for (const driver of drivers) driver.setOnline(true)
    await settle()
    expect(drivers.map(({ held }) => [...held.keys()].join())).toEqual(['b', 'a'])
  })

  it('moves the cursor only when the events are on disk (I8)', async () => {
    host.setDoors([door])
    first().pages = [page(1), page(2)]
    let full = true
    onDisk = () => (full ? Promise.reject(new Error('disk full')) : Promise.resolve())
    first().setOnline(true)
    await settle()
    expect([taken.length, cursors.size]).toEqual([0, 0])
    expect(host.reports()[0]?.detail).toBe('events: disk full')
    full = false
    system.advance(delays.retry.first)
    await settle()
    expect(taken.map(([, events]) => events[0]?.index)).toEqual([1, 2])
    expect(cursors.get('FAKE-1')).toBe(2)
    expect(host.reports()[0]?.detail).toBe('')
  })

  it('goes on behind the cursor when the controller comes back, and from the start with another one', async () => {
    host.setDoors([door])
    first().pages = [page(1), page(2)]
    cursors.set('FAKE-1', 1)
    first().setOnline(true)
    await settle()
    first().setOnline(false)
    first().setOnline(true, 'FAKE-2')
    await settle()
    expect(taken.map(([, events]) => events[0]?.index)).toEqual([2, 1, 2])
    expect(cursors.get('FAKE-2')).toBe(2)
  })

  it('connection lost while events are being written: they are written once', async () => {
    host.setDoors([door])
    first().pages = [page(1)]
    let written = (): void => {}
    onDisk = () =>
      new Promise((resolve) => {
        written = resolve
      })
    first().setOnline(true)
    await settle()
    first().setOnline(false)
    first().setOnline(true)
    await settle()
    written()
    await settle()
    expect(taken).toHaveLength(1)
    expect(cursors.get('FAKE-1')).toBe(1)
  })

  it("sets the controller's clock at connect and when it is a minute off; says so from five seconds on", async () => {
    host.setDoors([door])
    first().setOnline(true)
    await settle()
    expect(first().clockSets).toEqual([system.now()])
    system.advance(delays.health)
    first().see({ clockSkewMs: -7_000 })
    await settle()
    expect(host.reports()[0]).toMatchObject({ clockSkewMs: -7_000, detail: 'clock 7 s behind' })
    expect(first().clockSets).toHaveLength(1)
    first().see({ clockSkewMs: 61_000 })
    first().see({ clockSkewMs: 61_000 })
    await settle()
    expect(first().clockSets).toHaveLength(2)
  })

  it('reports changes once they have gathered, and nothing while nothing changes', async () => {
    host.setGrants([grant('a')])
    host.setDoors([door])
    first().setOnline(true)
    await settle()
    system.advance(delays.reportGather)
    expect(reported.at(-1)).toMatchObject([
      {
        id: 'front',
        online: true,
        held: [{ grant: 'a', state: 'held', at: system.now() - delays.reportGather }],
      },
    ])
    first().see({ confirmedAt: system.now(), clockSkewMs: 0, credentials: 1 })
    system.advance(delays.reportGather)
    const before = reported.length
    for (let n = 0; n < 10; n++) {
      first().see({ confirmedAt: system.now(), clockSkewMs: n })
      system.advance(1_000)
      await settle()
    }
    expect(reported).toHaveLength(before)
    first().setOnline(false)
    system.advance(delays.reportGather)
    expect(reported.at(-1)).toMatchObject([{ online: false, detail: 'cut off' }])
  })

  it('two doors with one address: the second is refused, as each would undo the grants of the other', async () => {
    host.setDoors([door, { ...door, id: 'other' }])
    expect(drivers).toHaveLength(1)
    expect(host.hosts('other')).toBe(true)
    expect(
      await host.unlock({ door: 'other', grant: null, reason: 'x', notAfter: system.now() }),
    ).toMatchObject({
      error: { code: 'door-refused' },
    })
    expect(host.reports()).toMatchObject([
      { id: 'front' },
      { id: 'other', detail: 'has the same address as door front' },
    ])
  })

  it('lets go of a door that was taken away or moved to another address', async () => {
    host.setDoors([door])
    host.setDoors([{ ...door, port: 2 }])
    expect(drivers).toHaveLength(2)
    host.setDoors([])
    expect(host.hosts('front')).toBe(false)
    expect(drivers.map((driver) => driver.status().connection.state)).toEqual([
      'disconnected',
      'disconnected',
    ])
  })

  describe('let go of, as the device was revoked (R10.2)', () => {
    const holding = async (): Promise<void> => {
      host.setGrants([grant('a')])
      host.setDoors([door])
      first().setOnline(true)
      await settle()
      expect(first().held.size).toBe(1)
    }
    const connection = (): string => first().status().connection.state

    it('the grants go first, then the line; meanwhile it opens nothing (I6)', async () => {
      await holding()
      host.letGo()
      expect([host.hosts('front'), host.reports()]).toEqual([false, []])
      expect(await unlock()).toMatchObject({ error: { code: 'door-unknown' } })
      await settle()
      expect(first().held.size).toBe(0)
      expect(connection()).toBe('disconnected')
      expect(first().unlocks).toEqual([])
    })

    it('a controller that refuses is given two seconds, not more', async () => {
      await holding()
      first().mishap = () => 'cut'
      host.letGo()
      await settle()
      system.advance(delays.letGo - 1)
      await settle()
      expect(connection()).toBe('online')
      system.advance(1)
      expect(connection()).toBe('disconnected')
    })

    it('a controller that comes back within them loses its grants', async () => {
      await holding()
      first().setOnline(false)
      host.letGo()
      await settle()
      system.advance(delays.letGo / 2)
      first().pages = [page(1)]
      first().setOnline(true)
      await settle()
      expect([first().held.size, connection(), taken]).toEqual([0, 'disconnected', []])
    })

    it('paired anew before that: the doors that are given then are not touched', async () => {
      await holding()
      first().mishap = () => 'cut'
      host.letGo()
      host.setDoors([door])
      host.setGrants([grant('b')])
      drivers[1]?.setOnline(true)
      await settle()
      system.advance(delays.letGo)
      await settle()
      expect([connection(), [...(drivers[1]?.held.keys() ?? [])]]).toEqual(['disconnected', ['b']])
      expect(host.hosts('front')).toBe(true)
    })
  })
})
