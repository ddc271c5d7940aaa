import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import { bookingId, must, openTestHub, type TestHub } from '../../../../test/fixtures/hub.ts'
import { measure } from '../../pictures/measure.ts'
import type { OfferConfig } from '../read/offers.ts'
import { type Config } from '../read/schema.ts'

const noon = Date.UTC(2026, 10, 23, 12)
const hour = 3_600_000
const hall: OfferConfig = {
  id: 'hall',
  kind: 'room',
  name: 'Hall',
  price: { amount: 1000, currency: 'EUR' },
  bookable: { by: 'hour' },
}

let dir: string
let hub: TestHub
const system = fakeSystem()
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-offers-'))
  system.setNow(Date.UTC(2026, 10, 23, 9))
})
afterEach(() => rmSync(dir, { recursive: true }))

/** Starts the hub with these settings, looks, and stops it. */
async function withConfig<T>(config: Config, look: () => T | Promise<T>): Promise<T> {
  hub = await openTestHub({ dir, system, demo: false, config })
  try {
    return await look()
  } finally {
    await hub.close()
  }
}
const items = () => hub.rows('catalogue', 'item')
const row = (id: string) => items().find((one) => one.id === id)?.row

describe('what the settings file has on offer', () => {
  it('has what it says, and the usual for the rest', async () => {
    await withConfig({ location: { zone: 'Europe/Berlin' }, offers: [hall] }, () => {
      expect(row('hall')).toMatchObject({
        kind: 'room',
        per: 'hour',
        visibility: 'public',
        exclusive: false,
        bookable: { by: 'hour', step: 30, min: 30, max: 480, hours: null },
      })
    })
    const event = { from: '2026-12-03 18:30', until: '2026-12-03 21:00', where: 'Hall', places: 20 }
    const offers: OfferConfig[] = [
      { id: 'talk', kind: 'event', name: 'Talk', event },
      { id: 'post', kind: 'feed', name: 'Post', posted: '2026-11-20T08:00' },
      { id: 'suite', kind: 'office', name: 'Suite', price: { amount: 1, currency: 'EUR' } },
    ]
    await withConfig({ offers }, () => {
      // In the zone that the file said before is no more: the place is back to its default.
      expect(row('talk')?.event).toEqual({
        from: Date.UTC(2026, 11, 3, 18, 30),
        until: Date.UTC(2026, 11, 3, 21),
        where: 'Hall',
        places: 20,
        taken: 0,
      })
      expect(row('post')?.at).toBe(Date.UTC(2026, 10, 20, 8))
      expect(row('suite')?.per).toBe('month')
      expect(row('hall')).toBeUndefined()
    })
  })

  it('shows a post without a time as of when it was first read', async () => {
    const offers: OfferConfig[] = [{ id: 'post', kind: 'feed', name: 'Post' }]
    const first = await withConfig({ offers }, () => row('post')?.at)
    expect(first).toBe(system.now())
    system.advance(hour)
    expect(await withConfig({ offers }, () => row('post')?.at)).toBe(first)
  })

  it('leaves sold what was sold, until it says another number', async () => {
    const cup = (stock: number): OfferConfig => ({ id: 'cup', kind: 'shop', name: 'Cup', stock })
    await withConfig({ offers: [cup(5)] }, async () => {
      const kiosk = await hub.device()
      const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
      must(
        await kiosk.ask(
          'shop.order',
          { order: bookingId(), item: 'cup', quantity: 2, price: null },
          { session },
        ),
      )
    })
    expect(await withConfig({ offers: [cup(5)] }, () => row('cup')?.stock)).toBe(3)
    expect(await withConfig({ offers: [cup(8)] }, () => row('cup')?.stock)).toBe(8)
  })

  it('takes what is no longer public out of every catalogue, with who holds it, and back (R1.2)', async () => {
    const hidden: OfferConfig = { ...hall, visibility: 'location-members' }
    const reservation = bookingId()
    const head = await withConfig({ offers: [hall] }, async () => {
      const kiosk = await hub.device()
      const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
      const price = { amount: 1000, currency: 'EUR' }
      const payload = { reservation, item: 'hall', from: noon, until: noon + hour, price }
      must(await kiosk.ask('item.book', payload, { session }))
      return hub.engine.head('catalogue:foyer')
    })
    await withConfig({ offers: [hidden] }, () => {
      const { rows } = hub.engine.since('catalogue:foyer', head, 10_000)
      const of = (kind: string, id: string) => rows.find((one) => one.kind === kind && one.id === id)
      expect(of('item', 'hall')).toMatchObject({ row: null })
      expect(of('occupancy', reservation)).toMatchObject({ row: null })
      // Reception sees everything.
      expect(hub.rows('reception', 'reservation').map(({ id }) => id)).toEqual([reservation])
    })
    await withConfig({ offers: [hall] }, () => {
      expect(row('hall')).toBeDefined()
      expect(hub.rows('catalogue', 'occupancy').map(({ id }) => id)).toEqual([reservation])
    })
  })

  it('stands in the place of the demo’s', async () => {
    const demo = await openTestHub({ dir, system })
    await demo.close()
    hub = await openTestHub({ dir, system, config: { offers: [hall] } })
    const kinds = new Set(items().map((one) => one.row.kind))
    expect(kinds).toEqual(new Set(['room', 'plan']))
    await hub.close()
    hub = await openTestHub({ dir, system })
    expect(row('room-atrium')).toBeDefined()
    expect(row('hall')).toBeUndefined()
    await hub.close()
  })
})

