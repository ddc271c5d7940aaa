import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import type { Screen } from '../../../shared/contract/kiosk-view.ts'
import type { Person } from '../../../shared/contract/person.ts'
import { ok } from '../../../shared/domain/result.ts'
import { booked, bookingOf, type CoreParts, openCoreParts } from '../../../test/fixtures/core-parts.ts'
import type { Sent } from '../../../test/fixtures/fake-link.ts'
import { type MemoryPage, memoryPage } from '../../../test/fixtures/memory-page.ts'
import { person, place, today } from '../../../test/fixtures/place.ts'
import type { DoorHost } from '../doors/host.ts'
import { delays } from '../sync/delays.ts'
import type { Pictures } from '../sync/pictures.ts'
import { createKiosk, type Kiosk } from './kiosk.ts'

let core: CoreParts
let kiosk: Kiosk
let page: MemoryPage<'kiosk'>
let left: number

const open = (): void => {
  kiosk = createKiosk({
    ...core,
    outbox: core.outbox(),
    pictures: { has: () => true, offered: () => {} } as unknown as Pictures,
    doors: { hosts: () => false } as unknown as DoorHost,
    log: () => {},
    language: null,
    windowed: false,
    onLeave: () => left++,
  })
  page = memoryPage<'kiosk'>((port) => kiosk.attach(port))
}
beforeEach(() => {
  core = openCoreParts()
  left = 0
  const mail = { mail: 'm1', resendAt: core.system.now() + 60_000, expiresAt: core.system.now() + 600_000 }
  core.hub.on('code.request', () => ok(mail))
  core.hub.on('offers.list', () => ok({ items: [], desks: [], occupancies: [] }))
  open()
})
afterEach(() => {
  kiosk.close()
  core.close()
})

const settle = () => core.hub.settle()
const wait = async (ms: number): Promise<void> => {
  core.system.advance(ms)
  await settle()
}
const tap: MemoryPage<'kiosk'>['send'] = (verb, input) => page.send(verb, input)
const screen = <N extends Screen['name']>(name: N): Extract<Screen, { name: N }> => {
  const shown = page.view().screen
  if (shown.name !== name) throw new Error(`expected the screen ${name}, found ${JSON.stringify(shown)}`)
  return shown as Extract<Screen, { name: N }>
}
const stateOf = (label: string) => page.view().catalogue.desks.find((desk) => desk.label === label)?.state

/** Email and code, up to the desks. */
async function signIn(who: Person = person(), session = 'ada.secret'): Promise<void> {
  core.hub.on('code.verify', () => ok({ session, person: who }))
  tap('start', { purpose: 'check-in' })
  tap('submitEmail', { email: who.profile.email })
  await settle()
  tap('submitCode', { code: '123456' })
  await settle()
}
async function book(desk = 'desk-A1'): Promise<void> {
  tap('pickDesk', { desk })
  tap('book', { pay: 'pass', price: null })
  await settle()
}
const bookings = () => core.hub.sent.filter(({ envelope }) => envelope.type === 'desk.book')
const bookingId = (): string => bookingOf(bookings().at(-1))
async function answer(result: Parameters<Sent['answer']>[0]): Promise<void> {
  bookings().at(-1)?.answer(result)
  await settle()
}

