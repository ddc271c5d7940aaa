import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CommandType, commands, commandTypes } from '../../../../shared/contract/commands.ts'
import { failure } from '../../../../shared/contract/errors.ts'
import { fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import { type Bench, openBench, until } from '../device.fixture.ts'
import { limits } from '../limits.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const json = { 'content-type': 'application/json' }
const phone = 'p'.repeat(43)
const id = '019c2f00-0000-7000-8000-000000000001'

function post(verb: string, headers: Record<string, string> = {}, body = '{}'): Promise<Response> {
  return fetch(`${bench.server.url}/api/${verb}`, { method: 'POST', headers: { ...json, ...headers }, body })
}

const cookiesOf = (response: Response): string[] => response.headers.getSetCookie()
const executed = () => bench.engine.executed

describe('a command from a phone', () => {
  it('reaches the engine with its payload, and its Result is the answer', async () => {
    bench.engine.onExecute = () => ({ kind: 'answer', result: failure('locked', { untilAt: 7 }) })
    const response = await post('code.request', { 'x-command-id': id }, '{"email":"a@b.cd"}')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ ok: false, error: { code: 'locked', params: { untilAt: 7 } } })
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(Number(response.headers.get('x-hub-time'))).toBeGreaterThan(1e12)
    expect(executed()).toMatchObject([
      { envelope: { id, type: 'code.request', payload: { email: 'a@b.cd' }, seq: 0 } },
    ])
  })

  it('gets an id of its own where the page gave none, and none where it gave nonsense (I2)', async () => {
    await post('code.request')
    expect(executed()[0]?.envelope.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    for (const wrong of ['1', 'a1b2c3d4-0000-4000-8000-000000000001'])
      expect((await post('code.request', { 'x-command-id': wrong })).status).toBe(400)
    expect(executed()).toHaveLength(1)
  })

  it.each(commandTypes)('%s is taken if the contract says that it is from phones (I9)', async (type) => {
    const isFromPhones = (commands[type].from as readonly string[]).includes('phone')
    expect((await post(type)).status).toBe(isFromPhones ? 200 : 404)
    expect(executed()).toHaveLength(isFromPhones ? 1 : 0)
  })

  it('is unknown when nobody has declared it', async () => {
    for (const verb of ['nonsense', 'toString', '__proto__', '', 'staff.openDoor', 'code.request/x']) {
      const response = await post(verb)
      expect([verb, response.status]).toEqual([verb, 404])
      expect(await response.json()).toMatchObject({ ok: false, error: { code: 'unknown-verb' } })
    }
    expect(executed()).toEqual([])
  })

  it('is answered with internal when the engine breaks, without a word of why', async () => {
    bench.engine.onExecute = () => Promise.reject(new Error('disk'))
    const response = await post('person.get')
    expect(await response.json()).toEqual({ ok: false, error: { code: 'internal' } })
  })
})

