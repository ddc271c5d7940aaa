import { type PageBridge, type PreloadApi, pageEvents } from '../../../shared/contract/channels.ts'
import type { PortMessage, PortRequest, PortViews } from '../../../shared/contract/ipc.ts'
import { hubTimeHeader } from '../../../shared/contract/phone-page.ts'
import type { ConsoleState } from '../../../test/fixtures/console-states.ts'
import type { KioskState } from '../../../test/fixtures/kiosk-states.ts'
import { type PhoneState, phonePlace } from '../../../test/fixtures/phone-states.ts'
import { viewNow } from '../../../test/fixtures/views.ts'
import { pages, readAddress, type Wish } from '../catalogue.ts'
import { setClock } from './clock.ts'
import { setCamera, setTheme, stopMoving } from './look.ts'
import { appearance, press, type Step } from './press.ts'

/**
 * What stands around a product page in the gallery, in place of main, core and hub. It runs before the page does, in the same
 * window (`../vite.ts` puts it there), and makes of it what the address asks for. `data-staged` on <html> says when that is done.
 */

type Health = Parameters<Parameters<PageBridge<MessagePort>['onHealth']>[0]>[0]

const wish = readAddress(location.search)
setClock(viewNow, wish.still ?? false)
setTheme(wish.theme)
if (wish.still) stopMoving()
const play = raise(wish)
forwardKeys()
void finish(play)

/** What happens once the page shows what it was given. */
interface Play {
  steps: readonly Step[]
  health?: Health | undefined
}

/** Gives the page what it talks to. */
function raise({ page, screen, state, language }: Wish): Play {
  const found: unknown = (pages[page] as Record<string, Record<string, unknown>>)[screen]?.[state]
  if (page === 'phone') return raisePhone(found as PhoneState, language)
  const { view, health, press: steps = [] } = found as KioskState | ConsoleState
  const { answers = {} } = found as ConsoleState
  setCamera((found as KioskState).camera ?? false)
  const slices = 'shell' in view ? { ...view, shell: { ...view.shell, language } } : { ...view, language }
  openPort(slices, answers)
  return { steps, health }
}

/** The preload's side of a page in a window: a port that pushes one view and answers whatever is asked. */
function openPort(
  slices: PortViews['kiosk'] | PortViews['reception'],
  answers: Partial<Record<string, unknown>>,
): void {
  const ready = (): void => {
    const { port1: ours, port2: theirs } = new MessageChannel()
    const post = (message: PortMessage<'kiosk' | 'reception'>): void => ours.postMessage(message)
    ours.addEventListener('message', ({ data: { n, verb } }: MessageEvent<PortRequest>) =>
      post({ type: 'answer', n, result: { ok: true, value: answers[verb] ?? {} } }),
    )
    ours.start()
    post({ type: 'view', slices })
    window.postMessage({ type: pageEvents.port }, location.origin, [theirs])
  }
  Object.assign(window, { foyer: { ready } satisfies PreloadApi })
}

/** The hub's side of a page on a phone. */
function raisePhone({ answers, away = false, press: steps = [] }: PhoneState, language: string): Play {
  Object.defineProperty(navigator, 'languages', { value: [language] })
  // The frames of one menu would share the browser's: each is a phone of its own, and has just been taken out of its box.
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, { value: emptyStorage() })
  const real = window.fetch.bind(window)
  window.fetch = (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href)
    if (!url.pathname.startsWith('/api/')) return real(input, init)
    const asked = url.pathname.slice('/api/'.length)
    const body: unknown =
      asked === 'place' ? phonePlace : (answers as Partial<Record<string, unknown>>)[asked]
    if (away || body === undefined) return Promise.reject(new TypeError('Failed to fetch'))
    return Promise.resolve(Response.json(body, { headers: { [hubTimeHeader]: Date.now().toString() } }))
  }
  return { steps }
}

function emptyStorage(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() {
      return kept.size
    },
    key: (n) => [...kept.keys()][n] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
  }
}

/** The menu's keys (Alt and an arrow) work here too. */
function forwardKeys(): void {
  window.addEventListener(
    'keydown',
    ({ key, altKey }) => {
      if (altKey && key.startsWith('Arrow')) window.parent.postMessage({ gallery: key }, location.origin)
    },
    { capture: true },
  )
}

async function finish({ steps, health }: Play): Promise<void> {
  const root = document.documentElement
  try {
    await appearance(() => document.querySelector('#root > *'), 'the page stayed empty')
    await settled()
    let show = (): void => {}
    for (const step of steps) {
      show = await press(step, wish.language)
      await settled()
    }
    show()
    if (health) window.postMessage({ type: pageEvents.health, health }, location.origin)
    await settled()
    root.dataset.staged = 'ready'
  } catch (error) {
    console.error(error)
    root.dataset.staged = `failed: ${(error as Error).message}`
  }
}

/** When fonts and pictures are there, the camera plays, and nothing has changed for a moment: then nothing moves any more. */
async function settled(): Promise<void> {
  await quiet()
  await document.fonts.ready
  await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  for (const video of document.querySelectorAll('video'))
    if (!video.closest('[hidden]'))
      await appearance(() => (video.readyState >= 3 ? true : null), 'the camera shows nothing')
  await quiet()
}

/** No change in the page for so long. */
const quietMs = 60

function quiet(): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      observer.disconnect()
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
    }
    let timer = setTimeout(done, quietMs)
    const observer = new MutationObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(done, quietMs)
    })
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  })
}
