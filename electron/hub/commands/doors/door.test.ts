import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'
import type { UnlockOrder } from '../../seam/engine.ts'

let hub: TestHub
let kiosk: TestDevice
let desk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device(['kiosk'], 'Kiosk 1')
  desk = await hub.device(['reception'], 'Desk')
})
afterEach(() => hub.close())

const activity = () => hub.rows('reception', 'activity').map(({ row }) => row)
async function orderOf(run: ReturnType<TestDevice['execute']>): Promise<UnlockOrder> {
  const execution = await run
  if (execution.kind !== 'unlock') throw new Error(JSON.stringify(execution.result))
  return execution.order
}
const event = (index: number, more: object = {}) => ({
  index,
  controller: 'sim-1',
  kind: 'unlocked' as const,
  at: hub.system.now() - 1000,
  grant: null as string | null,
  reason: '',
  ...more,
})

describe('a person asks for the door (R6.2)', () => {
  it('is opened by the grant that lasts longest, within 5 s', async () => {
    const session = await hub.signIn(kiosk, 'fatima.fulltime@example.com')
    const order = await orderOf(kiosk.execute('door.request', { door: 'front' }, { session }))
    expect(order).toMatchObject({
      host: kiosk.id,
      door: 'front',
      grant: 'subscription:01990000-0000-7000-8000-000000000007',
      reason: 'subscription: Full-time',
      notAfter: hub.system.now() + 5000,
      by: { account: '01990000-0000-7000-8000-000000000001' },
    })
  })

  it.each([
    ['tina.tomorrow@example.com', 'grant-not-yet'],
    ['paul.passes@example.com', 'grant-none'],
  ])('is refused to %s: %s, and reception sees it', async (email, code) => {
    const session = await hub.signIn(kiosk, email)
    expect(errorOf(await kiosk.ask('door.request', { door: 'front' }, { session })).code).toBe(code)
    expect(activity()).toContainEqual(expect.objectContaining({ what: 'door-refused', detail: code }))
    const unknown = await kiosk.ask('door.request', { door: 'cellar' }, { session })
    expect(errorOf(unknown).code).toBe('door-unknown')
  })

  it('is never opened twice for one command: unsettled is unknown, settled is the same answer (I2)', async () => {
    const session = await hub.signIn(kiosk, 'fatima.fulltime@example.com')
    const id = bookingId()
    const order = await orderOf(kiosk.execute('door.request', { door: 'front' }, { session, id }))
    const early = await kiosk.ask('door.request', { door: 'front' }, { session, id })
    expect(errorOf(early).code).toBe('door-unknown-outcome')
    await hub.engine.settleUnlock(order, ok({ result: 'opened' }))
    const late = await kiosk.ask('door.request', { door: 'front' }, { session, id })
    expect(must(late)).toEqual({ result: 'opened' })
  })

  it.each([
    ['door-unreachable', 'door-open-failed'],
    ['door-unknown-outcome', 'door-open-unknown'],
  ] as const)('tells reception when it failed: %s', async (code, what) => {
    const session = await hub.signIn(kiosk, 'fatima.fulltime@example.com')
    const order = await orderOf(kiosk.execute('door.request', { door: 'front' }, { session }))
    await hub.engine.settleUnlock(order, failure(code))
    expect(activity()).toContainEqual(
      expect.objectContaining({ what, who: 'Fatima El Amrani', subject: 'Front door' }),
    )
  })
})

it('staff open a door with a reason, and no grant (R8.2)', async () => {
  const session = await hub.staff(desk)
  const order = await orderOf(
    desk.execute('staff.openDoor', { door: 'front', reason: 'parcel' }, { session }),
  )
  expect(order).toMatchObject({ grant: null, reason: 'Noor Haddad: parcel', by: { staff: 'staff-noor' } })
})

it('no device hosts the door: unreachable', async () => {
  const session = await hub.staff(desk)
  must(await desk.ask('staff.revokeDevice', { device: kiosk.id, reason: 'x' }, { session }))
  const refused = await desk.ask('staff.openDoor', { door: 'front', reason: 'parcel' }, { session })
  expect(errorOf(refused).code).toBe('door-unreachable')
})

describe('what the door reports (R6.4, I8)', () => {
  it('is recorded once, with who and why', async () => {
    const events = [
      event(1, {
        grant: 'subscription:01990000-0000-7000-8000-000000000007',
        reason: 'subscription: Full-time',
      }),
      event(2, { reason: 'Noor Haddad: parcel' }),
      event(3, { kind: 'forced' }),
    ]
    must(await kiosk.ask('door.events', { door: 'front', events }))
    must(
      await kiosk.ask('door.events', { door: 'front', events: [events[2]!, event(4, { kind: 'denied' })] }),
    )
    const told = activity().filter(({ what }) => String(what).startsWith('door-'))
    expect(told.map(({ what, who, detail }) => [what, who, detail])).toEqual([
      ['door-opened', 'Fatima El Amrani', 'subscription: Full-time'],
      ['door-opened', 'Noor Haddad', 'parcel'],
      ['door-forced', '', ''],
      ['door-denied', '', ''],
    ])
    expect(told[0]?.at).toBe(hub.system.now() - 1000)
    const audited = hub.look().prepare("SELECT count(*) FROM audit WHERE action LIKE 'door.%'").pluck().get()
    expect(audited).toBe(4)
  })

  it('is taken from the device that hosts the door only', async () => {
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    const wrong = await other.ask('door.events', { door: 'front', events: [event(1)] })
    expect(errorOf(wrong).code).toBe('not-allowed')
    const unknown = await kiosk.ask('door.events', { door: 'cellar', events: [event(1)] })
    expect(errorOf(unknown).code).toBe('door-unknown')
  })

  it('a refusal at the kiosk itself is told too', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    must(await kiosk.ask('door.refusal', { door: 'front', why: 'grant-none' }, { session }))
    must(await kiosk.ask('door.refusal', { door: 'front', why: 'door-unreachable' }, { session }))
    expect(
      activity()
        .slice(-2)
        .map(({ what }) => what),
    ).toEqual(['door-refused', 'door-open-failed'])
    const unknown = await kiosk.ask('door.refusal', { door: 'x', why: 'y' }, { session })
    expect(errorOf(unknown).code).toBe('door-unknown')
  })
})