describe('its pictures', () => {
  const photo = async (type: 'jpeg' | 'png' | 'webp', width: number, height: number) => {
    const canvas = createCanvas(width, height)
    canvas.getContext('2d').fillRect(0, 0, width / 2, height)
    return type === 'png' ? canvas.encode('png') : canvas.encode(type, 80)
  }
  const shown = () => {
    const webp = hub
      .look()
      .prepare<[], Buffer>(
        "SELECT webp FROM image JOIN item ON item.photo = image.hash WHERE item.id = 'hall'",
      )
      .pluck()
      .get()!
    return measure(webp)
  }
  beforeEach(() => mkdirSync(join(dir, 'photos')))

  it.each([
    ['a.jpg', () => photo('jpeg', 3200, 1600), { type: 'webp', width: 1600, height: 800 }],
    ['a.png', () => photo('png', 300, 200), { type: 'webp', width: 300, height: 200 }],
    ['a.webp', () => photo('webp', 800, 2000), { type: 'webp', width: 640, height: 1600 }],
    [
      'a.svg',
      () =>
        Buffer.from(
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect width="9" height="9"/></svg>',
        ),
      { type: 'webp', width: 1600, height: 1067 },
    ],
  ])('%s is kept as a WebP of at most 1600 px', async (name, make, size) => {
    writeFileSync(join(dir, 'photos', name), await make())
    await withConfig({ offers: [{ ...hall, photo: name }] }, () => expect(shown()).toEqual(size))
  })

  it('are made once, and made anew when the file is another', async () => {
    const file = join(dir, 'photos', 'a.png')
    writeFileSync(file, await photo('png', 300, 200))
    const offers = [{ ...hall, photo: 'a.png' }]
    const first = await withConfig({ offers }, () => row('hall')?.photo)
    expect(await withConfig({ offers }, () => row('hall')?.photo)).toBe(first)
    writeFileSync(file, await photo('png', 200, 300))
    expect(await withConfig({ offers }, () => row('hall')?.photo)).not.toBe(first)
  })

  it('that break off are said so, and nothing was changed', async () => {
    const whole = await photo('jpeg', 900, 900)
    writeFileSync(join(dir, 'photos', 'a.jpg'), Buffer.concat([whole.subarray(0, 400)]))
    const open = openTestHub({ dir, system, demo: false, config: { offers: [{ ...hall, photo: 'a.jpg' }] } })
    await expect(open).rejects.toThrow('foyer.yaml: photos/a.jpg cannot be read to its end.')
  })
})

describe('who belongs where by the settings file', () => {
  const rolesOf = (email: string) =>
    hub
      .look()
      .prepare<[string], { location: string; role: string }>(
        'SELECT location, role FROM membership JOIN account ON id = account WHERE email = ? ORDER BY location',
      )
      .all(email)

  it('is so from its first start on, whether or not they were here before, until it says so no more', async () => {
    const network = [{ id: 'mill', name: 'Mill' }]
    const members = [
      { email: 'Leo@Example.com' },
      { email: 'leo@example.com', location: 'mill', role: 'administrator' as const },
    ]
    await withConfig({ network, members }, async () => {
      expect(rolesOf('leo@example.com')).toEqual([
        { location: 'foyer', role: 'member' },
        { location: 'mill', role: 'administrator' },
      ])
      const kiosk = await hub.device()
      const session = await hub.signIn(kiosk, 'leo@example.com', 'Leo')
      const { person } = must(
        await kiosk.ask('profile.update', { name: 'Leo', phone: '', bio: '' }, { session }),
      )
      expect(person.facts.memberships).toHaveLength(2)
    })
    await withConfig({ network, members: [{ email: 'leo@example.com', role: 'administrator' }] }, () =>
      expect(rolesOf('leo@example.com')).toEqual([{ location: 'foyer', role: 'administrator' }]),
    )
    await withConfig({}, () => expect(rolesOf('leo@example.com')).toEqual([]))
  })

  it('takes away no membership that has another reason', async () => {
    await withConfig({}, async () => {
      const kiosk = await hub.device()
      await hub.signIn(kiosk, 'ivy@example.com', 'Ivy')
      hub
        .look()
        .exec(
          "INSERT INTO membership (account, location, role, since) SELECT id, 'foyer', 'member', 0 FROM account",
        )
    })
    await withConfig({ members: [{ email: 'ivy@example.com' }] }, () => {})
    await withConfig({}, () => expect(rolesOf('ivy@example.com')).toHaveLength(1))
  })

  it('a location that left the network has no network members any more', async () => {
    const members = [{ email: 'nina@example.com', location: 'mill' }]
    const offers: OfferConfig[] = [{ ...hall, visibility: 'network-members' }]
    const seen = async () => {
      const kiosk = await hub.device(['kiosk'], 'Kiosk')
      system.advance(61_000)
      const session = await hub.signIn(kiosk, 'nina@example.com')
      return must(await kiosk.ask('offers.list', {}, { session })).items.length
    }
    const network = [{ id: 'mill', name: 'Mill' }]
    expect(await withConfig({ network, members, offers }, seen)).toBe(1)
    await withConfig({ network, offers }, () => {
      hub
        .look()
        .exec(
          "INSERT INTO membership (account, location, role, since) SELECT id, 'mill', 'member', 0 FROM account WHERE email = 'nina@example.com'",
        )
    })
    expect(await withConfig({ network, offers }, seen)).toBe(1)
    expect(await withConfig({ offers }, seen)).toBe(0)
  })
})
