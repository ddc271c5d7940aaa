import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { newSigningKey } from '../../lib/ed25519.ts'
import { type Bench, openBench, until } from './device.fixture.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const quiet = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve('nothing'), 150))

describe('a socket that has not proved itself', () => {
  it('is answered nothing but pair and prove', async () => {
    const device = await bench.connect()
    for (const verb of ['command', 'commands', 'subscribe', 'since', 'report', 'unsubscribe', 'nonsense']) {
      expect(await Promise.race([device.ask(verb, { scopes: ['catalogue'] }), quiet()])).toBe('nothing')
    }
    bench.engine.commit('catalogue:lindenhof', [{ kind: 'item', id: 'a', row: null }])
    await quiet()
    expect(device.events).toEqual([])
    expect(bench.engine.executed).toEqual([])
  })

  it('is closed after 10 s', async () => {
    const system = fakeSystem()
    const own = await openBench({ system })
    const device = await own.connect()
    system.advance(9_999)
    expect(await Promise.race([device.closed, quiet()])).toBe('nothing')
    system.advance(1)
    expect(await device.closed).toBe('io server disconnect')
    await own.close()
  })

  it('is closed when it floods', async () => {
    const device = await bench.connect()
    for (let n = 0; n < 30; n++) device.socket.emit('command', {})
    expect(await device.closed).toBe('io server disconnect')
  })
})

describe('proving', () => {
  it('gives the roles and the time, and tells the engine', async () => {
    const key = newSigningKey()
    bench.engine.addDevice('kiosk-1', key.publicKey, ['kiosk'])
    const device = await bench.connect()
    expect(await device.prove('kiosk-1', key)).toMatchObject({ ok: true, value: { roles: ['kiosk'] } })
    expect(bench.engine.presence).toMatchObject([{ device: 'kiosk-1', online: true, version: '1.2.3' }])
    device.socket.disconnect()
    await until(() => bench.engine.presence.length === 2)
    expect(bench.engine.presence[1]).toEqual({ device: 'kiosk-1', online: false })
  })

  it('fails with a wrong signature, and closes', async () => {
    bench.engine.addDevice('kiosk-1', newSigningKey().publicKey, ['kiosk'])
    const device = await bench.connect()
    expect(await device.prove('kiosk-1', newSigningKey())).toMatchObject({ error: { code: 'proof-invalid' } })
    expect(await device.closed).toBe('io server disconnect')
    expect(bench.engine.presence).toEqual([])
  })

  it('fails with a proof that was recorded on an earlier connection', async () => {
    const key = newSigningKey()
    bench.engine.addDevice('kiosk-1', key.publicKey, ['kiosk'])
    const first = await bench.connect()
    await first.prove('kiosk-1', key)
    const second = await bench.connect()
    const replayed = await second.prove('kiosk-1', key, { nonce: first.challenge.nonce })
    expect(replayed).toMatchObject({ error: { code: 'proof-invalid' } })
    expect(first.socket.connected).toBe(true)
  })

  it('uses the nonce up: the same proof does not work twice', async () => {
    const { ask, prove, key } = await withKey('kiosk-1')
    expect(await prove('kiosk-1', key)).toMatchObject({ error: { code: 'proof-invalid' } })
    expect(await ask('unsubscribe', { scopes: [] })).toEqual({ ok: true, value: {} })
  })

  it('says not-paired to a device that nobody paired', async () => {
    const device = await bench.connect()
    expect(await device.prove('stranger', newSigningKey())).toMatchObject({ error: { code: 'not-paired' } })
  })

  it('tells a revoked device so, once it has shown who it is, and closes (R10.2)', async () => {
    const key = newSigningKey()
    bench.engine.addDevice('kiosk-1', key.publicKey, ['kiosk'], true)
    const forger = await bench.connect()
    expect(await forger.prove('kiosk-1', newSigningKey())).toMatchObject({ error: { code: 'proof-invalid' } })
    const device = await bench.connect()
    expect(await device.prove('kiosk-1', key)).toMatchObject({ error: { code: 'device-revoked' } })
    await device.closed
    expect(device.events).toEqual([{ name: 'revoked', body: {} }])
    expect(bench.engine.presence).toEqual([])
  })

  it('closes the older connection of a device that comes twice, and keeps it online', async () => {
    const { key, closed } = await withKey('kiosk-1')
    const newer = await bench.connect()
    expect(await newer.prove('kiosk-1', key)).toMatchObject({ ok: true })
    await closed
    expect(newer.socket.connected).toBe(true)
    await quiet()
    expect(bench.engine.presence.every(({ online }) => online)).toBe(true)
  })
})

describe('pairing', () => {
  const input = (code: string) => ({ code, name: 'Lobby', publicKey: newSigningKey().publicKey })

  it('goes on to the proof on the same socket', async () => {
    const key = newSigningKey()
    const device = await bench.connect()
    const paired = await device.ask('pair', { ...input(bench.engine.code), publicKey: key.publicKey })
    expect(paired).toEqual({ ok: true, value: { device: 'paired-1', roles: ['kiosk'] } })
    expect(await device.prove('paired-1', key)).toMatchObject({ ok: true })
  })

  it('refuses a wrong code, and a device that has proved itself', async () => {
    const device = await bench.connect()
    expect(await device.ask('pair', input('WRONG'))).toMatchObject({
      error: { code: 'pairing-code-invalid' },
    })
    const proven = await bench.device('kiosk-1')
    expect(await proven.ask('pair', input(bench.engine.code))).toMatchObject({
      error: { code: 'not-allowed' },
    })
  })
})

describe('the handshake', () => {
  it('is refused to a page: no program of ours sends an Origin', async () => {
    await expect(bench.connect({ origin: 'https://evil.example' })).rejects.toThrow('websocket error')
  })
})

const withKey = (id: string) => bench.device(id)
