import { afterEach, beforeEach, expect, it } from 'vitest'
import { bookingId, must, openTestHub, type TestDevice, type TestHub } from '../../../test/fixtures/hub.ts'

const minute = 60_000
const hour = 60 * minute

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
})
afterEach(() => hub.close())

const ids = (key: 'catalogue' | 'reception', kind: string) => hub.rows(key, kind).map(({ id }) => id)
/** Whatever was submitted before this is done after it. */
const settle = () => hub.engine.mailStatus('none', 'accepted', '')

it("checks everybody out at the day's end, by itself (R5.5)", async () => {
  expect(hub.rows('reception', 'presence')).toHaveLength(2)
  hub.system.advance(14 * hour + minute)
  await settle()
  expect(hub.rows('reception', 'presence')).toEqual([])
  expect(hub.rows('catalogue', 'occupancy')).toEqual([])
})

it('puts whoever booked for a day on the list of that day when it begins', async () => {
  const session = await hub.signIn(kiosk, 'paul.passes@example.com')
  const payload = {
    booking: bookingId(),
    desk: 'desk-a1',
    date: '2026-11-24',
    pay: 'pass',
    price: null,
  } as const
  must(await kiosk.ask('desk.book', payload, { session }))
  expect(ids('catalogue', 'occupancy')).toContain(payload.booking)
  expect(ids('reception', 'presence')).not.toContain(payload.booking)
  hub.system.advance(14 * hour + minute)
  await settle()
  expect(ids('reception', 'presence')).toEqual([payload.booking])
})

it('takes a grant off the doors when it is over, and off the list a day later (I6)', async () => {
  const session = await hub.signIn(kiosk, 'paul.passes@example.com')
  const payload = {
    booking: bookingId(),
    desk: 'desk-a1',
    date: '2026-11-23',
    pay: 'pass',
    price: null,
  } as const
  must(await kiosk.ask('desk.book', payload, { session }))
  const grant = `day-booking:${payload.booking}`
  const atDoor = () => hub.rows(`doors:${kiosk.id}`, 'grant').map(({ id }) => id)
  expect(atDoor()).toContain(grant)
  hub.system.advance(14 * hour + minute)
  await settle()
  expect(atDoor()).not.toContain(grant)
  expect(ids('reception', 'grant')).toContain(grant)
  hub.system.advance(24 * hour)
  await settle()
  expect(ids('reception', 'grant')).not.toContain(grant)
})

it('keeps the last 300 happenings, without a growing trail of tombstones', async () => {
  const before = hub.engine.since('reception:lindenhof', 0, 10_000).rows.length
  for (let n = 0; n < 320; n++) {
    await hub.engine.mailStatus('none', 'failed', '')
    must(
      await kiosk.ask('door.events', {
        door: 'front',
        events: [
          { index: n, controller: 'c', kind: 'denied', at: hub.system.now(), grant: null, reason: String(n) },
        ],
      }),
    )
  }
  const rows = hub.rows('reception', 'activity')
  expect(rows).toHaveLength(300)
  expect(rows.at(-1)?.row.detail).toBe('319')
  expect(hub.engine.since('reception:lindenhof', 0, 10_000).rows.length).toBeLessThan(before + 301)
})
