import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { phonePlaceSchema } from '../../../../shared/contract/phone-page.ts'
import { fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import { type Bench, openBench } from '../device.fixture.ts'
import { limits } from '../limits.ts'
import { addPlace, builtPages, deskRow, locationRow } from './phone.fixture.ts'

let bench: Bench
let pages: ReturnType<typeof builtPages>
beforeEach(async () => {
  pages = builtPages()
  bench = await openBench({ pages: pages.dir })
})
afterEach(async () => {
  await bench.close()
  pages.remove()
})

const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(bench.server.url + path, { redirect: 'manual', ...init })

/** Sends a path as it is: `fetch` would tidy it. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(bench.server.url)
    request({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}

const token = 'a'.repeat(43)

describe('the page', () => {
  it.each(['/me', `/k/${token}`, `/activate/${token}`, '/me?from=mail'])(
    'is the same at %s',
    async (path) => {
      const response = await get(path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(response.headers.get('referrer-policy')).toBe('no-referrer')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(await response.text()).toContain('../assets/phone-1.js')
    },
  )

  it('may load nothing from elsewhere, nothing inline, and stands in no frame', async () => {
    const policy = (await get('/me')).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|http|\*/)
  })

  it.each([
    '/',
    '/k',
    '/k/',
    '/k/a/b',
    '/activate',
    '/me/',
    '/mehr',
    '/phone/index.html',
    '/kiosk/index.html',
  ])('is not at %s', async (path) => {
    expect((await raw(path)).status).toBe(404)
  })

  it('makes the phone known, once', async () => {
    const first = await get('/me')
    const cookie = first.headers.getSetCookie()
    expect(cookie).toHaveLength(1)
    expect(cookie[0]).toMatch(/^foyer_phone=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/)
    const second = await get('/me', { headers: { cookie: cookie[0]?.split(';')[0] ?? '' } })
    expect(second.headers.getSetCookie()).toEqual([])
  })

  it('does not replace the cookie of a phone that comes by a link in a web mail', async () => {
    const response = await get(`/activate/${token}`, { headers: { 'sec-fetch-site': 'cross-site' } })
    expect(response.status).toBe(200)
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('changes nothing however often a mail scanner asks for it (R4.2)', async () => {
    for (let n = 0; n < 20; n++) {
      expect((await get(`/activate/${token}`)).status).toBe(200)
      expect((await get(`/activate/${token}`, { method: 'HEAD' })).status).toBe(200)
    }
    expect(bench.engine.executed).toEqual([])
  })

  it('is not posted to', async () => {
    for (const path of ['/me', `/activate/${token}`, '/api/place', '/assets/phone-1.js'])
      expect((await get(path, { method: 'POST' })).status).toBe(path === '/api/place' ? 415 : 404)
  })

  it('says what to do when there is no build', async () => {
    const bare = await openBench()
    const response = await fetch(`${bare.server.url}/me`)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
    expect((await fetch(`${bare.server.url}/assets/phone-1.js`)).status).toBe(404)
    await bare.close()
  })

  it('is the new one after a new build', async () => {
    await get('/me')
    writeFileSync(join(pages.dir, 'phone/index.html'), 'new')
    utimesSync(join(pages.dir, 'phone/index.html'), 1, 1)
    expect(await (await get('/me')).text()).toBe('new')
  })
})