describe('the cookie of a phone', () => {
  it('is made once, for nobody but the hub, and names the device by its hash', async () => {
    const first = await post('code.request')
    const [cookie = ''] = cookiesOf(first)
    expect(cookie).toMatch(/^foyer_phone=[\w-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/)
    const value = cookie.split(';')[0] ?? ''
    const second = await post('code.request', { cookie: `other=1; ${value}` })
    expect(cookiesOf(second)).toEqual([])
    const [one, two] = executed()
    expect(one?.device).toMatch(/^phone:[\w-]{43}$/)
    expect(two?.device).toBe(one?.device)
    expect(one?.device).not.toContain(value.slice('foyer_phone='.length))
  })

  it('is Secure where the public address is https', async () => {
    const secure = await openBench({ publicUrl: 'https://desk.example.com' })
    const response = await fetch(`${secure.server.url}/api/code.request`, {
      method: 'POST',
      headers: { ...json, origin: 'https://desk.example.com' },
      body: '{}',
    })
    expect(response.status).toBe(200)
    expect(cookiesOf(response)[0]).toMatch(/; Secure$/)
    await secure.close()
  })

  it('that we did not make is replaced', async () => {
    expect(cookiesOf(await post('code.request', { cookie: 'foyer_phone=<script>' }))).toHaveLength(1)
  })
})

describe('a session', () => {
  const asked = (type: CommandType, cookie = 'foyer_session=pub.secret') =>
    post(type, { cookie: `foyer_phone=${phone}; ${cookie}` })

  it('goes into a cookie and never to a script', async () => {
    const value = { session: 'pub.secret', person: { profile: {} } }
    bench.engine.onExecute = () => ({ kind: 'answer', result: { ok: true, value } })
    const response = await post('code.verify', { cookie: `foyer_phone=${phone}` })
    const text = await response.text()
    expect(JSON.parse(text)).toEqual({ ok: true, value: { person: { profile: {} } } })
    expect(text).not.toContain('secret')
    expect(cookiesOf(response)[0]).toMatch(
      /^foyer_session=pub\.secret; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Strict$/,
    )
  })

  it('comes back with commands of a person or a viewer, and with no others', async () => {
    await asked('person.get')
    await asked('comments.list')
    await asked('code.request')
    await asked('person.get', 'foyer_session="; x')
    expect(executed().map(({ envelope }) => envelope.session)).toEqual([
      'pub.secret',
      'pub.secret',
      undefined,
      undefined,
    ])
  })

  it('is forgotten with a log-out, and when the hub does not know it any more', async () => {
    expect(cookiesOf(await asked('session.end'))[0]).toMatch(/^foyer_session=; Max-Age=0; Path=\//)
    bench.engine.onExecute = () => ({ kind: 'answer', result: failure('session-invalid') })
    expect(cookiesOf(await asked('person.get'))[0]).toMatch(/^foyer_session=; Max-Age=0; Path=\//)
    expect(cookiesOf(await asked('person.get', 'other=1'))).toEqual([])
  })
})

describe('a page of somebody else', () => {
  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['no origin at all', { origin: 'null' }],
    ['another port', { origin: 'http://127.0.0.1:1' }],
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['another origin of this site', { 'sec-fetch-site': 'same-site' }],
  ])('from %s does nothing', async (_name, headers) => {
    const response = await post('code.request', headers)
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ error: { code: 'not-allowed' } })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
    expect(executed()).toEqual([])
  })

  it('is told from our own', async () => {
    const response = await post('code.request', {
      origin: bench.server.url,
      'sec-fetch-site': 'same-origin',
    })
    expect(response.status).toBe(200)
  })

  it('cannot post a form or text', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp']) {
      expect((await post('code.request', { 'content-type': type })).status).toBe(415)
    }
    expect(await statusWithoutType()).toBe(415)
    expect((await post('code.request', { 'content-type': 'application/json; charset=utf-8' })).status).toBe(
      200,
    )
    expect(executed()).toHaveLength(1)
  })

  it('gets no answer to a preflight', async () => {
    const response = await fetch(`${bench.server.url}/api/code.request`, { method: 'OPTIONS' })
    expect(response.status).toBe(404)
    expect(response.headers.get('access-control-allow-methods')).toBeNull()
  })
})

function statusWithoutType(): Promise<number | undefined> {
  return new Promise((resolve) => {
    request(`${bench.server.url}/api/code.request`, { method: 'POST' }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).end('{}')
  })
}

