import { afterEach, describe, expect, it } from 'vitest'
import type { PageBridge } from '../../shared/contract/channels.ts'
import type { PortMessage, PortRequest } from '../../shared/contract/ipc.ts'
import { screens, viewOf } from '../../test/fixtures/views.ts'
import { connectPort, createPortStore, type Health } from './port.ts'

const opened: MessagePort[] = []
afterEach(() => {
  for (const port of opened.splice(0)) port.close()
})

/** A bridge whose ports and health the test hands over, as main would. */
function fakeBridge() {
  let onPort: (port: MessagePort) => void = () => {}
  let onHealth: (health: Health) => void = () => {}
  const bridge: PageBridge<MessagePort> = {
    onPort: (handler) => {
      onPort = handler
    },
    onHealth: (handler) => {
      onHealth = handler
    },
  }
  return {
    bridge,
    health: (health: Health) => onHealth(health),
    /** A new process behind the page: its end of the port, and what arrived there. */
    connect() {
      const { port1, port2 } = new MessageChannel()
      const requests: PortRequest[] = []
      port1.addEventListener('message', (event: MessageEvent<PortRequest>) => requests.push(event.data))
      port1.start()
      opened.push(port1, port2)
      onPort(port2)
      return { requests, send: (message: PortMessage<'kiosk'>) => port1.postMessage(message) }
    },
  }
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30))

function setUp() {
  const store = createPortStore<'kiosk'>()
  const fake = fakeBridge()
  return { store, fake, client: connectPort('kiosk', fake.bridge, store) }
}

describe('the port of a page', () => {
  it('keeps the view in step, slice by slice', async () => {
    const { store, fake } = setUp()
    const core = fake.connect()
    core.send({ type: 'view', slices: viewOf(screens.home) })
    core.send({ type: 'view', slices: { screen: screens.browse } })
    await soon()
    expect(store.getState().view?.screen.name).toBe('browse')
    expect(store.getState().view?.shell.location?.name).toBe('Foyer am Kanal')
  })

  it('answers a request with what came back under its number', async () => {
    const { fake, client } = setUp()
    const core = fake.connect()
    const first = client.request('browse', { kind: null })
    const second = client.request('home', {})
    await soon()
    expect(core.requests.map((request) => request.verb)).toEqual(['browse', 'home'])
    core.send({ type: 'answer', n: core.requests[1]!.n, result: { ok: true, value: 2 } })
    core.send({ type: 'answer', n: core.requests[0]!.n, result: { ok: true, value: 1 } })
    expect(await first).toEqual({ ok: true, value: 1 })
    expect(await second).toEqual({ ok: true, value: 2 })
  })

  it('answers "try again" before there is a port', async () => {
    expect(await setUp().client.request('home', {})).toMatchObject({
      ok: false,
      error: { code: 'try-again' },
    })
  })

  it('answers "try again" to what was open when the core was restarted, and goes on with the new port', async () => {
    const { store, fake, client } = setUp()
    fake.connect()
    const lost = client.request('home', {})
    const next = fake.connect()
    expect(await lost).toMatchObject({ ok: false, error: { code: 'try-again' } })
    next.send({ type: 'view', slices: viewOf(screens.email) })
    const asked = client.request('back', {})
    await soon()
    expect(store.getState().view?.screen.name).toBe('email')
    next.send({ type: 'answer', n: next.requests[0]!.n, result: { ok: true, value: null } })
    expect((await asked).ok).toBe(true)
  })

  it('gives up on the port when the process behind it is gone', async () => {
    const { store, fake, client } = setUp()
    fake.connect()
    const lost = client.request('home', {})
    fake.health({ state: 'out-of-order', helpPhone: '+49 30 1' })
    expect((await lost).ok).toBe(false)
    expect(store.getState().health).toEqual({ state: 'out-of-order', helpPhone: '+49 30 1' })
  })
})

describe('the port of a page that shows its last view', () => {
  const setUpWithLast = () => {
    const last = viewOf(screens.home)
    const store = createPortStore<'kiosk'>(last)
    const fake = fakeBridge()
    return { last, store, fake, client: connectPort('kiosk', fake.bridge, store) }
  }

  it('keeps taps until there is a port, and sends them in order', async () => {
    const { fake, client } = setUpWithLast()
    const answers = [
      client.request('touch', {}),
      client.request('start', { purpose: 'check-in' }),
      client.request('browse', { kind: null }),
    ]
    const core = fake.connect()
    const later = client.request('home', {})
    await soon()
    expect(core.requests.map(({ verb }) => verb)).toEqual(['touch', 'start', 'browse', 'home'])
    for (const { n } of core.requests) core.send({ type: 'answer', n, result: { ok: true, value: n } })
    expect(await Promise.all([...answers, later])).toEqual(
      core.requests.map(({ n }) => ({ ok: true, value: n })),
    )
  })

  it('takes what is in place of what was, and keeps what is the same', async () => {
    const { last, store, fake } = setUpWithLast()
    expect(store.getState().view).toBe(last)
    const core = fake.connect()
    const now = viewOf(screens.home)
    core.send({ type: 'view', slices: { ...now, shell: { ...now.shell, link: 'offline' } } })
    await soon()
    const { view } = store.getState()
    expect(view?.shell.link).toBe('offline')
    expect(view?.screen).toBe(last.screen)
    expect(view?.catalogue).toBe(last.catalogue)
  })

  it('is another screen at once when the last one is not where the kiosk is', async () => {
    const { store, fake } = setUpWithLast()
    fake.connect().send({ type: 'view', slices: viewOf(screens.email) })
    await soon()
    expect(store.getState().view?.screen.name).toBe('email')
  })

  it('answers "try again" to taps when the process behind it does not come up', async () => {
    const { fake, client } = setUpWithLast()
    const lost = client.request('home', {})
    fake.health({ state: 'restarting', helpPhone: '' })
    expect(await lost).toMatchObject({ ok: false, error: { code: 'try-again' } })
    expect(await client.request('home', {})).toMatchObject({ ok: false, error: { code: 'try-again' } })
    const core = fake.connect()
    void client.request('home', {})
    await soon()
    expect(core.requests.map(({ verb }) => verb)).toEqual(['home'])
  })
})
