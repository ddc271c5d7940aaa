import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SimDoor, startSimDoor } from '../../../test/fixtures/sim-door.ts'
import { silentLog } from '../../lib/log.ts'
import { realSystem } from '../../lib/system.ts'
import { happens } from './driver.contract.ts'
import type { DoorEvent } from './driver.ts'
import { createDoorHost, type DoorHost } from './host.ts'
import type { GrantRow } from './wanted.ts'

/** The host with its real delays against the real process: what I6 and I8 promise. */
describe('door host and the simulated controller', () => {
  let sim: SimDoor
  let host: DoorHost
  const cursors = new Map<string, number>()
  const taken: DoorEvent[] = []
  const now = (): number => realSystem.now()

  const start = (): void => {
    host = createDoorHost({
      system: realSystem,
      log: silentLog,
      zone: () => 'Europe/Berlin',
      onEvents: (_, events) => void taken.push(...events),
      cursor: {
        get: (controller) => cursors.get(controller) ?? 0,
        set: (controller, index) => cursors.set(controller, index),
      },
      onReport: () => {},
    })
    host.setDoors([
      { id: 'front', name: 'Front', driver: 'simulated', host: '127.0.0.1', port: sim.port, pulse: 5 },
    ])
  }
  beforeEach(async () => {
    cursors.clear()
    taken.length = 0
    sim = await startSimDoor()
    start()
  })
  afterEach(async () => {
    await host.close()
    await sim.dispose()
  })

  const rows = (count: number, revokedAt: number | null = null): GrantRow[] =>
    Array.from({ length: count }, (_, n) => ({
      id: `g${n}`,
      account: `a${n}`,
      doors: ['front'],
      from: now() - 60_000,
      until: null,
      hours: null,
      credential: n,
      revokedAt,
    }))
  const held = async (): Promise<number> => (await sim.ask('health', {})).credentials
  const online = (): boolean => host.reports()[0]?.online ?? false

  it('grant revoked while the controller was unreachable: gone within 2 s of its return (I6)', async () => {
    host.setGrants(rows(10))
    await happens(async () => (await held()) === 10)
    await sim.kill()
    await happens(() => !online())
    host.setGrants(rows(10, now()))
    await sim.start()
    await happens(async () => (await held()) === 0, 2_000)
    expect(host.reports()[0]?.online).toBe(true)
  })

  it('grant revoked while the controller was frozen: gone within 2 s of the thaw (I6)', async () => {
    host.setGrants(rows(10))
    await happens(async () => (await held()) === 10)
    await sim.sim({ freeze: 3_000 })
    const thaw = now() + 3_000
    host.setGrants(rows(10, now()))
    await happens(async () => now() > thaw && JSON.stringify(host.reports()).includes('"gone"'), 6_000)
    expect(now()).toBeLessThan(thaw + 2_000)
  })

  it('an unlock goes out at once, in the middle of a thousand grants', async () => {
    await happens(online)
    host.setGrants(rows(1_000))
    await happens(async () => (await held()) > 10)
    const before = now()
    const result = await host.unlock({
      door: 'front',
      grant: 'g1',
      reason: 'check-in',
      notAfter: before + 5_000,
    })
    expect(result).toEqual({ ok: true, value: { result: 'opened' } })
    expect(now() - before).toBeLessThan(1_000)
    expect(await held()).toBeLessThan(1_000)
  })

  it('every event comes once, across a restart of the host and of the controller (I8)', async () => {
    await happens(online)
    await sim.ask('swipe', { credential: 5 })
    await happens(() => taken.length === 1)
    await host.close()
    await sim.ask('swipe', { credential: 6 })
    await sim.kill()
    await sim.start()
    start()
    await sim.ask('sim', { happens: 'forced' })
    await happens(() => taken.length >= 3)
    expect(taken.map(({ index, kind }) => [index, kind])).toEqual([
      [1, 'denied'],
      [2, 'denied'],
      [3, 'forced'],
    ])
  })

  it('state of the controller lost: its events go on behind a gap, and the grants are put back', async () => {
    host.setGrants(rows(3))
    await happens(async () => (await held()) === 3)
    await sim.ask('swipe', { credential: 1 })
    await happens(() => taken.length === 1)
    await sim.kill()
    await sim.breakState()
    await sim.start()
    await happens(async () => (await held()) === 3)
    await sim.ask('swipe', { credential: 2 })
    await happens(() => taken.some(({ kind, grant }) => kind === 'granted' && grant === 'g2'))
    expect(taken.map(({ kind }) => kind)).toEqual(['granted', 'gap', 'granted'])
    expect(taken[1]?.index).toBe(2)
  })
})
