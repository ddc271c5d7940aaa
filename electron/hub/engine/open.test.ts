import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowSchemas } from '../../../shared/contract/rows.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { bookingId, must, openTestHub, type TestHub } from '../../../test/fixtures/hub.ts'
import type { LogLevel } from '../../lib/log.ts'
import { type ScopeKey, scopeName } from '../seam/scopes.ts'

const day = 24 * 3_600_000
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-open-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

function logged() {
  const lines: [LogLevel, string, Record<string, unknown> | undefined][] = []
  return {
    lines,
    log: (...line: (typeof lines)[number]) => void lines.push(line),
    words: () => lines.map((l) => l[1]),
  }
}
const heldDesks = (hub: TestHub) =>
  hub.rows('catalogue', 'occupancy').filter(({ row }) => String(row.item).startsWith('desk-'))
const desksOf = (hub: TestHub) => hub.rows('catalogue', 'desk').map(({ row }) => row.label)

describe('the demo (R1.1)', () => {
  it('has a place, 24 desks, things to look at and members; every row is as the contract says', async () => {
    const hub = await openTestHub({ dir })
    const kiosk = await hub.device()
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const price = { amount: 2500, currency: 'EUR' }
    const book = { booking: bookingId(), desk: 'desk-a1', date: '2026-11-23', pay: 'single', price } as const
    must(await kiosk.ask('desk.book', book, { session }))
    expect(desksOf(hub)).toHaveLength(24)
    const kinds = new Set(hub.rows('catalogue', 'item').map(({ row }) => row.kind))
    expect(kinds).toEqual(
      new Set(['equipment', 'event', 'feed', 'office', 'parking', 'plan', 'room', 'shop', 'support']),
    )
    expect(heldDesks(hub)).toHaveLength(3)
    const here = hub.rows('reception', 'presence').map(({ row }) => row.name)
    expect(new Set(here)).toEqual(new Set(['Anna Lind', 'Jonas Brandt', 'Nia']))
    for (const key of ['catalogue:lindenhof', 'reception:lindenhof', `doors:${kiosk.id}`] as ScopeKey[]) {
      const schemas: Record<string, (typeof rowSchemas.catalogue)['desk']> = rowSchemas[
        scopeName(key)
      ] as never
      const { rows } = hub.engine.since(key, 0, 1000)
      expect(rows.length).toBeGreaterThan(1)
      for (const { kind, row } of rows) expect(schemas[kind]!.parse(row)).toEqual(row)
    }
    await hub.close()
  })

  it('is true on every day that it starts: who starts tomorrow, and whose desks are taken', async () => {
    const system = fakeSystem()
    await (await openTestHub({ dir, system })).close()
    system.advance(3 * day)
    const hub = await openTestHub({ dir, system })
    const tina = hub
      .rows('reception', 'grant')
      .find(({ id }) => id === 'subscription:01990000-0000-7000-8000-000000000009')
    expect(tina?.row.from).toBe(Date.UTC(2026, 10, 26, 23))
    expect(hub.rows('reception', 'presence').map(({ row }) => row.date)).toEqual(['2026-11-26', '2026-11-26'])
    expect(heldDesks(hub)).toHaveLength(2)
    await hub.close()
  })

  it('changes nothing at the next start of the same day', async () => {
    const system = fakeSystem()
    const first = await openTestHub({ dir, system })
    const heads = (hub: TestHub) =>
      (['catalogue:lindenhof', 'reception:lindenhof'] as const).map(hub.engine.head)
    const before = heads(first)
    const { id, passKey } = first.engine
    await first.close()
    const second = await openTestHub({ dir, system })
    expect(heads(second)).toEqual(before)
    expect(second.engine).toMatchObject({ id, passKey })
    await second.close()
  })
})

