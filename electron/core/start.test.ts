import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Envelope, PayloadOf } from '../../shared/contract/commands.ts'
import { ok } from '../../shared/domain/result.ts'
import { localDateOf } from '../../shared/domain/time.ts'
import { testPage } from '../../test/fixtures/core-page.ts'
import { type FakeHub, fakeHub } from '../../test/fixtures/fake-hub.ts'
import { person, place, placeRows } from '../../test/fixtures/place.ts'
import { startSimDoor } from '../../test/fixtures/sim-door.ts'
import { silentLog } from '../lib/log.ts'
import { realSystem } from '../lib/system.ts'
import { type RunningCore, startCore } from './start.ts'

const roundTheClock = { from: '00:00', until: '24:00' }
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const alwaysOpen = { ...place, openingHours: Object.fromEntries(days.map((day) => [day, roundTheClock])) }

let dir: string
let hub: FakeHub
const cores: RunningCore[] = []

const start = async (pair: string | null = 'ABCD2345'): Promise<RunningCore> => {
  const core = await startCore({
    dir,
    roles: ['kiosk', 'reception'],
    hub: hub.url(),
    pair,
    language: null,
    windowed: false,
    version: '0.0.0',
    deviceName: 'Lobby',
    system: realSystem,
    log: process.env.FOYER_TEST_LOG
      ? (level, event, fields) => process.stderr.write(`${level} ${event} ${JSON.stringify(fields)}\n`)
      : silentLog,
    onLeave: () => {},
    onHelp: () => {},
  })
  cores.push(core)
  return core
}

const openPage = (core: RunningCore) => testPage<'kiosk'>((port) => core.attach('kiosk', port))

/** Books whatever is asked for, as the hub would. */
const book = ({ payload }: Envelope) => {
  const { booking, desk, date } = payload as PayloadOf<'desk.book'>
  const now = Date.now()
  const made = { id: booking, item: desk, date, from: now, until: now + 3_600_000, cancelled: false }
  return ok({
    kind: 'booked',
    booking: made,
    deskLabel: desk.slice(5),
    pass: 'jws',
    insteadOf: null,
    person: null,
  })
}

/** One door and grants that run; more than one page of them. */
const doorRows = (port: number, grants: number) => [
  {
    kind: 'door',
    id: 'front',
    row: { id: 'front', name: 'Front', driver: 'simulated', host: '127.0.0.1', port, pulse: 5 },
  },
  ...Array.from({ length: grants }, (_, n) => {
    const window = { from: Date.now() - 60_000, until: null, hours: null, revokedAt: null }
    return {
      kind: 'grant',
      id: `g${n}`,
      row: { account: `a${n}`, doors: ['front'], credential: n, ...window },
    }
  }),
]

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-core-'))
  hub = fakeHub()
  hub.change(
    'catalogue',
    placeRows.map((row) => (row.kind === 'location' ? { ...row, row: alwaysOpen } : row)),
  )
  hub.on('code.request', () =>
    ok({ mail: 'm1', resendAt: Date.now() + 60_000, expiresAt: Date.now() + 600_000 }),
  )
  hub.on('code.verify', () => ok({ session: 'token.secret', person: person() }))
  hub.on('desk.book', book)
  await hub.start()
})
afterEach(async () => {
  for (const core of cores.splice(0)) await core.close()
  await hub.stop()
  rmSync(dir, { recursive: true, force: true })
})

const signIn = async (page: ReturnType<typeof openPage>) => {
  await page.until((view) => view.screen.name === 'home')
  await page.send('start', { purpose: 'check-in' })
  await page.send('submitEmail', { email: 'ada@example.com' })
  await page.until((view) => view.screen.name === 'code')
  await page.send('submitCode', { code: '123456' })
  return page.until((view) => view.screen.name === 'desks')
}

