import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { localDateOf } from '../../shared/domain/time.ts'
import { newSigningKey, type SigningKey } from '../lib/ed25519.ts'
import { silentLog } from '../lib/log.ts'
import { newId, realSystem } from '../lib/system.ts'
import { demoPeople } from './demo/data.ts'
import { connectDevice, type TestDevice, until } from './server/device.fixture.ts'
import { PortInUseError } from './server/listen.ts'
import { ConfigError } from './settings/read/file.ts'
import { type HubOptions, type RunningHub, startHub } from './start.ts'
import { startFailure } from './start-failure.ts'

let dir: string
const hubs: RunningHub[] = []
const devices: TestDevice[] = []
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-hub-'))
})
afterEach(async () => {
  for (const device of devices.splice(0)) device.socket.disconnect()
  for (const hub of hubs.splice(0)) await hub.close()
  rmSync(dir, { recursive: true })
})

async function start(over: Partial<HubOptions> = {}): Promise<RunningHub> {
  const hub = await startHub({
    pages: '',
    dir,
    host: '127.0.0.1',
    port: 0,
    demo: true,
    smtp: null,
    simDoor: null,
    version: '1.0.0',
    system: realSystem,
    log: silentLog,
    ...over,
  })
  hubs.push(hub)
  return hub
}

async function pairedDevice(hub: RunningHub): Promise<TestDevice & { id: string; key: SigningKey }> {
  const key = newSigningKey()
  const device = await connectDevice(hub.url)
  devices.push(device)
  const code = await hub.pairingCode('both')
  const paired = await device.ask('pair', { code, name: 'Lobby', publicKey: key.publicKey })
  const { device: id } = (paired as { value: { device: string } }).value
  expect(await device.prove(id, key)).toMatchObject({ ok: true, value: { roles: ['kiosk', 'reception'] } })
  return { ...device, id, key }
}

const command = (type: string, payload: unknown) => ({
  id: newId(realSystem),
  type,
  payload,
  seq: 0,
  at: realSystem.now(),
})

describe('a demo hub', () => {
  it('pairs a device, mails it a code, and takes the code (R2.1, R2.2)', async () => {
    const hub = await start()
    const device = await pairedDevice(hub)
    const asked = await device.ask(
      'command',
      command('code.request', { email: 'new.visitor@example.com', language: 'en' }),
    )
    expect(asked).toMatchObject({ ok: true })
    await until(() => hub.mailbox?.mails().length === 1)
    const code = /^\d{6}$/m.exec(hub.mailbox?.mails()[0]?.text ?? '')?.[0]
    await until(() => device.events.some(({ name }) => name === 'mail'))
    expect(device.events.find(({ name }) => name === 'mail')?.body).toMatchObject({ status: 'accepted' })
    const verified = await device.ask(
      'command',
      command('code.verify', { email: 'new.visitor@example.com', code, language: 'en' }),
    )
    expect(verified).toMatchObject({
      ok: true,
      value: { person: { profile: { email: 'new.visitor@example.com' } } },
    })
  })

  it('shows a mail that is refused, in the words of the mail server (R2.5)', async () => {
    const hub = await start()
    const device = await pairedDevice(hub)
    await device.ask('command', command('code.request', { email: 'refused@example.com', language: 'de' }))
    await until(() => device.events.some(({ name }) => name === 'mail'))
    const told = device.events.find(({ name }) => name === 'mail')
    expect(told?.body).toMatchObject({ status: 'refused', detail: 'No such mailbox here' })
  })

  it('serves its catalogue, and keeps itself over a restart', async () => {
    const hub = await start()
    const device = await pairedDevice(hub)
    const id = device.challenge.hub
    expect(await device.ask('subscribe', { scopes: ['catalogue', 'doors'] })).toMatchObject({ ok: true })
    const page = await device.ask('since', { scope: 'catalogue', cursor: 0, limit: 2000 })
    const rows = (page as { value: { rows: { kind: string }[] } }).value.rows
    expect(rows.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['location', 'terms', 'desk', 'item']),
    )
    await hub.close()
    const again = await start()
    expect(again.engine.id).toBe(id)
    expect(again.engine.unpaired()).toBe(false)
  })
})

