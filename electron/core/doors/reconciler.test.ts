import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { type FakeDriver, fakeDriver, type Mishap, settle } from '../../../test/fixtures/fake-driver.ts'
import { type FakeSystem, fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { delays } from './delays.ts'
import { DoorCapacity, DoorRejected } from './errors.ts'
import { createReconciler, type Reconciler } from './reconciler.ts'
import type { GrantRow } from './wanted.ts'

const hour = 3_600_000
const zone = 'Europe/Berlin'

describe('reconciler', () => {
  let system: FakeSystem
  let driver: FakeDriver
  let reconciler: Reconciler

  const setUp = (): void => {
    system = fakeSystem()
    driver = fakeDriver()
    reconciler = createReconciler({
      driver,
      system,
      log: silentLog,
      zone: () => zone,
      delays,
      onChange: () => {},
    })
  }
  afterEach(() => reconciler.close())

  const online = (): void => {
    driver.setOnline(true)
    reconciler.reconnected()
  }
  const pass = async (ms: number): Promise<void> => {
    system.advance(ms)
    await settle()
  }
  const row = (id: string, over: Partial<GrantRow> = {}): GrantRow => ({
    id,
    account: `a-${id}`,
    doors: ['front'],
    from: system.now() - hour,
    until: system.now() + hour,
    hours: null,
    credential: 1,
    revokedAt: null,
    ...over,
  })
  const stateOf = (id: string): string | undefined =>
    reconciler.reports().find(({ grant }) => grant === id)?.state

  it('brings a grant to the door and says so', async () => {
    setUp()
    driver.connect()
    reconciler.setGrants([row('a')])
    await settle()
    expect(stateOf('a')).toBeUndefined()
    online()
    await settle()
    expect([...driver.held.keys()]).toEqual(['a'])
    expect(reconciler.reports()).toEqual([{ grant: 'a', state: 'held', at: system.now() }])
  })

  it('touches nothing before it was told what is wanted', async () => {
    setUp()
    driver.held.set('a', { grant: 'a', credential: 1, from: 0, until: null })
    online()
    await pass(delays.sweep * 2)
    expect(driver.asked).toEqual([])
    expect(driver.held.size).toBe(1)
  })

  it('grant revoked: gone from the door at once, before anything else', async () => {
    setUp()
    online()
    reconciler.setGrants([row('a'), row('b')])
    await settle()
    driver.asked.length = 0
    reconciler.setGrants([row('a', { revokedAt: system.now() }), row('b', { credential: 2 }), row('c')])
    await settle()
    expect(driver.asked).toEqual(['delete a', 'put b', 'put c'])
    expect(stateOf('a')).toBe('gone')
  })

  it('grant revoked while five hundred others are on their way: it does not queue behind them (I6)', async () => {
    setUp()
    online()
    reconciler.setGrants([row('a')])
    await settle()
    const many = Array.from({ length: 500 }, (_, n) => row(`g${n}`))
    driver.asked.length = 0
    driver.mishap = (what) => {
      if (what === 'put g10') reconciler.setGrants([row('a', { revokedAt: system.now() }), ...many])
      return null
    }
    reconciler.setGrants([row('a'), ...many])
    await settle()
    await settle()
    expect(driver.asked.indexOf('delete a')).toBe(driver.asked.indexOf('put g10') + 1)
    expect(driver.held.size).toBe(500)
  })

  it('grant revoked while the controller was unreachable: gone as soon as it is back (I6)', async () => {
    setUp()
    online()
    reconciler.setGrants([row('a')])
    await settle()
    driver.setOnline(false)
    reconciler.setGrants([row('a', { revokedAt: system.now() })])
    await pass(20 * 60_000)
    expect(stateOf('a')).toBe('pending')
    expect(reconciler.overdue()).toBe(1)
    online()
    await settle()
    expect(driver.held.size).toBe(0)
    expect(stateOf('a')).toBe('gone')
    expect(reconciler.overdue()).toBe(0)
  })

  it('grant that ends by itself: taken from the door on the second', async () => {
    setUp()
    online()
    reconciler.setGrants([row('a', { until: system.now() + 10_000 })])
    await settle()
    await pass(9_999)
    expect(driver.held.size).toBe(1)
    await pass(1)
    expect(driver.held.size).toBe(0)
    expect(stateOf('a')).toBe('gone')
  })

  it('somebody else changed the controller: put right within 30 s', async () => {
    setUp()
    online()
    reconciler.setGrants([row('a')])
    await settle()
    driver.held.clear()
    driver.held.set('stranger', { grant: 'stranger', credential: 9, from: 0, until: null })
    await pass(delays.sweep)
    expect([...driver.held.keys()]).toEqual(['a'])
  })

  it('one grant that the controller refuses does not keep the others out', async () => {
    setUp()
    online()
    driver.mishap = (what) => (what === 'put bad' ? new DoorRejected('no') : null)
    reconciler.setGrants([row('bad'), row('good')])
    await settle()
    expect([...driver.held.keys()]).toEqual(['good'])
    expect([stateOf('bad'), stateOf('good')]).toEqual(['failed', 'held'])
    driver.mishap = null
    await pass(delays.retry.first)
    expect(stateOf('bad')).toBe('held')
  })

  it('controller full: asked again ever more rarely, and at once when something was taken away', async () => {
    setUp()
    online()
    driver.mishap = (what) =>
      what.startsWith('put') && driver.held.size >= 1 ? new DoorCapacity('full') : null
    const lasting = { until: null }
    reconciler.setGrants([row('a', lasting), row('b', lasting), row('c', lasting)])
    await settle()
    expect([stateOf('a'), stateOf('b'), stateOf('c')]).toEqual(['held', 'failed', 'failed'])
    driver.asked.length = 0
    for (let half = 0; half < 120; half++) await pass(30_000)
    expect(driver.asked.length).toBeLessThan(40)
    expect(driver.asked.length).toBeGreaterThan(10)
    reconciler.setGrants([row('b', lasting), row('c', lasting)])
    await settle()
    expect([...driver.held.keys()]).toEqual(['b'])
  })

  it('controller switched off for a day: no timer runs hot', async () => {
    setUp()
    online()
    driver.mishap = () => 'cut'
    reconciler.setGrants([row('a')])
    await settle()
    driver.setOnline(false)
    for (let n = 0; n < 100; n++) await pass(60_000)
    expect(system.pendingTimers).toBe(1)
    expect(driver.asked.length).toBeLessThan(3)
  })

  it('whatever was lost, refused or changed: once reachable, the door holds exactly what is wanted', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f']
    const grants = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        credential: fc.integer({ min: 1, max: 3 }),
        from: fc.integer({ min: -3, max: 3 }),
        hours: fc.integer({ min: 1, max: 4 }),
        endless: fc.boolean(),
        revoked: fc.boolean(),
      }),
      { selector: ({ id }) => id },
    )
    const mishaps = fc.constantFrom<Mishap>(null, null, null, 'lost', 'cut', new DoorRejected('no'))
    const happening = fc.oneof(
      fc.record({ do: fc.constant('want' as const), grants }),
      fc.record({ do: fc.constant('link' as const), online: fc.boolean() }),
      fc.record({ do: fc.constant('time' as const), ms: fc.integer({ min: 0, max: 2 * hour }) }),
      fc.record({ do: fc.constant('meddle' as const), id: fc.constantFrom(...ids) }),
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { maxLength: 12 }),
        fc.infiniteStream(mishaps),
        async (happenings, met) => {
          setUp()
          const start = system.now()
          let rows: GrantRow[] = []
          driver.mishap = () => {
            const next = met.next()
            return next.done ? null : next.value
          }
          reconciler.setGrants(rows)
          for (const one of happenings) {
            if (one.do === 'want') {
              rows = one.grants.map(({ id, credential, from, hours, endless, revoked }) =>
                row(id, {
                  credential,
                  from: start + from * hour,
                  until: endless ? null : start + (from + hours) * hour,
                  revokedAt: revoked ? start : null,
                }),
              )
              reconciler.setGrants(rows)
            } else if (one.do === 'link') {
              driver.setOnline(one.online)
              if (one.online) reconciler.reconnected()
            } else if (one.do === 'time') system.advance(one.ms)
            else driver.held.delete(one.id)
            await settle()
          }
          driver.mishap = null
          online()
          await settle()
          const now = system.now()
          const wanted = rows
            .filter(({ revokedAt, until }) => revokedAt === null && (until === null || now < until))
            .map(({ id, credential, from, until }) => ({ grant: id, credential, from, until }))
          const byId = (a: { grant: string }, b: { grant: string }): number => (a.grant < b.grant ? -1 : 1)
          expect([...driver.held.values()].toSorted(byId)).toEqual(wanted.toSorted(byId))
          const held = reconciler.reports().filter(({ state }) => state === 'held')
          expect(held.map(({ grant }) => grant).toSorted()).toEqual(
            wanted.map(({ grant }) => grant).toSorted(),
          )
          reconciler.close()
          expect(system.pendingTimers).toBe(0)
        },
      ),
      { seed: 6, numRuns: 150 },
    )
  })
})
