import { request } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../../lib/log.ts'
import { realSystem } from '../../lib/system.ts'
import type { DemoMailServer } from '../seam/mails.ts'
import { type Bench, openBench } from './device.fixture.ts'
import { fakeEngine } from './engine.fixture.ts'
import { PortInUseError } from './listen.ts'
import { startServer } from './server.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

const mailbox: DemoMailServer = {
  url: 'smtp://127.0.0.1:1',
  mails: () => [
    {
      id: '1',
      at: 0,
      to: 'a@b.cd',
      subject: '<script>alert(1)</script>',
      text: '"&\n123456',
      html: '<b>no</b>',
    },
  ],
  onMail: () => () => {},
  close: async () => {},
}

describe('plain HTTP', () => {
  it('tells its health', async () => {
    const response = await fetch(`${bench.server.url}/health`)
    expect(await response.json()).toEqual({ ok: true, hub: 'hub-1', version: '9.9.9' })
    expect(response.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('knows nothing else', async () => {
    for (const path of ['/', '/mailbox', '/health/../etc/passwd', '/%2e%2e/']) {
      expect((await fetch(bench.server.url + path)).status).toBe(404)
    }
    expect((await fetch(`${bench.server.url}/health`, { method: 'POST' })).status).toBe(404)
    const polling = await fetch(`${bench.server.url}/socket.io/?EIO=4&transport=polling`)
    expect(polling.status).toBe(400)
  })

  it('shows the mailbox in the demo, with what mails contain as text', async () => {
    const demo = await openBench({ mailbox })
    const response = await fetch(`${demo.server.url}/mailbox`)
    const html = await response.text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).toContain('&quot;&amp;\n123456')
    expect(html).not.toContain('<script')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    await demo.close()
  })

  it('shows the mailbox to no page that calls itself by another name (DNS rebinding)', async () => {
    const demo = await openBench({ mailbox })
    const status = await new Promise((resolve) => {
      const asked = request(
        `${demo.server.url}/mailbox`,
        { headers: { host: 'evil.example:80' } },
        (response) => resolve(response.statusCode),
      )
      asked.end()
    })
    expect(status).toBe(404)
    await demo.close()
  })
})

describe('a port in use', () => {
  it('is said in words', async () => {
    const port = Number(new URL(bench.server.url).port)
    const mailer = { send: async () => ({ status: 'failed', detail: '' }) as const, close: async () => {} }
    const options = { engine: fakeEngine(), mailer, mailbox: null, system: realSystem, log: silentLog }
    const second = startServer({ ...options, pages: '', version: '1', host: '127.0.0.1', port })
    await expect(second).rejects.toThrow(PortInUseError)
    await expect(second).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`)
  })
})

describe('a stop', () => {
  it('lets a running command finish and refuses the next one', async () => {
    const kiosk = await bench.device('kiosk-1')
    let finish = (): void => {}
    const begun = new Promise<void>((resolve) => {
      bench.engine.onExecute = () => {
        resolve()
        return new Promise((done) => {
          finish = () => done({ kind: 'answer', result: { ok: true, value: { done: true } } })
        })
      }
    })
    const envelope = {
      id: '019c2f00-0000-7000-8000-000000000001',
      type: 'code.request',
      payload: {},
      seq: 0,
      at: 1,
    }
    const answer = kiosk.ask('command', envelope)
    await begun
    const closed = bench.server.close()
    expect(await kiosk.ask('command', envelope)).toMatchObject({ error: { code: 'try-again' } })
    finish()
    expect(await answer).toEqual({ ok: true, value: { done: true } })
    await closed
    await kiosk.closed
    await expect(fetch(`${bench.server.url}/health`)).rejects.toThrow('fetch failed')
  })
})
