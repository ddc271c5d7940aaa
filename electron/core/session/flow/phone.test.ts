import { describe, expect, it } from 'vitest'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { fullTime, person, today } from '../../../../test/fixtures/place.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 23, 9)
const greeted = { type: 'greeted', handoff: 'h1', session: 'phone.secret', person: person() } as const
const ends = [{ do: 'endSession', session: 'phone.secret' }]
const booking = { id: 'b', item: 'desk-A1', date: today, from: now, until: now + hour, cancelled: false }

describe('going on with the phone (R7.4)', () => {
  it('the link is on the screen while the hub is there', () => {
    const flow = testFlow()
    flow.context.handoff = { id: 'h1', url: 'https://hub.example/p/x' }
    expect(flow.view().shell.handoff).toBe('https://hub.example/p/x')
    flow.context.link = 'offline'
    expect(flow.view().shell.handoff).toBeNull()
  })

  it('a kiosk at rest follows, step by step', () => {
    const flow = testFlow()
    flow.send({ type: 'handoff', handoff: 'h1', step: 'opened' })
    expect(flow.screen('phone').step).toBe('opened')
    flow.send({ type: 'handoff', handoff: 'h1', step: 'code' })
    expect(flow.screen('phone').step).toBe('code')
    flow.send({ type: 'handoff', handoff: 'h2', step: 'opened' })
    expect(flow.screen('phone').step).toBe('code')
    flow.send({ type: 'handoff', handoff: 'h1', step: 'left' })
    flow.screen('home')
  })

  it('greets them as if they had checked in here: desks, welcome, or welcome back', () => {
    const flow = testFlow()
    flow.send({ type: 'handoff', handoff: 'h1', step: 'opened' })
    expect(flow.send(greeted)).toEqual([])
    flow.screen('desks')
    expect(flow.view().shell.person?.firstName).toBe('Ada')

    const continuous = testFlow()
    continuous.send({ ...greeted, person: person({ subscriptions: [fullTime()] }) })
    continuous.screen('welcome')

    const back = testFlow()
    expect(back.send({ ...greeted, person: person({ bookings: [booking] }) })).toMatchObject([
      { do: 'book', session: 'phone.secret', request: { desk: 'desk-A1' } },
    ])
  })

  it('keeps the language that was chosen on the screen', () => {
    const flow = testFlow()
    flow.send({ type: 'setLanguage', language: 'de' })
    flow.send(greeted)
    expect(flow.view().shell.language).toBe('de')
  })

  it.each([
    ['who browses', (flow: ReturnType<typeof testFlow>) => flow.send({ type: 'browse', kind: 'room' })],
    ['who types an email', (flow) => flow.send({ type: 'start', purpose: 'check-in' })],
    ['who is signed in', (flow) => flow.signIn(person())],
    ['whose phone another one is', (flow) => flow.send({ type: 'handoff', handoff: 'h2', step: 'opened' })],
  ])('does not interrupt somebody %s: the session from the phone is ended', (_who, busy) => {
    const flow = testFlow()
    busy(flow)
    const { screen } = flow.view()
    flow.send({ type: 'handoff', handoff: 'h1', step: 'opened' })
    expect(flow.view().screen).toEqual(screen)
    expect(flow.send(greeted)).toEqual(ends)
    expect(flow.view().screen).toEqual(screen)
  })

  it('steps on the phone count as touch; silence does not (R10.3)', () => {
    const flow = testFlow()
    flow.send({ type: 'handoff', handoff: 'h1', step: 'opened' })
    flow.send({ type: 'idleAsk', forgetAt: now + 15_000 })
    expect(flow.view().shell.idle).not.toBeNull()
    flow.send({ type: 'handoff', handoff: 'h1', step: 'email' })
    expect(flow.view().shell.idle).toBeNull()
    flow.send({ type: 'idleAsk', forgetAt: now + 15_000 })
    flow.send({ type: 'idleForget' })
    flow.screen('home')
  })

  it('back at the kiosk leaves the phone alone; known there later, they are greeted', () => {
    const flow = testFlow()
    flow.send({ type: 'handoff', handoff: 'h1', step: 'opened' })
    flow.send({ type: 'back' })
    flow.screen('home')
    flow.send(greeted)
    flow.screen('desks')
  })
})
