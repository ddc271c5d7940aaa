import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPersonWithProfile } from '../../../shared/domain/facts.fixture.ts'
import { type Bench, openBench, until } from './device.fixture.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const mail = {
  id: 'mail-1',
  device: 'kiosk-1',
  place: { name: 'Foyer', zone: 'Europe/Berlin' },
  kind: 'code',
  to: 'ada@example.com',
  language: 'en',
  code: '123456',
  expiresAt: 1,
} as const

describe('a mail', () => {
  it('that is refused is told to the device that asked, and to nobody else (R2.5)', async () => {
    const kiosk = await bench.device('kiosk-1')
    const other = await bench.device('kiosk-2')
    bench.outcome = { status: 'refused', detail: 'No such mailbox here' }
    bench.engine.commit('catalogue:lindenhof', [], [{ kind: 'mail', mail }])
    await until(() => kiosk.events.length === 1)
    expect(kiosk.events).toEqual([
      { name: 'mail', body: { mail: 'mail-1', status: 'refused', detail: 'No such mailbox here' } },
    ])
    expect(bench.engine.mails).toEqual([
      { mail: 'mail-1', status: 'refused', detail: 'No such mailbox here' },
    ])
    await other.ask('unsubscribe', { scopes: [] })
    expect(other.events).toEqual([])
  })

  it('of a device that went away is kept in its status all the same', async () => {
    bench.engine.commit('catalogue:lindenhof', [], [{ kind: 'mail', mail }])
    await until(() => bench.engine.mails.length === 1)
    expect(bench.engine.mails[0]).toMatchObject({ status: 'accepted' })
  })
})

describe('a revoked device', () => {
  it('is told and cut off before the rows of the same commit go out (R10.2)', async () => {
    const kiosk = await bench.device('kiosk-1')
    const other = await bench.device('kiosk-2')
    for (const device of [kiosk, other]) await device.ask('subscribe', { scopes: ['catalogue'] })
    bench.engine.commit(
      'catalogue:lindenhof',
      [{ kind: 'item', id: 'a', row: null }],
      [{ kind: 'device-revoked', device: 'kiosk-1' }],
    )
    await kiosk.closed
    expect(kiosk.events).toEqual([{ name: 'revoked', body: {} }])
    await until(() => other.events.length === 1)
    expect(other.events).toMatchObject([{ name: 'changes' }])
  })
})

describe('sessions', () => {
  it('are told to the device that holds them', async () => {
    const kiosk = await bench.device('kiosk-1')
    const other = await bench.device('kiosk-2')
    const person = aPersonWithProfile()
    bench.engine.commit(
      'catalogue:lindenhof',
      [],
      [
        { kind: 'person', device: 'kiosk-1', session: 's1', person },
        { kind: 'session-ended', device: 'kiosk-1', session: 's1' },
      ],
    )
    await until(() => kiosk.events.length === 2)
    expect(kiosk.events).toEqual([
      { name: 'person', body: { session: 's1', person } },
      { name: 'sessionEnded', body: { session: 's1' } },
    ])
    await other.ask('unsubscribe', { scopes: [] })
    expect(other.events).toEqual([])
  })
})

describe('what is on offer beyond the public catalogue', () => {
  it('is told to the device that holds the session, and to no other (R1.2)', async () => {
    const kiosk = await bench.device('kiosk-1')
    const other = await bench.device('kiosk-2')
    const offers = { items: [], desks: [], occupancies: [] }
    bench.engine.commit(
      'catalogue:lindenhof',
      [],
      [{ kind: 'offers', device: 'kiosk-1', session: 's1', offers }],
    )
    await until(() => kiosk.events.length === 1)
    expect(kiosk.events).toEqual([{ name: 'offers', body: { session: 's1', offers } }])
    await other.ask('unsubscribe', { scopes: [] })
    expect(other.events).toEqual([])
  })
})