describe('checking in', () => {
  it('the hub answers in time: its desk and its pass are shown (R5.1)', async () => {
    await signIn()
    await book()
    expect(page.view().shell.waiting).toBe('booking')
    await answer(ok(booked(bookingId(), 'A1')))
    expect(screen('done')).toMatchObject({
      deskLabel: 'A1',
      pass: 'jws',
      provisional: false,
      paid: { kind: 'pass' },
      firstName: 'Ada',
    })
    expect(page.view().shell.waiting).toBeNull()
  })

  it('no answer in 2 s: promised, shown as provisional, and the desk is taken on the plan (R9.1)', async () => {
    await signIn()
    await book()
    await wait(delays.decideLocally - 1)
    screen('desks')
    await wait(1)
    expect(screen('done')).toMatchObject({ deskLabel: 'A1', pass: '', provisional: true })
    expect(core.waiting()).toMatchObject([{ promised: { item: 'desk-A1' } }])
    expect(stateOf('A1')).toBe('yours')
    tap('logOut', {})
    await settle()
    expect(stateOf('A1')).toBe('taken')
  })

  it('the hub answers while the done screen stands: no longer provisional, nothing else moves (R9.4)', async () => {
    await signIn()
    await book()
    await wait(delays.decideLocally)
    await answer(ok(booked(bookingId(), 'A2', { insteadOf: 'A1' })))
    expect(screen('done')).toMatchObject({
      deskLabel: 'A2',
      insteadOf: 'A1',
      pass: 'jws',
      provisional: false,
      paid: { kind: 'pass' },
    })
  })

  it('the hub refuses what was promised: said before the desks, with nothing picked', async () => {
    await signIn()
    await book()
    await wait(delays.decideLocally)
    for (let time = 0; time < 2; time++) await answer(failure('desk-taken'))
    expect(screen('desks')).toMatchObject({
      selected: null,
      error: { code: 'desk-taken', params: { desk: 'A1' } },
    })
    // The pass was not spent after all.
    expect(screen('desks').pay.pass).toEqual({ left: 3 })
  })

  it('refused once they look at something else: said at the top of whatever is shown', async () => {
    await signIn()
    await book()
    await wait(delays.decideLocally)
    tap('browse', { kind: 'room' })
    for (let time = 0; time < 2; time++) await answer(failure('desk-taken'))
    screen('browse')
    expect(page.view().shell.notice).toEqual({ code: 'desk-taken' })
  })

  it('two taps are one booking (I2)', async () => {
    await signIn()
    tap('pickDesk', { desk: 'desk-A1' })
    tap('book', { pay: 'pass', price: null })
    tap('book', { pay: 'pass', price: null })
    await settle()
    tap('book', { pay: 'pass', price: null })
    await settle()
    expect(bookings()).toHaveLength(1)
    expect(core.waiting()).toHaveLength(1)
  })

  it('the session ends while the hub is silent: nobody is told, nothing is promised, the hub still decides', async () => {
    await signIn()
    await book()
    core.hub.tell({ event: 'sessionEnded', body: { session: 'ada' } })
    await settle()
    expect(screen('home')).toBeDefined()
    expect(page.view().shell).toMatchObject({ person: null, notice: { code: 'session-invalid' } })
    await wait(delays.decideLocally)
    expect(core.waiting()).toMatchObject([{ type: 'desk.book', promised: null }])
    await answer(ok(booked(bookingId(), 'A1')))
    screen('home')
    expect(page.view().shell.person).toBeNull()
    expect(core.waiting()).toEqual([])
  })

  it('whoever comes next sees nothing of the one before, and nothing is decided with their facts', async () => {
    await signIn()
    await book()
    tap('logOut', {})
    await settle()
    await signIn(person({}, 'Bob Noyce'), 'bob.secret')
    await wait(delays.decideLocally)
    expect(screen('desks').error).toBeNull()
    expect(core.waiting()).toMatchObject([{ type: 'desk.book', promised: null }, { type: 'session.end' }])
    await answer(ok(booked(bookingId(), 'A1', { person: person() })))
    screen('desks')
    expect(page.view().shell.person?.firstName).toBe('Bob')
  })
})

describe('with the hub away', () => {
  it('somebody who is signed in checks in at once, and the hub is told when it is back (R9.2, R9.3)', async () => {
    await signIn()
    core.hub.turn('off')
    kiosk.contextChanged()
    await book()
    expect(screen('done')).toMatchObject({ deskLabel: 'A1', provisional: true })
    expect(page.view().shell.link).toBe('offline')
    expect(bookings()).toEqual([])

    core.hub.turn('on')
    kiosk.contextChanged()
    await settle()
    expect(bookings()).toMatchObject([{ envelope: { promised: true, session: 'ada.secret' } }])
    await answer(ok(booked(bookingId(), 'A1')))
    expect(screen('done')).toMatchObject({ provisional: false, pass: 'jws' })
    expect(page.view().shell.link).toBe('online')
    await wait(60_000)
    expect(bookings()).toHaveLength(1)
  })

  it('moving on costs no second pass, and both bookings reach the hub in order (R5.1, I4)', async () => {
    await signIn()
    core.hub.turn('off')
    kiosk.contextChanged()
    await book()
    tap('changeDesk', {})
    await book('desk-A2')
    expect(screen('done')).toMatchObject({ deskLabel: 'A2', provisional: true, paid: { kind: 'none' } })
    await settle()
    expect([stateOf('A1'), stateOf('A2')]).toEqual(['free', 'yours'])
    const [first, second] = core.waiting()
    expect(second).toMatchObject({ promised: { item: 'desk-A2', cancels: first?.promised?.booking } })
  })

  it('the power goes: what was promised is still there, and somebody is told that it was restarted (R9.5, I3)', async () => {
    await signIn()
    core.hub.turn('off')
    kiosk.contextChanged()
    await book()
    screen('done')
    kiosk.close()
    core.powerCut()
    open()
    await settle()
    expect(screen('home')).toBeDefined()
    expect(page.view().shell).toMatchObject({ person: null, notice: { code: 'restarted' } })
    expect(stateOf('A1')).toBe('taken')
  })
})