describe('a kiosk and its hub', () => {
  it('pairs, shows the place, signs in, books and shows the pass', async () => {
    const page = openPage(await start())
    const { catalogue } = await signIn(page)
    expect(catalogue.desks.map((desk) => [desk.label, desk.state])).toEqual([
      ['A1', 'free'],
      ['A2', 'free'],
      ['A3', 'free'],
      ['B1', 'assigned'],
    ])
    await page.send('pickDesk', { desk: 'desk-A2' })
    await page.send('book', { pay: 'pass', price: null })
    const { screen } = await page.until((view) => view.screen.name === 'done')
    expect(screen).toMatchObject({
      deskLabel: 'A2',
      pass: 'jws',
      provisional: false,
      paid: { kind: 'pass' },
      today: true,
    })
  })

  it('comes back from a restart without pairing again, with the hub away, and shows what is on offer (R9.2)', async () => {
    const first = await start()
    await openPage(first).until((view) => view.screen.name === 'home')
    await first.close()
    await hub.stop()
    const page = openPage(await start(null))
    const view = await page.until(({ screen, shell }) => screen.name === 'home' && shell.link === 'offline')
    expect(view.catalogue.freeToday).toBe(3)
  })

  it('decides a booking itself while the hub is away, and the hub hears of it once (R9.1, R9.3)', async () => {
    const page = openPage(await start())
    await signIn(page)
    await hub.stop()
    await page.until(({ shell }) => shell.link === 'offline')
    await page.send('pickDesk', { desk: 'desk-A1' })
    await page.send('book', { pay: 'pass', price: null })
    const { screen } = await page.until((view) => view.screen.name === 'done')
    expect(screen).toMatchObject({ deskLabel: 'A1', pass: '', provisional: true, paid: { kind: 'pass' } })
    await hub.start()
    const later = await page.until((view) => view.screen.name === 'done' && !view.screen.provisional)
    expect(later.screen).toMatchObject({ pass: 'jws' })
    expect(hub.done.filter(({ type }) => type === 'desk.book')).toHaveLength(1)
    expect(hub.done.at(-1)).toMatchObject({ promised: true, session: 'token.secret' })
  })

  it('decides it itself when the hub is silent for 2 s (R9.1)', async () => {
    const page = openPage(await start())
    await signIn(page)
    hub.on('desk.book', (envelope) => (envelope.promised ? book(envelope) : 'silence'))
    await page.send('pickDesk', { desk: 'desk-A1' })
    const at = Date.now()
    await page.send('book', { pay: 'pass', price: null })
    const { screen } = await page.until((view) => view.screen.name === 'done')
    expect(Date.now() - at).toBeLessThan(3000)
    expect(screen).toMatchObject({ provisional: true })
  })

  it('writes no name, email, phone or photo to its disk (I7)', async () => {
    const page = openPage(await start())
    await signIn(page)
    await page.send('pickDesk', { desk: 'desk-A1' })
    await page.send('book', { pay: 'pass', price: null })
    await page.until((view) => view.screen.name === 'done')
    await page.send('logOut', {})
    await page.until((view) => view.screen.name === 'home' && view.shell.person === null)
    for (const name of readdirSync(dir)) {
      const text = readFileSync(join(dir, name)).toString('latin1').toLowerCase()
      for (const secret of ['ada lovelace', 'lovelace', 'ada@example', 'example.com'])
        expect(text.includes(secret), `${name}: ${secret}`).toBe(false)
    }
  })

  it('wipes itself when it is revoked and asks to be paired (R10.2)', async () => {
    const page = openPage(await start())
    await signIn(page)
    for (const device of hub.known.values()) device.revoked = true
    hub.emit('revoked', {})
    const { screen, shell, catalogue } = await page.until((view) => view.screen.name === 'pairing')
    expect(screen).toMatchObject({ error: { code: 'device-revoked' } })
    expect(shell.person).toBeNull()
    expect(catalogue.desks).toEqual([])
    expect(readdirSync(dir).filter((name) => name.startsWith('device'))).toEqual([])
    await page.send('pair', { code: 'wrong' })
    await page.until(
      (view) => view.screen.name === 'pairing' && view.screen.error?.code === 'pairing-code-invalid',
    )
    await page.send('pair', { code: 'abcd2345' })
    await page.until((view) => view.screen.name === 'home')
  })

  it('revoked: the door that it hosts holds nothing any more (R10.2, I6)', async () => {
    const door = await startSimDoor()
    try {
      hub.change('doors', doorRows(door.port, 700))
      const page = openPage(await start())
      const held = async () => (await door.ask('health', {})).credentials
      await vi.waitFor(async () => expect(await held()).toBe(700), { timeout: 5_000 })
      for (const device of hub.known.values()) device.revoked = true
      hub.emit('revoked', {})
      await page.until((view) => view.screen.name === 'pairing')
      await vi.waitFor(async () => expect(await held()).toBe(0), { timeout: 2_000 })
    } finally {
      await door.dispose()
    }
  })

  it('shows a desk taken at another kiosk within a second (R1.3)', async () => {
    const page = openPage(await start())
    await signIn(page)
    await page.send('pickDesk', { desk: 'desk-A1' })
    const date = localDateOf(Date.now(), place.zone)
    const row = { item: 'desk-A1', date, from: Date.now() - 1000, until: Date.now() + 3_600_000 }
    hub.change('catalogue', [{ kind: 'occupancy', id: 'other', row }])
    const { screen } = await page.until(
      (view) => view.screen.name === 'desks' && view.screen.selected === null,
      1000,
    )
    expect(screen).toMatchObject({ error: { code: 'desk-taken', params: { desk: 'A1' } } })
  })
})
