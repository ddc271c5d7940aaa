import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pageEvents } from '../../shared/contract/channels.ts'
import { portVerbs, staffCommandTypes } from '../../shared/contract/ipc.ts'
import { openDemo, type Setting } from '../fixtures/setting.ts'
import { button } from '../fixtures/walk.ts'

interface Answer {
  type: string
  n: number
  result: { error?: { code: string } }
}

/** A page that somebody took over: what it finds around itself, in a real Electron (I9). */
describe('a page', () => {
  let setting: Setting
  let pages: Page[]
  let elsewhere: Server
  let url: string
  let visits = 0

  beforeAll(async () => {
    elsewhere = createServer((_, answer) => {
      visits++
      answer.setHeader('Access-Control-Allow-Origin', '*').end('here')
    })
    await new Promise<void>((resolve) => {
      elsewhere.listen(0, '127.0.0.1', resolve)
    })
    url = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`
    setting = await openDemo()
    await button(setting.kiosk, 'Check in').waitFor()
    pages = [setting.kiosk, await setting.app.page('reception')]
  })
  afterAll(async () => {
    await setting?.close()
    elsewhere?.close()
  })

  type Watching = typeof globalThis & { refused?: Promise<boolean> }

  /** Main is asked before a page goes anywhere; `refused` says what it answered, once it was asked. */
  const watchNavigation = (from: string) =>
    setting.app.electron.evaluate(({ webContents }, at) => {
      const contents = webContents.getAllWebContents().find((each) => each.getURL() === at)
      ;(globalThis as Watching).refused = new Promise((resolve) => {
        contents?.once('will-navigate', (event) => resolve(event.defaultPrevented))
      })
    }, from)
  const refused = () => setting.app.electron.evaluate(() => (globalThis as Watching).refused)

  it('has nothing of Node, and one function of ours', async () => {
    for (const page of pages) {
      const found = await page.evaluate(() => [
        ...['require', 'process', 'module', 'Buffer', 'global', 'electron'].filter(
          (name) => name in globalThis,
        ),
        ...Object.keys((globalThis as unknown as { foyer: object }).foyer),
      ])
      expect(found).toEqual(['ready'])
    }
  })

  it('reads no file and reaches no other origin, by no way', async () => {
    for (const page of pages) {
      const got = await page.evaluate(async (there) => {
        const load = (one: EventTarget, done = 'load') =>
          new Promise((resolve) => {
            one.addEventListener(done, () => resolve('loaded'))
            one.addEventListener('error', () => resolve('refused'))
          })
        const ask = (target: string) =>
          fetch(target).then(
            () => 'loaded',
            () => 'refused',
          )
        const script = Object.assign(document.createElement('script'), { src: there })
        document.head.append(script)
        return Promise.all([
          ask(there),
          ask('file:///etc/passwd'),
          ask('app://foyer/..%2f..%2fpackage.json'),
          load(Object.assign(new Image(), { src: `${there}x.png` })),
          load(script),
          load(new WebSocket(there.replace('http', 'ws')), 'open'),
        ])
      }, url)
      expect(got).toEqual(Array.from({ length: 6 }, () => 'refused'))
    }
    expect(visits).toBe(0)
  })

  it('opens no window, goes nowhere else, and runs no text as a script', async () => {
    for (const page of pages) {
      const before = page.url()
      await watchNavigation(before)
      const got = await page.evaluate((there) => {
        const opened = window.open(there)
        location.assign(there)
        // Not `new Function`: the debugger, through which this runs, may do that.
        const script = Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })
        document.head.append(script)
        return [opened === null, 'ran' in window]
      }, url)
      expect(got).toEqual([true, false])
      expect(await refused()).toBe(true)
      expect(await page.evaluate(() => location.href)).toBe(before)
    }
    expect(setting.app.electron.windows()).toHaveLength(2)
    expect(visits).toBe(0)
  })

  it('has the verbs of its own role only', async () => {
    const verbs = (role: 'kiosk' | 'reception') => Object.keys(portVerbs[role])
    const [kiosk, reception] = pages
    const foreign = [
      [kiosk, [...verbs('reception'), ...staffCommandTypes].filter((verb) => !verbs('kiosk').includes(verb))],
      [reception, verbs('kiosk').filter((verb) => !verbs('reception').includes(verb))],
    ] as const
    for (const [page, tried] of foreign) {
      expect(tried.length).toBeGreaterThan(3)
      const codes = await page?.evaluate(
        async ([event, names]) => {
          const port = new Promise<MessagePort>((resolve) => {
            window.addEventListener('message', ({ data, ports }) => {
              if ((data as { type?: unknown }).type === event && ports[0]) resolve(ports[0])
            })
          })
          ;(globalThis as unknown as { foyer: { ready(): void } }).foyer.ready()
          const mine = await port
          const answers = new Map<number, string>()
          return new Promise<string[]>((resolve) => {
            mine.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
              if (data.type === 'answer') answers.set(data.n, data.result.error?.code ?? 'ok')
              if (answers.size === names.length) resolve([...answers.values()])
            })
            mine.start()
            for (const [n, verb] of names.entries()) mine.postMessage({ n, verb, input: {} })
          })
        },
        [pageEvents.port, tried] as const,
      )
      expect(new Set(codes)).toEqual(new Set(['unknown-verb']))
    }
  })
})
