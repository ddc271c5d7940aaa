import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { booked, bookingOf, type CoreParts, openCoreParts } from '../../../test/fixtures/core-parts.ts'
import { item, person, personFacts, today } from '../../../test/fixtures/place.ts'
import type { UnlockRequest } from '../doors/door-link.ts'
import type { DoorHost } from '../doors/host.ts'
import { type Booking, createBooking } from './book.ts'
import { createEffects } from './effects.ts'
import type { Effect, FlowEvent } from './events.ts'
import type { ItemRequest } from './request.ts'

const session = 'ada.secret'

let core: CoreParts
let booking: Booking
let run: (effect: Effect) => void
let events: FlowEvent[]
let logged: string[]
let left: number
let unlocks: UnlockRequest[]
/** What a door that this device hosts answers; null = it hosts none. */
let door: Result<{ result: 'opened' | 'accepted' }, FoyerError> | null

beforeEach(() => {
  core = openCoreParts()
  events = []
  logged = []
  unlocks = []
  left = 0
  door = ok({ result: 'opened' })
  const dispatch = (event: FlowEvent) => void events.push(event)
  const outbox = core.outbox()
  booking = createBooking({ ...core, outbox, catalogue: () => core.catalogue, dispatch })
  run = createEffects({
    ...core,
    outbox,
    booking,
    doors: {
      hosts: () => door !== null,
      unlock: async (request: UnlockRequest) => {
        unlocks.push(request)
        return door
      },
    } as unknown as DoorHost,
    log: (_level, what) => void logged.push(what),
    factsOf: (asked) => (asked === session ? personFacts() : null),
    onLeave: () => left++,
    dispatch,
  })
})
afterEach(() => {
  booking.close()
  core.close()
})

const settle = () => core.hub.settle()
async function done(effect: Effect): Promise<void> {
  run(effect)
  await settle()
}

describe('questions to the hub', () => {
  it('are answered with the step in which they were asked', async () => {
    const signedIn = { session, person: person() }
    const mail = { mail: 'm1', resendAt: 1, expiresAt: 2 }
    core.hub.on('code.request', () => ok(mail))
    core.hub.on('code.verify', () => ok(signedIn))
    core.hub.on('pass.present', () => failure('pass-invalid'))
    core.hub.on('comments.list', () => ok({ comments: [] }))
    core.hub.on('profile.dismissBanner', () => ok({ person: person() }))
    const command = { type: 'profile.dismissBanner', payload: {} } as const
    await done({ do: 'requestCode', step: 3, email: 'ada@example.com', language: 'de' })
    await done({ do: 'verify', step: 4, email: 'ada@example.com', code: '123456', language: 'de' })
    await done({ do: 'presentPass', step: 5, text: 'pass' })
    await done({ do: 'listComments', step: 6, session: null, item: 'news' })
    await done({ do: 'sendCommand', step: 7, session, command })
    expect(events).toEqual([
      { type: 'codeSent', step: 3, email: 'ada@example.com', result: ok(mail) },
      { type: 'verified', step: 4, result: ok(signedIn) },
      { type: 'passPresented', step: 5, result: failure('pass-invalid') },
      { type: 'commentsListed', step: 6, item: 'news', result: ok({ comments: [] }) },
      { type: 'commandAnswered', step: 7, session, command, result: ok({ person: person() }) },
    ])
    expect(core.hub.asked.map((one) => one.session)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      session,
    ])
  })

  it('a payment page is asked for in the name of whoever pays', async () => {
    core.hub.on('payment.start', () => failure('already-done'))
    await done({ do: 'pay', step: 2, session, order: 'o1' })
    expect(events).toEqual([
      { type: 'payStarted', step: 2, session, order: 'o1', result: failure('already-done') },
    ])
    expect(core.hub.asked).toMatchObject([{ payload: { order: 'o1' }, session }])
  })

  it('the kiosk is left with a PIN that the hub takes, and with no other (R10.4)', async () => {
    core.hub.on('kiosk.leave', (payload) =>
      (payload as { pin: string }).pin === '2468' ? ok({ name: 'Noor' }) : failure('pin-wrong'),
    )
    await done({ do: 'leave', step: 1, pin: '0000' })
    expect([left, events]).toEqual([0, [{ type: 'left', step: 1, result: failure('pin-wrong') }]])
    await done({ do: 'leave', step: 1, pin: '2468' })
    expect(left).toBe(1)
  })
})

