import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { screens, viewNow, viewOf } from '../../test/fixtures/views.ts'
import { createPortStore, type PortClient, type PortResult } from '../ui/port.ts'
import { createPage, raiseAfterVisit } from './page.ts'

beforeEach(() => vi.useFakeTimers({ now: viewNow }))
afterEach(() => vi.useRealTimers())

function setUp(answer: PortResult = { ok: true, value: null }) {
  const store = createPortStore<'kiosk'>()
  const sent: string[] = []
  const client: PortClient<'kiosk'> = {
    request: (verb) => {
      sent.push(verb)
      return Promise.resolve(answer)
    },
  }
  store.setState({ view: viewOf(screens.home) })
  const page = createPage(store, client)
  raiseAfterVisit(page)
  return { store, sent, page }
}

describe('an intent', () => {
  it('is sent once, however nervous the finger is', () => {
    const { page, sent } = setUp()
    page.send('start', { purpose: 'check-in' })
    page.send('start', { purpose: 'check-in' })
    expect(sent).toEqual(['start'])
    vi.advanceTimersByTime(700)
    page.send('start', { purpose: 'check-in' })
    expect(sent).toEqual(['start', 'start'])
  })

  it('is sent again at once on another screen', () => {
    const { page, sent, store } = setUp()
    page.send('back', {})
    store.setState({ view: viewOf(screens.browse) })
    page.send('back', {})
    expect(sent).toEqual(['back', 'back'])
  })

  it('is sent again at once when the screen has answered: the same wrong code, the same button after going back', () => {
    const { page, sent, store } = setUp()
    page.send('start', { purpose: 'account' })
    store.setState({ view: viewOf(screens.email) })
    store.setState({ view: viewOf({ ...screens.home }) })
    page.send('start', { purpose: 'account' })
    expect(sent).toEqual(['start', 'start'])
  })

  it('that did not get through is said, until the next one', async () => {
    const { page } = setUp({ ok: false, error: { code: 'try-again' } })
    page.send('browse', { kind: null })
    await vi.advanceTimersByTimeAsync(1)
    expect(page.own.getState().failed).toEqual({ code: 'try-again' })
    page.send('home', {})
    expect(page.own.getState().failed).toBeNull()
  })

  it('to stay moves the forgetting bar, and says nothing when it is lost', async () => {
    const { page } = setUp({ ok: false, error: { code: 'try-again' } })
    vi.advanceTimersByTime(5000)
    page.send('touch', {})
    await vi.advanceTimersByTimeAsync(1)
    expect(page.own.getState()).toMatchObject({ touchedAt: viewNow + 5000, failed: null })
  })
})

describe('everything stands at its usual height again', () => {
  const person = { initials: 'AL', firstName: 'Ada', photo: null }

  it('after a log-out', () => {
    const { page, store } = setUp()
    store.setState({ view: viewOf(screens.account, { person }) })
    page.own.setState({ reachabilityMode: true })
    store.setState({ view: viewOf(screens.home) })
    expect(page.own.getState().reachabilityMode).toBe(false)
  })

  it('after the screen has forgotten, but not when somebody was still there', () => {
    const { page, store } = setUp()
    page.own.setState({ reachabilityMode: true })
    const idle = { forgetAt: viewNow + 15_000 }
    store.setState({ view: viewOf(screens.home, { idle }) })
    store.setState({ view: viewOf(screens.home) })
    expect(page.own.getState().reachabilityMode).toBe(true)
    store.setState({ view: viewOf(screens.home, { idle }) })
    vi.advanceTimersByTime(15_000)
    store.setState({ view: viewOf(screens.home) })
    expect(page.own.getState().reachabilityMode).toBe(false)
  })
})

describe('what was searched for', () => {
  const browse = { query: 'kitchen', tops: { room: 900 } }

  it('is still there for whoever comes back from an item', () => {
    const { page, store } = setUp()
    store.setState({ view: viewOf(screens.browse) })
    page.own.setState({ browse })
    store.setState({ view: viewOf(screens.item) })
    store.setState({ view: viewOf(screens.browse) })
    expect(page.own.getState().browse).toEqual(browse)
  })

  it('is gone on the home screen', () => {
    const { page, store } = setUp()
    store.setState({ view: viewOf(screens.browse) })
    page.own.setState({ browse })
    store.setState({ view: viewOf(screens.home) })
    expect(page.own.getState().browse).toEqual({ query: '', tops: {} })
  })
})