describe('the page', () => {
  it('is pushed everything when it comes, and then only what has changed', async () => {
    await settle()
    expect(page.pushed.map((slices) => slices.toSorted())).toEqual([['catalogue', 'screen', 'shell']])
    kiosk.contextChanged()
    await wait(15_000)
    expect(page.pushed).toHaveLength(1)
    const row = { item: 'desk-A1', date: today, from: core.system.now(), until: core.system.now() + 60_000 }
    core.change([{ kind: 'occupancy', id: 'o1', row }])
    kiosk.contextChanged()
    await settle()
    expect(page.pushed.slice(1)).toEqual([['catalogue']])
    expect([stateOf('A1'), page.view().catalogue.freeToday]).toEqual(['taken', 2])
  })

  it('many events in one turn are one push', async () => {
    await settle()
    tap('start', { purpose: 'book' })
    tap('pickDesk', { desk: 'desk-A1' })
    tap('setLanguage', { language: 'de' })
    await settle()
    expect(page.pushed).toHaveLength(2)
    expect(screen('desks').selected).toBe('desk-A1')
  })

  it('that comes anew takes over where the flow is; the one before is let go', async () => {
    tap('start', { purpose: 'book' })
    await settle()
    const before = page
    page = memoryPage<'kiosk'>((port) => kiosk.attach(port))
    await settle()
    expect(before.closed()).toBe(true)
    expect(screen('desks')).toBeDefined()
    expect(page.view().shell.location?.name).toBe(place.name)
  })

  it('the clock alone ends a booking on the plan, and the day at midnight (R5.5, R5.7)', async () => {
    const { system } = core
    const row = { item: 'desk-A1', date: today, from: system.now(), until: system.now() + 20_000 }
    core.change([{ kind: 'occupancy', id: 'o1', row }])
    kiosk.contextChanged()
    await settle()
    expect(stateOf('A1')).toBe('taken')
    await wait(30_000)
    expect(stateOf('A1')).toBe('free')
    await wait(Date.UTC(2026, 10, 23, 23) - system.now() + 15_000)
    expect(page.view().catalogue).toMatchObject({ today: '2026-11-24', date: '2026-11-24' })
  })

  it('nobody touches it: it asks, and then forgets everything (R10.3)', async () => {
    await signIn()
    await wait(place.idleAskAfter * 1000)
    expect(page.view().shell.idle).not.toBeNull()
    tap('touch', {})
    await settle()
    expect(page.view().shell.idle).toBeNull()
    await wait((place.idleAskAfter + place.idleForgetAfter) * 1000)
    expect(screen('home')).toBeDefined()
    expect(page.view().shell.person).toBeNull()
    expect(core.waiting()).toMatchObject([{ type: 'session.end', session: 'ada.secret' }])
  })

  it('the hub tells of the mail and of the person', async () => {
    tap('start', { purpose: 'check-in' })
    tap('submitEmail', { email: 'ada@example.com' })
    await settle()
    core.hub.tell({ event: 'mail', body: { mail: 'm1', status: 'refused', detail: 'no such user' } })
    await settle()
    expect(screen('code').mail).toEqual({ status: 'refused', detail: 'no such user' })
    core.hub.on('code.verify', () => ok({ session: 'ada.secret', person: person() }))
    tap('submitCode', { code: '123456' })
    await settle()
    core.hub.tell({ event: 'person', body: { session: 'ada', person: person({}, 'Ada King') } })
    await settle()
    expect(page.view().shell.person?.initials).toBe('AK')
  })

  it('staff leave it with their PIN (R10.4)', async () => {
    core.hub.on('kiosk.leave', () => ok({ name: 'Noor' }))
    tap('askLeave', {})
    tap('leave', { pin: '2468' })
    await settle()
    expect(left).toBe(1)
    screen('home')
  })
})
