import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import { ok } from '../../../shared/domain/result.ts'
import { booked, bookingOf, type CoreParts, openCoreParts } from '../../../test/fixtures/core-parts.ts'
import type { Sent } from '../../../test/fixtures/fake-link.ts'
import { personFacts, place, today } from '../../../test/fixtures/place.ts'
import { delays } from '../sync/delays.ts'
import { type Booking, createBooking } from './book.ts'
import type { FlowEvent } from './events.ts'
import type { DeskRequest } from './request.ts'

const session = 'ada.secret'
const request: DeskRequest = {
  kind: 'desk',
  desk: 'desk-A1',
  date: today,
  pay: 'pass',
  price: null,
  free: false,
}
type Reported = Extract<FlowEvent, { type: 'booked' }>

let core: CoreParts
let booking: Booking
let reported: Reported[]
/** What lay on the disk when each was reported. */
let onDisk: boolean[]
let facts: PersonFacts | null

const open = (): void => {
  booking = createBooking({
    ...core,
    outbox: core.outbox(),
    catalogue: () => core.catalogue,
    dispatch: (event) => {
      reported.push(event as Reported)
      onDisk.push(core.waiting().length > 0)
    },
  })
}
beforeEach(() => {
  core = openCoreParts()
  reported = []
  onDisk = []
  facts = personFacts()
  open()
})
afterEach(() => {
  booking.close()
  core.close()
})

const settle = () => core.hub.settle()
const wait = (ms: number) => core.system.advance(ms)
/** Taps, and lets everything happen that needs no time. */
async function book(wanted: Partial<DeskRequest> = {}): Promise<void> {
  void booking.book(session, { ...request, ...wanted }, () => facts)
  await settle()
}
/** The id that the device gave the booking it asked for last. */
const bookingId = (): string => bookingOf(core.hub.sent.at(-1))
async function answer(result: Parameters<Sent['answer']>[0]): Promise<void> {
  core.hub.sent.at(-1)?.answer(result)
  await settle()
}
async function silence(): Promise<void> {
  wait(delays.decideLocally)
  await settle()
}
const promised = () => [...core.promises.all()].map(({ item }) => item)
const isTaken = (desk: string): boolean => core.catalogue.heldOn(today)(desk) !== undefined

describe('with the hub there', () => {
  it('is on disk before it is sent, and its answer in time is what counts (R9.1)', async () => {
    await book()
    expect(core.waiting()).toMatchObject([{ type: 'desk.book', session, promised: null }])
    expect(core.hub.sent).toHaveLength(1)
    expect(reported).toEqual([])
    const outcome = booked(bookingId(), 'A1')
    await answer(ok(outcome))
    expect(reported).toEqual([
      {
        type: 'booked',
        booking: bookingId(),
        session,
        request,
        result: ok({ outcome, provisional: null }),
      },
    ])
    expect(core.waiting()).toEqual([])
    wait(60_000)
    await settle()
    expect(reported).toHaveLength(1)
  })

  it('its refusal is reported as it is', async () => {
    await book()
    await answer(failure('desk-taken'))
    expect(reported).toMatchObject([{ request, result: { ok: false, error: { code: 'desk-taken' } } }])
    expect([core.waiting(), promised()]).toEqual([[], []])
  })

  it('no answer in 2 s: decided here, promised on disk, and reported as provisional (R9.1, I3)', async () => {
    await book()
    wait(delays.decideLocally - 1)
    await settle()
    expect(reported).toEqual([])
    wait(1)
    await settle()
    expect(reported).toMatchObject([
      {
        booking: bookingId(),
        result: {
          ok: true,
          value: {
            outcome: { kind: 'booked', deskLabel: 'A1', pass: '' },
            provisional: { spends: 'p1', cancels: null },
          },
        },
      },
    ])
    expect(core.waiting()).toMatchObject([{ promised: { booking: bookingId(), item: 'desk-A1' } }])
    expect(isTaken('desk-A1')).toBe(true)
  })

  it('the hub answers later: its word replaces the promise', async () => {
    await book()
    await silence()
    const outcome = booked(bookingId(), 'A2', { insteadOf: 'A1' })
    await answer(ok(outcome))
    expect(reported).toHaveLength(2)
    expect(reported[1]).toMatchObject({ request, result: ok({ outcome, provisional: null }) })
    // Until the hub's own row of it comes, its desk is taken here all the same (R5.6).
    expect(promised()).toEqual(['desk-A2'])
    const { id, ...row } = { ...outcome.booking }
    core.change([{ kind: 'occupancy', id, row }])
    expect(promised()).toEqual([])
    expect([isTaken('desk-A1'), isTaken('desk-A2')]).toEqual([false, true])
  })

  it('the hub refuses later: sent again as the promise that it is by now, then that is reported (R9.4)', async () => {
    await book()
    await silence()
    await answer(failure('desk-taken'))
    expect(reported).toHaveLength(1)
    expect(core.hub.sent.map(({ envelope }) => envelope.promised === true)).toEqual([false, true])
    expect(core.hub.sent[1]?.envelope.id).toBe(core.hub.sent[0]?.envelope.id)
    await answer(failure('desk-taken'))
    expect(reported[1]).toMatchObject({ result: { ok: false, error: { code: 'desk-taken' } } })
    expect([core.waiting(), promised(), isTaken('desk-A1')]).toEqual([[], [], false])
  })

  it('an answer in the very moment in which it would be decided here counts', async () => {
    await book()
    core.hub.sent[0]?.answer(ok(booked(bookingId(), 'A1')))
    await silence()
    expect(reported).toMatchObject([{ result: { ok: true, value: { provisional: null } } }])
    expect([core.waiting(), promised()]).toEqual([[], []])
  })

  it('a refusal decided here while the hub may have it: said, and the hub decides in the end', async () => {
    facts = personFacts({ passes: [] })
    await book()
    await silence()
    expect(reported).toMatchObject([{ result: { ok: false, error: { code: 'no-pass-left' } } }])
    expect(core.waiting()).toMatchObject([{ promised: null }])
    await answer(ok(booked(bookingId(), 'A1')))
    expect(reported[1]).toMatchObject({ request, result: { ok: true, value: { provisional: null } } })
  })

  it('a refusal decided here that was surely never sent takes the command back', async () => {
    // Another command is under way, and the outbox sends one after the other.
    core.outbox().enqueue('session.end', {}, { session })
    facts = personFacts({ passes: [] })
    await book()
    expect(core.waiting()).toHaveLength(2)
    await silence()
    expect(reported).toMatchObject([{ result: { ok: false, error: { code: 'no-pass-left' } } }])
    expect(core.waiting().map(({ type }) => type)).toEqual(['session.end'])
    await answer(ok({}))
    expect(core.hub.sent.map(({ envelope }) => envelope.type)).toEqual(['session.end'])
  })

  it('a session that ended meanwhile: nothing is decided in its name, and the hub still gets to answer', async () => {
    await book()
    facts = null
    await silence()
    expect(reported).toEqual([])
    expect(core.waiting()).toMatchObject([{ promised: null }])
    expect(isTaken('desk-A1')).toBe(false)
    await answer(ok(booked(bookingId(), 'A1')))
    expect(reported).toMatchObject([{ session, result: { ok: true } }])
  })

  it('a single day keeps the price that stood on the button, also in what is promised (R1.4)', async () => {
    facts = personFacts({ passes: [] })
    const wanted = { pay: 'single' as const, price: place.singleDay }
    await book(wanted)
    await silence()
    expect(core.hub.sent[0]?.envelope.payload).toMatchObject(wanted)
    expect(reported).toMatchObject([{ result: { value: { provisional: { charges: place.singleDay } } } }])
  })
})