describe('its files', () => {
  it.each([
    ['phone-1.js', 'text/javascript; charset=utf-8'],
    ['shared-1.js', 'text/javascript; charset=utf-8'],
    ['phone-1.css', 'text/css; charset=utf-8'],
    ['font-1.woff2', 'font/woff2'],
  ])('%s comes as %s, and is kept for good', async (name, type) => {
    const response = await get(`/assets/${name}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.getSetCookie()).toEqual([])
  })

  it('come compressed to whoever can read that', async () => {
    const plain = await raw('/assets/phone-1.js')
    const packed = await raw('/assets/phone-1.js', { 'accept-encoding': 'gzip' })
    expect(packed.body.length).toBeLessThan(plain.body.length)
    expect(gunzipSync(packed.body)).toEqual(plain.body)
  })

  it.each([
    '/assets/kiosk-1.js',
    '/assets/phone-1.js.map',
    '/assets/',
    '/assets/../manifest.json',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/manifest.json',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/..\\..\\secret.txt',
    '/assets//etc/passwd',
    '/assets/__proto__',
    '/assets/phone-1.js%00.css',
  ])('are all there is: not %s', async (path) => {
    mkdirSync(join(pages.dir, 'assets'), { recursive: true })
    writeFileSync(join(pages.dir, 'secret.txt'), 'secret')
    expect((await raw(path)).status).toBe(404)
  })
})

describe('HEAD', () => {
  it.each(['/me', '/assets/phone-1.js', '/api/place'])('of %s says what GET would', async (path) => {
    addPlace(bench.engine)
    const head = await get(path, { method: 'HEAD' })
    const whole = await get(path)
    expect(head.status).toBe(200)
    expect(await head.text()).toBe('')
    for (const name of ['content-type', 'content-length', 'cache-control'])
      expect(head.headers.get(name)).toBe(whole.headers.get(name))
  })
})

describe('the place', () => {
  const place = async () => phonePlaceSchema.parse(await (await get('/api/place')).json())

  it('is told without a login: the current terms, and names of what is public', async () => {
    addPlace(bench.engine)
    expect(await place()).toEqual({
      name: 'Lindenhof',
      zone: 'Europe/Berlin',
      languages: ['en', 'de'],
      country: 'DE',
      currency: 'EUR',
      paysOnline: true,
      helpPhone: '+49 30 1',
      privacyPolicy: { en: 'We keep little.' },
      terms: { version: 2, texts: { en: 'new' } },
      names: { 'desk-a1': 'A1' },
    })
    const response = await get('/api/place')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(Number(response.headers.get('x-hub-time'))).toBeGreaterThan(1e12)
    expect(response.headers.getSetCookie()).toHaveLength(1)
  })

  it('follows the commits', async () => {
    addPlace(bench.engine)
    await place()
    bench.engine.commit('catalogue:lindenhof', [
      { kind: 'location', id: 'lindenhof', row: { ...locationRow, name: 'Linden Court', termsVersion: 1 } },
      { kind: 'desk', id: 'desk-a1', row: null },
      { kind: 'desk', id: 'desk-b2', row: deskRow('B2') },
      { kind: 'occupancy', id: 'b1', row: { item: 'desk-b2', date: '2026-11-23', from: 0, until: 1 } },
    ])
    expect(await place()).toMatchObject({
      name: 'Linden Court',
      terms: { version: 1, texts: { en: 'old' } },
      names: { 'desk-b2': 'B2' },
    })
  })

  it('is found in a catalogue of many pages', async () => {
    const rows = Array.from({ length: 1_200 }, (_, n) => ({
      kind: 'desk',
      id: `desk-${n}`,
      row: { ...deskRow('X'), id: `desk-${n}` },
    }))
    bench.engine.commit('catalogue:lindenhof', rows)
    addPlace(bench.engine)
    expect(Object.keys((await place()).names)).toHaveLength(1_201)
  })

  it('that is not there is our fault, and said without details', async () => {
    const response = await get('/api/place')
    expect(response.status).toBe(500)
    expect(await response.text()).toBe('Out of order\n')
  })

  it('is not told again and again without end (R2.6)', async () => {
    const system = fakeSystem()
    const busy = await openBench({ system })
    const ask = (): Promise<number> => fetch(`${busy.server.url}/me`).then(({ status }) => status)
    for (let n = 0; n < limits.phone.readsPerPeer.burst; n++) await ask()
    expect(await ask()).toBe(429)
    system.advance(1_000)
    expect(await ask()).toBe(503)
    await busy.close()
  })
})