describe('a hub without the demo', () => {
  it('lets an operator begin: a place, 8 desks, one person with a PIN that is told once (R8.5)', async () => {
    const { log, lines } = logged()
    const options = { dir, demo: false, simDoor: null, log, system: fakeSystem() }
    const hub = await openTestHub(options)
    expect(desksOf(hub)).toHaveLength(8)
    expect(hub.rows('reception', 'door')).toEqual([])
    expect(hub.engine.unpaired()).toBe(true)
    const pin = hub.engine.firstPin as string
    expect(pin).toMatch(/^\d{6}$/)
    const desk = await hub.device(['reception'])
    const [only] = must(await desk.ask('staff.list', {})).staff
    must(await desk.ask('staff.signIn', { staff: only!.id, pin }))
    expect(hub.engine.unpaired()).toBe(false)
    await hub.close()
    expect(JSON.stringify(lines)).not.toContain(pin)
    expect(readdirSync(dir).filter((file) => readFileSync(join(dir, file)).includes(pin))).toEqual([])
    const again = await openTestHub(options)
    expect(again.engine.firstPin).toBeNull()
    await again.close()
  })

  it('follows the settings file, and retires what is no longer in it', async () => {
    const desk = (label: string) => ({ label, area: '', x: 0, y: 0 })
    const door = { id: 'back', name: 'Back', driver: 'simulated', host: '10.0.0.1', port: 1 } as const
    const options = { dir, demo: false, simDoor: null, system: fakeSystem() }
    const config = {
      location: { name: 'Loft', zone: 'Asia/Tokyo', terms: { version: 4, texts: { en: 'Be kind.' } } },
      desks: [desk('X1'), desk('X2')],
      doors: [door],
      staff: [{ name: 'Ada', pin: '4711' }],
    }
    const first = await openTestHub({ ...options, config })
    expect(desksOf(first)).toEqual(['X1', 'X2'])
    expect(first.rows('catalogue', 'location')[0]?.row).toMatchObject({
      name: 'Loft',
      zone: 'Asia/Tokyo',
      termsVersion: 4,
    })
    expect(first.rows('catalogue', 'terms').map(({ row }) => row.version)).toEqual([4])
    await first.close()

    const later = { ...config, desks: [desk('X2')], doors: [], staff: [{ name: 'Bob', pin: '0815' }] }
    const second = await openTestHub({ ...options, config: later })
    expect(desksOf(second)).toEqual(['X2'])
    expect(second.rows('reception', 'door')).toEqual([])
    const reception = await second.device(['reception'])
    expect(must(await reception.ask('staff.list', {})).staff.map(({ name }) => name)).toEqual(['Bob'])
    await second.close()

    const third = await openTestHub({ ...options, config })
    expect(new Set(desksOf(third))).toEqual(new Set(['X1', 'X2']))
    await third.close()
  })
})

it('mails that were on their way when it was killed have failed, as reception sees (R2.5)', async () => {
  const system = fakeSystem()
  const first = await openTestHub({ dir, system })
  const kiosk = await first.device()
  const ask = (email: string) => kiosk.ask('code.request', { email, language: 'en' })
  must(await ask('sent@example.com'))
  await first.engine.mailStatus(first.mails[0]!.id, 'accepted', '250')
  must(await ask('lost@example.com'))
  await first.close()

  const second = await openTestHub({ dir, system })
  const mails = second.rows('reception', 'mail').map(({ row }) => [row.to, row.status, row.detail])
  expect(mails).toEqual([
    ['sent@example.com', 'accepted', '250'],
    ['lost@example.com', 'failed', expect.stringContaining('stopped before the mail left')],
  ])
  expect(second.rows('reception', 'activity').at(-1)?.row).toMatchObject({
    what: 'mail-refused',
    subject: 'lost@example.com',
  })
  const head = second.engine.head('reception:lindenhof')
  await second.close()
  const third = await openTestHub({ dir, system })
  expect(third.engine.head('reception:lindenhof')).toBe(head)
  await third.close()
})

it('keeps its keys in files that only the owner reads, and not in the database', async () => {
  const hub = await openTestHub({ dir })
  for (const file of ['hub-key.pem', 'code-key']) expect(statSync(join(dir, file)).mode & 0o777).toBe(0o600)
  await hub.close()
})

it('puts a broken database aside, says so loudly, and is another hub from then on (R9.5)', async () => {
  const first = await openTestHub({ dir })
  const { id } = first.engine
  await first.close()
  for (const suffix of ['-wal', '-shm']) rmSync(join(dir, `hub.db${suffix}`), { force: true })
  writeFileSync(join(dir, 'hub.db'), 'no database at all, not even nearly one, but long enough')
  const { log, lines } = logged()
  const hub = await openTestHub({ dir, log })
  expect(lines.filter(([level]) => level === 'error').map((line) => line[1])).toEqual([
    'database-put-aside',
    'hub-starts-empty',
  ])
  expect(readdirSync(dir).some((name) => name.startsWith('hub.db.broken-'))).toBe(true)
  expect(existsSync(join(dir, 'hub.db'))).toBe(true)
  expect(hub.engine.id).not.toBe(id)
  await hub.close()
})