describe('what is on offer is asked for by its own command, with the id that was chosen for it (I2)', () => {
  const row = item('thing', 'room')
  const price = { amount: 1200, currency: 'EUR' }
  const requests: [ItemRequest, string, object][] = [
    [
      { kind: 'reservation', id: 'r1', item: row, price, date: today, from: 1, until: 2 },
      'item.book',
      { reservation: 'r1', item: 'thing', from: 1, until: 2, price },
    ],
    [{ kind: 'event', id: 'e1', item: row, price }, 'event.join', { place: 'e1', event: 'thing', price }],
    [
      { kind: 'shop', id: 's1', item: row, price, quantity: 3 },
      'shop.order',
      { order: 's1', item: 'thing', quantity: 3, price },
    ],
    [
      { kind: 'plan', id: 'p1', item: row, price, startsOn: today },
      'plan.subscribe',
      { subscription: 'p1', plan: 'thing', startsOn: today, price },
    ],
    [
      { kind: 'question', id: 'q1', item: row, text: 'Free?' },
      'support.ask',
      { request: 'q1', item: 'thing', text: 'Free?' },
    ],
    [
      { kind: 'comment', id: 'c1', item: row, text: 'Nice' },
      'comment.add',
      { comment: 'c1', item: 'thing', text: 'Nice' },
    ],
  ]

  it.each(requests)('%o', async (request, type, payload) => {
    run({ do: 'submit', session, request })
    expect(core.hub.asked).toMatchObject([{ type, payload, session }])
    core.hub.asked[0]?.answer(failure('hub-unreachable'))
    await settle()
    expect(events).toEqual([
      { type: 'requestAnswered', session, request, result: failure('hub-unreachable') },
    ])
  })

  it('what it made is reported: a question changes the person, a comment nothing', async () => {
    const [question, comment] = [requests[4]![0], requests[5]![0]]
    core.hub.on('support.ask', () => ok({ person: person() }))
    await done({ do: 'submit', session, request: question })
    run({ do: 'submit', session, request: comment })
    core.hub.asked.at(-1)?.answer(ok({ comments: [] }))
    await settle()
    expect(events).toMatchObject([
      { request: question, result: ok({ order: null, person: person() }) },
      { request: comment, result: ok({ order: null, person: null }) },
    ])
  })
})

describe('doors', () => {
  const open: Effect = { do: 'openDoor', session, door: 'front', grant: 'day-booking:b1' }

  it('one that this device hosts is opened here, and only for as long as somebody stands there (R6.4)', async () => {
    await done(open)
    expect(unlocks).toEqual([
      {
        door: 'front',
        grant: 'day-booking:b1',
        reason: 'day-booking:b1',
        notAfter: core.system.now() + 5000,
      },
    ])
    expect(events).toEqual([{ type: 'doorAnswered', door: 'front', session, result: ok('opened') }])
    expect(core.waiting()).toEqual([])
  })

  it('one that does not open here is an event for the audit log, kept on disk until the hub has it (R9.3)', async () => {
    core.hub.turn('off')
    door = failure('door-unreachable')
    await done(open)
    expect(events).toMatchObject([{ type: 'doorAnswered', result: failure('door-unreachable') }])
    expect(core.waiting()).toMatchObject([
      { type: 'door.refusal', payload: { door: 'front', why: 'door-unreachable' }, session },
    ])
  })

  it('another one is asked for at the hub, which writes down what it refuses itself', async () => {
    door = null
    run(open)
    expect(core.hub.asked).toMatchObject([{ type: 'door.request', payload: { door: 'front' }, session }])
    core.hub.asked[0]?.answer(failure('door-unreachable'))
    await settle()
    expect(unlocks).toEqual([])
    expect(events).toMatchObject([{ type: 'doorAnswered', result: { ok: false } }])
    expect(core.waiting()).toEqual([])
  })

  it('a refusal that was decided here is told too', async () => {
    core.hub.turn('off')
    await done({ do: 'reportRefusal', session, door: 'front', why: 'grant-over' })
    expect(core.waiting()).toMatchObject([{ type: 'door.refusal', payload: { why: 'grant-over' }, session }])
  })

  it('the screen says for 6 s that it is open', async () => {
    await done({ do: 'shutLater', session, door: 'front' })
    core.system.advance(5999)
    expect(events).toEqual([])
    core.system.advance(1)
    expect(events).toEqual([{ type: 'doorShut', door: 'front', session }])
  })
})

describe('the outbox', () => {
  it('a session that ends is ended at the hub, also when that is away now (R10.3)', async () => {
    core.hub.turn('off')
    await done({ do: 'endSession', session })
    expect(core.waiting()).toMatchObject([{ type: 'session.end', session }])
    core.hub.turn('on')
    await settle()
    expect(core.hub.sent).toMatchObject([{ envelope: { type: 'session.end', session } }])
  })

  it('a desk is booked with the facts of that session, and of no other', async () => {
    core.hub.turn('off')
    const request = { kind: 'desk', desk: 'desk-A1', date: today, pay: 'pass', price: null } as const
    await done({ do: 'book', session: 'somebody.else', request: { ...request, free: false } })
    expect([events, core.waiting()]).toEqual([[], []])
    await done({ do: 'book', session, request: { ...request, free: false } })
    expect(events).toMatchObject([{ type: 'booked', session, result: { ok: true } }])
    core.hub.turn('on')
    await settle()
    core.hub.sent[0]?.answer(ok(booked(bookingOf(core.hub.sent[0]), 'A1')))
    await settle()
    expect(events).toHaveLength(2)
  })

  it('a disk that takes nothing is said on the screen and logged, and nothing else happens', async () => {
    core.breakDisk()
    await done({ do: 'endSession', session })
    expect(events).toEqual([{ type: 'effectFailed', step: null, error: { code: 'internal' } }])
    await done({
      do: 'book',
      session,
      request: { kind: 'desk', desk: 'desk-A1', date: today, pay: 'pass', price: null, free: false },
    })
    expect(events.filter(({ type }) => type === 'booked')).toEqual([])
    expect(logged).toEqual(['effect-failed', 'effect-failed'])
    core.powerCut()
  })
})