describe('phones (R7.4)', () => {
  const house = () => ({
    lo: [{ family: 'IPv4', internal: true, address: '127.0.0.1' }],
    eth0: [{ family: 'IPv4', internal: false, address: '192.168.1.20' }],
  })
  /** The address that a kiosk's link begins with. */
  async function linkOf(over: Partial<HubOptions>): Promise<{ link: string; url: string }> {
    const hub = await start({ ...over, interfaces: house as HubOptions['interfaces'] & object })
    const kiosk = await pairedDevice(hub)
    const answer = (await kiosk.ask('command', command('handoff.begin', {}))) as { value: { url: string } }
    return { link: answer.value.url.split('/k/')[0] ?? '', url: hub.url }
  }

  it('are led to the hub itself, on this machine alone if nothing else is said', async () => {
    const { link, url } = await linkOf({ host: null })
    expect(link).toBe(url)
    expect(new URL(url).hostname).toBe('127.0.0.1')
  })

  it('are led to an address of the house where the file lets them in, while its own app stays here', async () => {
    writeFileSync(join(dir, 'foyer.yaml'), 'phone: { host: 0.0.0.0 }\n')
    const { link, url } = await linkOf({ host: null })
    expect(link).toBe(`http://192.168.1.20:${new URL(url).port}`)
    expect(new URL(url).hostname).toBe('127.0.0.1')
  })

  it('are led to the name that the file gives, wherever the hub listens', async () => {
    writeFileSync(join(dir, 'foyer.yaml'), 'phone: { url: "https://foyer.example.com/", host: 0.0.0.0 }\n')
    expect((await linkOf({})).link).toBe('https://foyer.example.com')
  })
})

describe('paying online on a demo hub (R3.5)', () => {
  it('goes from a plan to a page on the phone, and back to the kiosk as paid', async () => {
    const hub = await start()
    const device = await pairedDevice(hub)
    const ask = async <T>(type: string, payload: unknown, session?: string): Promise<T> => {
      const answer = await device.ask('command', { ...command(type, payload), ...(session && { session }) })
      expect(answer).toMatchObject({ ok: true })
      return (answer as { value: T }).value
    }
    await ask('code.request', { email: 'nia@example.com', language: 'en' })
    await until(() => hub.mailbox?.mails().length === 1)
    const code = /^\d{6}$/m.exec(hub.mailbox?.mails()[0]?.text ?? '')?.[0]
    const { session } = await ask<{ session: string }>('code.verify', {
      email: 'nia@example.com',
      code,
      language: 'en',
    })
    await ask('terms.accept', { name: 'Nia', version: 1, language: 'en' }, session)
    const { rows } = hub.engine.since('catalogue:lindenhof', 0, 1000)
    const location = rows.find(({ kind }) => kind === 'location')?.row as {
      zone: string
      paysOnline: boolean
    }
    expect(location.paysOnline).toBe(true)
    const plan = {
      subscription: newId(realSystem),
      plan: 'plan-ten',
      startsOn: localDateOf(realSystem.now(), location.zone),
      price: { amount: 19000, currency: 'EUR' },
    }
    const { order } = await ask<{ order: { id: string } }>('plan.subscribe', plan, session)
    const { url } = await ask<{ url: string }>('payment.start', { order: order.id }, session)

    const page = await fetch(url, { headers: { 'Accept-Language': 'de' } })
    const html = await page.text()
    expect(html).toContain('Foyer Lindenhof: Ten day passes')
    expect(html.replaceAll('\u00a0', ' ')).toContain('190,00 €')
    expect(html).not.toContain('<script')
    const back = await fetch(url, { method: 'POST', body: new URLSearchParams({ action: 'pay' }) })
    expect(back.url).toBe(`${hub.url}/pay/done`)
    expect(await back.text()).toContain('You can close this page')
    await until(() =>
      device.events.some(({ name, body }) => name === 'person' && JSON.stringify(body).includes('"paid"')),
    )
    const again = await fetch(url, { method: 'POST', body: new URLSearchParams({ action: 'cancel' }) })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('This is paid')
  })
})