describe('with the hub away', () => {
  beforeEach(() => core.hub.turn('off'))

  it('is decided at once, and on disk as a promise before it is reported (R9.1, R9.3, I3)', async () => {
    await book()
    expect(reported).toMatchObject([{ result: { ok: true, value: { outcome: { deskLabel: 'A1' } } } }])
    expect(onDisk).toEqual([true])
    expect(core.waiting()).toMatchObject([{ promised: { item: 'desk-A1', cancels: null }, session }])
    expect(core.hub.sent).toEqual([])
    expect(isTaken('desk-A1')).toBe(true)
  })

  it('a refusal leaves nothing behind', async () => {
    await book({ desk: 'desk-B1' })
    expect(reported).toMatchObject([{ result: { ok: false, error: { code: 'desk-assigned' } } }])
    expect(core.waiting()).toEqual([])
  })

  it('a welcome back promises no desk: the booking is there already (R5.4)', async () => {
    const own = { id: 'b0', item: 'desk-A1', date: today, from: 0, until: Date.UTC(2026, 10, 23, 19) }
    facts = personFacts({ bookings: [{ ...own, cancelled: false }] })
    await book({ pay: 'included' })
    expect(reported).toMatchObject([{ result: { value: { provisional: { kind: 'already' } } } }])
    expect(promised()).toEqual([])
    expect(core.waiting()).toHaveLength(1)
  })

  it('nobody is signed in any more: nothing is done', async () => {
    facts = null
    await book()
    expect([reported, core.waiting()]).toEqual([[], []])
  })

  it('the hub is back: it gets the promise once, and its answer is reported (R9.3)', async () => {
    await book()
    core.hub.turn('on')
    await settle()
    expect(core.hub.sent.map(({ envelope }) => envelope.promised)).toEqual([true])
    await answer(ok(booked(bookingId(), 'A1')))
    expect(reported[1]).toMatchObject({ session, request, result: { ok: true } })
    expect(core.waiting()).toEqual([])
  })

  it('the power goes before the hub is back: the promise holds the desk, and its answer still comes (I3)', async () => {
    await book()
    booking.close()
    core.powerCut()
    open()
    expect(isTaken('desk-A1')).toBe(true)
    core.hub.turn('on')
    await settle()
    await answer(failure('desk-taken'))
    expect(reported[1]).toMatchObject({ session, request, result: { ok: false } })
    expect(isTaken('desk-A1')).toBe(false)
  })

  it('the disk takes nothing: nothing is reported as done (I3)', async () => {
    core.breakDisk()
    await expect(booking.book(session, request, () => facts)).rejects.toThrow()
    expect(reported).toEqual([])
    core.powerCut()
  })
})
