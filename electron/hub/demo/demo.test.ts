import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ItemRow } from '../../../shared/contract/rows.ts'
import { visibilities } from '../../../shared/domain/visibility.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { bookingId, must, openTestHub, type TestHub } from '../../../test/fixtures/hub.ts'

const day = 24 * 3_600_000
let dir: string
let hub: TestHub
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-demo-'))
})
afterEach(async () => {
  await hub.close()
  rmSync(dir, { recursive: true })
})

const items = () => hub.rows('catalogue', 'item').map(({ row }) => row as unknown as ItemRow)

async function seenBy(email: string): Promise<ItemRow[]> {
  const kiosk = await hub.device(['kiosk'], email)
  const session = await hub.signIn(kiosk, email)
  return must(await kiosk.ask('offers.list', {}, { session })).items
}

describe('the demo', () => {
  it('has something for every viewer (R1.2)', async () => {
    hub = await openTestHub({ dir })
    expect(new Set(items().map(({ visibility }) => visibility))).toEqual(new Set(['public']))
    const levelsOf = async (email: string) =>
      [
        ...new Set((await seenBy(email)).map((one) => (one.exclusive ? 'exclusive' : one.visibility))),
      ].toSorted()
    expect(await levelsOf('walk.in@example.com')).toEqual([])
    expect(await levelsOf('nadia.network@example.com')).toEqual(['network-members'])
    expect(await levelsOf('paul.passes@example.com')).toEqual(['location-members', 'network-members'])
    expect(await levelsOf('omar.office@example.com')).toEqual([
      'exclusive',
      'location-members',
      'network-members',
    ])
    expect(await levelsOf('ada.admin@example.com')).toEqual(visibilities.slice(1).toSorted())
  })

  it('has a picture for everything that can be had, and each can be opened', async () => {
    hub = await openTestHub({ dir })
    const kiosk = await hub.device()
    for (const { name, kind, photo } of items()) {
      if (['feed', 'support', 'plan'].includes(kind)) continue
      expect([name, photo]).toEqual([name, expect.stringMatching(/^[0-9a-f]{64}$/)])
      if (photo)
        expect(must(await kiosk.ask('image.get', { hash: photo })).image.length).toBeGreaterThan(1000)
    }
  })

  it('has rooms with hours of their own in a house that is open around the clock', async () => {
    hub = await openTestHub({ dir })
    const rooms = items().filter(({ bookable }) => bookable)
    expect(rooms.length).toBeGreaterThan(5)
    for (const { bookable } of rooms) expect(bookable?.hours?.sun).toEqual({ from: '07:00', until: '22:00' })
  })

  it('is lively: rooms are taken today, events are ahead, posts are discussed', async () => {
    const system = fakeSystem()
    hub = await openTestHub({ dir, system })
    const reserved = hub.rows('reception', 'reservation')
    expect(reserved).toHaveLength(5)
    for (const { row } of reserved) expect(row.name).not.toBe('')
    const events = items().flatMap(({ event }) => event ?? [])
    expect(events.filter(({ taken }) => taken > 0).length).toBeGreaterThan(1)
    for (const { from } of events) expect(from).toBeGreaterThan(system.now())
    const kiosk = await hub.device()
    expect(must(await kiosk.ask('comments.list', { item: 'feed-solar' })).comments).toHaveLength(2)
  })

  it('stays so on whatever day it starts; an event keeps its date until it is over', async () => {
    const system = fakeSystem()
    hub = await openTestHub({ dir, system })
    const dates = () => new Map(items().flatMap(({ id, event }) => (event ? [[id, event.from]] : [])))
    const first = dates()
    await hub.close()
    system.advance(2 * day)
    hub = await openTestHub({ dir, system })
    const later = dates()
    // The breakfast of the day before comes round again; the taxes are still ahead.
    expect(later.get('event-breakfast')).toBe(first.get('event-breakfast')! + 2 * day)
    expect(later.get('event-tax')).toBe(first.get('event-tax'))
    expect(hub.rows('reception', 'reservation')).toHaveLength(5)
    const breakfast = items().find(({ id }) => id === 'event-breakfast')
    expect(breakfast?.event?.taken).toBe(2)
  })

  it('lets a stranger check in as ever: free desks, 25 €, no billing details', async () => {
    hub = await openTestHub({ dir })
    const kiosk = await hub.device()
    const session = await hub.signIn(kiosk, 'walk.in@example.com', 'Wanda')
    const price = { amount: 2500, currency: 'EUR' }
    const payload = {
      booking: bookingId(),
      desk: 'desk-a1',
      date: '2026-11-23',
      pay: 'single',
      price,
    } as const
    expect(must(await kiosk.ask('desk.book', payload, { session })).kind).toBe('booked')
    expect(hub.rows('catalogue', 'location')[0]?.row.asksBilling).toBe(false)
  })
})