describe('reception on a demo hub', () => {
  it('is sent its rows while somebody is signed in, and nothing afterwards (R8.5)', async () => {
    const hub = await start()
    const desk = await pairedDevice(hub)
    const session = await signIn(desk)
    const wanted = { scopes: ['reception'], staff: session }
    expect(await desk.ask('subscribe', wanted)).toMatchObject({ ok: true })
    const page = await desk.ask('since', { scope: 'reception', cursor: 0, limit: 2000, staff: session })
    expect(page).toMatchObject({ ok: true, value: { more: false } })
    const kiosk = await pairedDevice(hub)
    const changes = (): number => desk.events.filter(({ name }) => name === 'changes').length
    await until(() => changes() > 0)

    expect(await desk.ask('command', { ...command('staff.signOut', {}), session })).toMatchObject({
      ok: true,
    })
    const before = changes()
    const visitor = { email: 'late@example.com', language: 'en' }
    expect(await kiosk.ask('command', command('code.request', visitor))).toMatchObject({ ok: true })
    expect(await desk.ask('subscribe', wanted)).toMatchObject({ error: { code: 'session-invalid' } })
    expect(changes()).toBe(before)
  })

  it('cuts a revoked device off at once, and for good (R10.2)', async () => {
    const hub = await start()
    const desk = await pairedDevice(hub)
    const kiosk = await pairedDevice(hub)
    const session = await signIn(desk)
    const revoke = command('staff.revokeDevice', { device: kiosk.id, reason: 'stolen' })
    expect(await desk.ask('command', { ...revoke, session })).toMatchObject({ ok: true })
    await kiosk.closed
    expect(kiosk.events.at(-1)).toEqual({ name: 'revoked', body: {} })
    const again = await connectDevice(hub.url)
    devices.push(again)
    expect(await again.prove(kiosk.id, kiosk.key)).toMatchObject({ error: { code: 'device-revoked' } })
  })
})

async function signIn(desk: TestDevice): Promise<string> {
  const { id, pin } = demoPeople.staff[0] ?? { id: '', pin: '' }
  const signedIn = await desk.ask('command', command('staff.signIn', { staff: id, pin }))
  expect(signedIn).toMatchObject({ ok: true })
  return (signedIn as { value: { session: string } }).value.session
}

describe('a hub that cannot start', () => {
  it('because another one has its folder says so, and starts once that one is gone', async () => {
    const first = await start()
    let doors = 0
    const second = start({ simDoor: async () => ({ host: '127.0.0.1', port: ++doors }) })
    const why = await second.catch((error: unknown) => startFailure(error, dir).message)
    expect([why, doors]).toEqual([
      expect.stringContaining(`Another hub is running with the data in ${dir}`),
      0,
    ])
    await first.close()
    await start()
  })

  it('because foyer.yaml is wrong changes nothing on disk', async () => {
    writeFileSync(join(dir, 'foyer.yaml'), 'locaton:\n  name: X\n')
    await expect(start()).rejects.toThrow(ConfigError)
    expect(readdirSync(dir)).toEqual(['foyer.yaml'])
    await expect(start({ dir: join(dir, 'missing'), port: 0, demo: false })).resolves.toBeDefined()
    expect(existsSync(join(dir, 'missing'))).toBe(true)
  })

  it('because the port is taken changes nothing on disk either', async () => {
    const first = await start({ dir: join(dir, 'first') })
    const port = Number(new URL(first.url).port)
    await expect(start({ dir: join(dir, 'second'), port })).rejects.toThrow(PortInUseError)
    expect(existsSync(join(dir, 'second'))).toBe(false)
  })
})