describe('a body', () => {
  const sized = (length: number): string => `{"image":"${'x'.repeat(length - 12)}"}`

  it('of exactly the limit is read, and one more byte is not', async () => {
    expect((await post('photo.put', {}, sized(limits.phone.bodySize))).status).toBe(200)
    const larger = await post('photo.put', {}, sized(limits.phone.bodySize + 1))
    expect(larger.status).toBe(413)
    expect(await larger.json()).toEqual({ ok: false, error: { code: 'photo-too-large' } })
    expect(executed()).toHaveLength(1)
  })

  it('that does not say how long it is, is cut at the limit', async () => {
    const status = await new Promise((resolve) => {
      const sent = request(
        `${bench.server.url}/api/photo.put`,
        { method: 'POST', headers: json },
        (response) => {
          response.resume()
          resolve(response.statusCode)
        },
      )
      sent.write(sized(limits.phone.bodySize))
      sent.end('more')
    })
    expect(status).toBe(413)
    expect(executed()).toEqual([])
  })

  it('that is no JSON is refused', async () => {
    for (const body of ['', '{', 'email=a', '\u0000']) {
      const response = await post('code.request', {}, body)
      expect(response.status).toBe(400)
      expect(await response.json()).toMatchObject({ error: { code: 'invalid-input' } })
    }
    expect(executed()).toEqual([])
  })

  it('that does not come is not waited for', async () => {
    const system = fakeSystem()
    const slow = await openBench({ system })
    const { port, host } = new URL(slow.server.url)
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', (data) => {
      answer += data.toString()
    })
    const head = ['POST /api/photo.put HTTP/1.1', `Host: ${host}`, 'Content-Type: application/json']
    const before = system.pendingTimers
    socket.write([...head, 'Content-Length: 100', '', '{"image":"'].join('\r\n'))
    await until(() => system.pendingTimers > before)
    system.advance(limits.phone.bodyWithin)
    await until(() => answer.includes('try-again'))
    expect(answer).toMatch(/^HTTP\/1\.1 408 /)
    await until(() => socket.destroyed || socket.readableEnded)
    expect(slow.engine.executed).toEqual([])
    await slow.close()
  })

  it('whose sender goes away leaves nothing behind', async () => {
    const system = fakeSystem()
    const left = await openBench({ system })
    const before = system.pendingTimers
    const socket = connect(Number(new URL(left.server.url).port), '127.0.0.1')
    const head = ['POST /api/photo.put HTTP/1.1', 'Host: x', 'Content-Type: application/json']
    socket.write([...head, 'Content-Length: 100', '', '{"image":"'].join('\r\n'))
    await until(() => system.pendingTimers > before)
    socket.destroy()
    await until(() => system.pendingTimers === before)
    expect(left.engine.executed).toEqual([])
    await left.close()
  })
})

describe('too much of it (R2.6)', () => {
  it('from one phone has to wait, and the next phone has not', async () => {
    const system = fakeSystem()
    const busy = await openBench({ system })
    const ask = (cookie: string): Promise<number> =>
      fetch(`${busy.server.url}/api/person.get`, {
        method: 'POST',
        headers: { ...json, cookie: `foyer_phone=${cookie}` },
        body: '{}',
      }).then(({ status }) => status)
    for (let n = 0; n < limits.phone.perPhone.burst; n++) expect(await ask(phone)).toBe(200)
    expect(await ask(phone)).toBe(429)
    expect(await ask('q'.repeat(43))).toBe(200)
    system.advance(1_000)
    expect(await ask(phone)).toBe(200)
    await busy.close()
  })

  it('from one address has to wait sooner where mails and codes are concerned, with whatever cookies', async () => {
    const system = fakeSystem()
    const busy = await openBench({ system })
    const ask = (verb: string): Promise<number> =>
      fetch(`${busy.server.url}/api/${verb}`, { method: 'POST', headers: json, body: '{}' }).then(
        ({ status }) => status,
      )
    for (let n = 0; n < limits.phone.mailingPerPeer.burst; n++) expect(await ask('code.verify')).toBe(200)
    expect(await ask('code.verify')).toBe(429)
    expect(await ask('activation.use')).toBe(429)
    expect(await ask('person.get')).toBe(200)
    system.advance(2_000)
    expect(await ask('code.request')).toBe(200)
    await busy.close()
  })
})

describe('a stop', () => {
  it('lets a running command finish', async () => {
    const stopping = await openBench()
    let finish = (): void => {}
    const begun = new Promise<void>((resolve) => {
      stopping.engine.onExecute = () => {
        resolve()
        return new Promise((done) => {
          finish = () => done({ kind: 'answer', result: { ok: true, value: {} } })
        })
      }
    })
    const ask = (): Promise<Response> =>
      fetch(`${stopping.server.url}/api/person.get`, { method: 'POST', headers: json, body: '{}' })
    const answer = ask()
    await begun
    const closed = stopping.close()
    const late = await ask()
    expect([late.status, await late.json()]).toEqual([503, { ok: false, error: { code: 'try-again' } }])
    finish()
    expect(await (await answer).json()).toEqual({ ok: true, value: {} })
    await closed
  })
})
