import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CommandType } from '../../../../shared/contract/commands.ts'
import type { Visibility } from '../../../../shared/domain/visibility.ts'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'
import type { OfferConfig } from '../../settings/read/offers.ts'

/** R1.2, for each of the four viewers and each visibility, at every command that takes the id of something. */
const levels: Visibility[] = ['public', 'network-members', 'location-members', 'administrators']
const viewers = {
  stranger: { email: 'stranger@example.com', sees: levels.slice(0, 1) },
  'network member': { email: 'nina@example.com', sees: levels.slice(0, 2) },
  'location member': { email: 'leo@example.com', sees: levels.slice(0, 3) },
  administrator: { email: 'amy@example.com', sees: levels },
}
type ViewerName = keyof typeof viewers
const names = Object.keys(viewers) as ViewerName[]
/** One who is no member of anything, and whom an item names. */
const named = 'xenia@example.com'

const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="{}"/></svg>'
const colours = ['red', 'green', 'blue', 'black', 'white']
const suffixes = [...levels, 'exclusive']

function offersAt(suffix: string): OfferConfig[] {
  const seen =
    suffix === 'exclusive'
      ? { visibility: 'public' as const, exclusive: [named] }
      : { visibility: suffix as Visibility }
  const of = (kind: OfferConfig['kind'], more: Partial<OfferConfig> = {}): OfferConfig => ({
    id: `${kind}-${suffix}`,
    kind,
    name: `${kind} ${suffix}`,
    ...seen,
    ...more,
  })
  return [
    of('room', { bookable: { by: 'hour', step: 60 }, photo: `${suffix}.svg` }),
    of('event', { event: { from: '2026-12-01 18:00', until: '2026-12-01 20:00' } }),
    of('shop', { stock: 9 }),
    of('feed'),
    of('office'),
  ]
}

let hub: TestHub
const devices = new Map<string, { kiosk: TestDevice; session: string }>()

beforeAll(async () => {
  const dir = mkdtempSync(join(tmpdir(), 'foyer-visible-'))
  mkdirSync(join(dir, 'photos'))
  suffixes.forEach((suffix, n) =>
    writeFileSync(join(dir, 'photos', `${suffix}.svg`), drawing.replace('{}', colours[n] ?? '')),
  )
  const desk = (label: string, visibility: Visibility) => ({ label, area: '', x: 0, y: 0, visibility })
  hub = await openTestHub({
    dir,
    demo: false,
    config: {
      network: [{ id: 'mill', name: 'Mill' }],
      members: [
        { email: 'nina@example.com', location: 'mill' },
        { email: 'leo@example.com' },
        { email: 'amy@example.com', role: 'administrator' },
      ],
      desks: levels.map((level) => desk(level.slice(0, 12), level)),
      offers: suffixes.flatMap(offersAt),
    },
  })
  const people = { ...Object.fromEntries(names.map((name) => [name, viewers[name].email])), named }
  for (const [name, email] of Object.entries(people)) {
    const kiosk = await hub.device(['kiosk'], name)
    devices.set(name, { kiosk, session: await hub.signIn(kiosk, email, name) })
  }
})
afterAll(async () => {
  await hub.close()
  rmSync(hub.dir, { recursive: true })
})

const at = Date.UTC(2026, 10, 24, 10)
/**
 * Every command that takes the id of an item: what it answers for one that may be seen, and what it asks of the item with
 * this suffix, or of one that there never was.
 */
const asking: [CommandType, string, (suffix: string) => unknown][] = [
  [
    'item.book',
    '{"code":"price-changed","params":{"amount":0,"currency":"EUR"}}',
    (suffix) => ({
      reservation: bookingId(),
      item: `room-${suffix}`,
      from: at,
      until: at + 3_600_000,
      price: { amount: 1, currency: 'EUR' },
    }),
  ],
  ['event.join', 'ok', (suffix) => ({ place: bookingId(), event: `event-${suffix}`, price: null })],
  [
    'shop.order',
    'ok',
    (suffix) => ({ order: bookingId(), item: `shop-${suffix}`, quantity: 1, price: null }),
  ],
  ['support.ask', 'ok', (suffix) => ({ request: bookingId(), item: `office-${suffix}`, text: 'Free?' })],
  ['comment.add', 'ok', (suffix) => ({ comment: bookingId(), item: `feed-${suffix}`, text: 'Nice.' })],
  ['comments.list', 'ok', (suffix) => ({ item: `feed-${suffix}` })],
]

async function codeFor(who: string, type: CommandType, payload: unknown): Promise<string> {
  const { kiosk, session } = devices.get(who)!
  const answer = await kiosk.execute(type, payload, { session })
  if (answer.kind !== 'answer') throw new Error('expected an answer')
  return answer.result.ok ? 'ok' : JSON.stringify(answer.result.error)
}

