import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RunningCore, startCore } from '../../electron/core/start.ts'
import { type RunningHub, startHub } from '../../electron/hub/start.ts'
import { silentLog } from '../../electron/lib/log.ts'
import { realSystem } from '../../electron/lib/system.ts'
import type { StaffCommand } from '../../shared/contract/ipc.ts'
import type { KioskView } from '../../shared/contract/kiosk-view.ts'
import { dataFolder, noonZone, writeConfig } from '../fixtures/app.ts'
import { type TestPage, testPage } from '../fixtures/core-page.ts'
import { type MailSink, startMailSink } from '../fixtures/mail-sink.ts'
import { type SimDoor, startSimDoor } from '../fixtures/sim-door.ts'

/** One kiosk with a console and a door at a real hub, from the first pairing on; the steps build on each other. */
describe('a kiosk, its hub and a door', () => {
  const folder = dataFolder()
  const dir = join(folder.dir, 'core')
  const shared = { system: realSystem, log: silentLog, version: 'test' }
  let hub: RunningHub
  let core: RunningCore
  let mail: MailSink
  let door: SimDoor
  let kiosk: TestPage<'kiosk'>
  let desk: TestPage<'reception'>
  let left = 0

  const openHub = (port: number) =>
    startHub({
      pages: '',
      ...shared,
      dir: join(folder.dir, 'hub'),
      host: '127.0.0.1',
      port,
      demo: true,
      smtp: mail.url,
      simDoor: { host: '127.0.0.1', port: door.port },
    })
  const openCore = async (pair: string | null) => {
    core = await startCore({
      ...shared,
      dir,
      roles: ['kiosk', 'reception'],
      hub: hub.url,
      pair,
      language: 'en',
      windowed: true,
      deviceName: 'Lobby',
      onLeave: () => left++,
      onHelp: () => {},
    })
    kiosk = testPage<'kiosk'>((port) => core.attach('kiosk', port))
    desk = testPage<'reception'>((port) => core.attach('reception', port))
  }
  const on = <N extends KioskView['screen']['name']>(
    name: N,
    more: (view: KioskView) => boolean = () => true,
  ) =>
    kiosk
      .until((view) => view.screen.name === name && more(view), 10_000)
      .then(({ screen }) => screen as Extract<KioskView['screen'], { name: N }>)
  const deskId = (label: string) =>
    kiosk.view().catalogue.desks.find((one) => one.label === label)?.id as string
  const prove = async (email: string) => {
    await on('email')
    await kiosk.send('submitEmail', { email })
    await on('code')
    await kiosk.send('submitCode', { code: await mail.codeFor(email) })
  }
  const command = (input: StaffCommand) => desk.send('command', input)
  const doorOpens = () =>
    kiosk.until(({ screen }) => 'doors' in screen && screen.doors[0]?.progress === 'opened', 10_000)

  beforeAll(async () => {
    mail = await startMailSink()
    door = await startSimDoor()
    writeConfig(join(folder.dir, 'hub'), `location: { zone: ${noonZone()} }\n`)
    hub = await openHub(0)
    await openCore(await hub.pairingCode('both'))
  })
  afterAll(async () => {
    kiosk?.close()
    desk?.close()
    await core?.close()
    await hub?.close()
    await door?.dispose()
    await mail?.close()
    folder.remove()
  })

  it('a newcomer looks at desks, proves an email, accepts the terms and has a desk and a pass', async () => {
    await on('home')
    await kiosk.send('start', { purpose: 'book' })
    await on('desks')
    await kiosk.send('pickDesk', { desk: deskId('C2') })
    const { single } = (await on('desks', ({ screen }) => 'selected' in screen && screen.selected !== null))
      .pay
    await kiosk.send('book', { pay: 'single', price: single })
    await prove('nina.quxwell@example.com')
    const terms = await on('terms')
    await kiosk.send('acceptTerms', { name: 'Nina Quxwell', version: terms.version })
    const done = await on('done')
    expect(done).toMatchObject({
      today: true,
      deskLabel: 'C2',
      provisional: false,
      paid: { kind: 'due', price: single },
      firstName: 'Nina',
    })
    expect(done.pass.split('.')).toHaveLength(3)
  })

  it('opens the door that this device hosts, and the event reaches the console', async () => {
    const { doors } = await on('done')
    const [front] = doors
    if (!front) throw new Error('the demo has a door')
    await kiosk.until(() => true)
    await kiosk.send('openDoor', { door: front.id })
    await doorOpens()
    await desk.until(({ lock }) => lock.state === 'locked' && lock.staff.length > 0)
    expect(await desk.send('signIn', { staff: 'staff-noor', pin: '2468' })).toMatchObject({ ok: true })
    const view = await desk.until(
      ({ data }) => data?.activity.some(({ what }) => what === 'door-opened') ?? false,
    )
    expect(view.data?.presence).toContainEqual(expect.objectContaining({ name: 'Nina Quxwell', desk: 'C2' }))
    await desk.until(
      ({ data }) =>
        data?.grant.some(
          ({ name, held }) => name === 'Nina Quxwell' && Object.values(held)[0]?.state === 'held',
        ) ?? false,
    )
  })

  it('a grant that reception revokes opens nothing any more, at once (R6.2, R8.2)', async () => {
    const { doors } = await on('done')
    const grant = desk.view().data?.grant.find(({ name }) => name === 'Nina Quxwell')
    if (!grant) throw new Error('no grant')
    expect(
      await command({ type: 'staff.revokeGrant', payload: { grant: grant.id, reason: 'test' } }),
    ).toMatchObject({ ok: true })
    await desk.until(
      ({ data }) =>
        data?.grant.some(({ id, held }) => id === grant.id && Object.values(held)[0]?.state === 'gone') ??
        false,
      10_000,
    )
    await kiosk.until(({ screen }) => 'doors' in screen && screen.doors[0]?.progress !== 'opening')
    await kiosk.send('openDoor', { door: doors[0]?.id ?? '' })
    await kiosk.until(({ screen }) => {
      const progress = 'doors' in screen ? screen.doors[0]?.progress : undefined
      return typeof progress === 'object' && progress.error.code === 'grant-revoked'
    })
    await desk.until(({ data }) => data?.activity.some(({ what }) => what === 'door-refused') ?? false)
  })

  it('Log out forgets her; checking in again is a welcome back (R5.4, R10.3)', async () => {
    await kiosk.send('logOut', {})
    await kiosk.until(({ screen, shell }) => screen.name === 'home' && shell.person === null)
    await kiosk.send('start', { purpose: 'account' })
    await prove('fatima.fulltime@example.com')
    expect(await on('account')).toMatchObject({ profile: { name: 'Fatima El Amrani' } })
    await kiosk.send('start', { purpose: 'check-in' })
    expect(await on('welcome')).toMatchObject({ firstName: 'Fatima', why: { kind: 'subscription' } })
    await kiosk.send('logOut', {})
    await on('home')
  })

  it('nothing of all this names anybody on its disk (I7)', () => {
    const names = ['quxwell', 'amrani', 'fatima.fulltime', '@example']
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const file = join(entry.parentPath, entry.name)
      const text = readFileSync(file).toString('latin1').toLowerCase()
      for (const name of names) expect(text.includes(name), `${file} holds ${name}`).toBe(false)
    }
  })

  it('the hub restarts: the kiosk goes on and the console stays open', async () => {
    const port = Number(new URL(hub.url).port)
    await hub.close()
    await kiosk.until(({ shell }) => shell.link === 'offline')
    expect(desk.view().lock.state).toBe('open')
    hub = await openHub(port)
    await kiosk.until(({ shell }) => shell.link === 'online', 10_000)
    await desk.until(({ link, lock }) => link === 'online' && lock.state === 'open')
    expect(await command({ type: 'staff.pairingCode', payload: { role: 'kiosk' } })).toMatchObject({
      ok: true,
    })
  })

  it('the kiosk is left with the PIN of staff only (R10.4)', async () => {
    await kiosk.send('askLeave', {})
    await kiosk.send('leave', { pin: '0000' })
    await on('leave', ({ screen }) => 'error' in screen && screen.error?.code === 'pin-wrong')
    await kiosk.send('leave', { pin: '2468' })
    await on('home')
    expect(left).toBe(1)
  })

  it('the core restarts and is back by itself (R9.5)', async () => {
    await core.close()
    await openCore(null)
    await kiosk.until(({ screen, shell }) => screen.name === 'home' && shell.link === 'online', 10_000)
    expect(kiosk.view().catalogue.desks.find(({ label }) => label === 'C2')?.state).toBe('taken')
    await desk.until(({ lock }) => lock.state === 'locked' && lock.staff.length > 0)
  })

  it('revoked: it is cut off, forgets everything and asks to be paired (R10.2)', async () => {
    await desk.send('signIn', { staff: 'staff-noor', pin: '2468' })
    const { device } = await desk.until(
      ({ data, device: id }) => data?.device.some((one) => one.id === id) ?? false,
    )
    void command({ type: 'staff.revokeDevice', payload: { device, reason: 'stolen' } })
    await on('pairing')
    await desk.until(({ lock, data }) => lock.state === 'unpaired' && data === null)
    expect(readdirSync(dir).filter((file) => file.startsWith('device'))).toEqual([])
    await kiosk.send('pair', { code: await hub.pairingCode('kiosk') })
    await on('home')
  })
})