describe.each(asking)('%s', (type, expected, payloadFor) => {
  it.each(names)('as a %s works for what they may see, and no more', async (name) => {
    const unknown = await codeFor(name, type, payloadFor('that-never-was'))
    expect(unknown).toBe('{"code":"item-unknown"}')
    for (const level of levels) {
      const answer = await codeFor(name, type, payloadFor(level))
      expect([level, answer]).toEqual([level, viewers[name].sees.includes(level) ? expected : unknown])
    }
    expect(await codeFor(name, type, payloadFor('exclusive'))).toBe(unknown)
  })

  it('works for whoever an exclusive item names, member or not', async () => {
    expect(await codeFor('named', type, payloadFor('exclusive'))).toBe(expected)
    expect(await codeFor('named', type, payloadFor('network-members'))).toContain('item-unknown')
  })
})

it.each(names)('desk.book as a %s: a desk that they may not see is unknown', async (name) => {
  for (const level of levels) {
    const desk = `desk-${level.slice(0, 12)}`
    const price = { amount: 1, currency: 'EUR' }
    const payload = { booking: bookingId(), desk, date: '2026-11-24', pay: 'single', price }
    const answer = await codeFor(name, 'desk.book', payload)
    const unknown = await codeFor(name, 'desk.book', { ...payload, desk: 'desk-zz' })
    expect(unknown).toBe('{"code":"desk-unknown"}')
    if (viewers[name].sees.includes(level)) expect(answer).toContain('price-changed')
    else expect(answer).toBe(unknown)
  }
})

it.each(names)('offers.list as a %s has what is beyond the public catalogue', async (name) => {
  const { kiosk, session } = devices.get(name)!
  const { items, desks } = must(await kiosk.ask('offers.list', {}, { session }))
  const beyond = viewers[name].sees.filter((level) => level !== 'public')
  const kinds = ['room', 'event', 'shop', 'feed', 'office']
  expect(new Set(items.map(({ id }) => id))).toEqual(
    new Set(beyond.flatMap((level) => kinds.map((kind) => `${kind}-${level}`))),
  )
  expect(desks.map(({ visibility }) => visibility)).toEqual(beyond)
})

it('offers.list shows what is exclusive to whom it names', async () => {
  const { kiosk, session } = devices.get('named')!
  const { items } = must(await kiosk.ask('offers.list', {}, { session }))
  expect(items).toHaveLength(5)
  for (const item of items) expect(item.exclusive).toBe(true)
})

it('the public catalogue has nothing that is not public', () => {
  const visible = ['desk', 'item'].flatMap((kind) => hub.rows('catalogue', kind))
  expect(visible).toHaveLength(6)
  for (const { row } of visible) expect(row).toMatchObject({ visibility: 'public' })
  const all = JSON.stringify(hub.engine.since('catalogue:lindenhof', 0, 10_000))
  for (const hidden of ['network-members', 'location-members', 'administrators', 'exclusive"'])
    expect(all).not.toContain(`-${hidden}`)
})

it('comments and pictures: without a session there is only what is public', async () => {
  const { kiosk } = devices.get('administrator')!
  must(await kiosk.ask('comments.list', { item: 'feed-public' }))
  for (const suffix of suffixes.slice(1)) {
    const comments = await kiosk.ask('comments.list', { item: `feed-${suffix}` })
    expect(errorOf(comments)).toEqual({ code: 'item-unknown' })
  }
})

it('a picture is served to whoever may see something that shows it; its name alone opens nothing', async () => {
  const photos = new Map(
    hub
      .look()
      .prepare<[], { id: string; photo: string }>('SELECT id, photo FROM item WHERE photo IS NOT NULL')
      .all()
      .map(({ id, photo }) => [id.replace('room-', ''), photo]),
  )
  expect(new Set(photos.values()).size).toBe(5)
  const none = '0'.repeat(64)
  for (const name of [...names, 'named']) {
    const { kiosk, session } = devices.get(name)!
    const unknown = errorOf(await kiosk.ask('image.get', { hash: none }, { session }))
    expect(unknown).toEqual({ code: 'item-unknown' })
    const sees = name === 'named' ? ['public', 'exclusive'] : viewers[name as ViewerName].sees
    for (const [suffix, hash] of photos) {
      const answer = await kiosk.ask('image.get', { hash }, { session })
      if (sees.includes(suffix)) {
        const webp = Buffer.from(must(answer).image, 'base64')
        expect([webp.toString('latin1', 0, 4), webp.toString('latin1', 8, 12)]).toEqual(['RIFF', 'WEBP'])
      } else expect(errorOf(answer)).toEqual(unknown)
      const nobody = await kiosk.ask('image.get', { hash })
      expect(nobody.ok).toBe(suffix === 'public')
    }
  }
})
