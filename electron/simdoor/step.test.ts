import { describe, expect, it } from 'vitest'
import type { Answer, Request } from './protocol.ts'
import type { State } from './state.ts'
import { eventsKept, step } from './step.ts'

const now = Date.UTC(2026, 10, 23, 9)
const empty: State = { serial: 'S', held: new Map(), events: [], next: 1, clockOffset: 0 }

/** Carries out one request after the other. */
function after(requests: Request[], room = 10, from: State = empty): { state: State; answers: Answer[] } {
  const answers: Answer[] = []
  let state = from
  for (const request of requests) {
    const stepped = step(state, request, now, room, false)
    state = stepped.state
    answers.push(stepped.answer)
  }
  return { state, answers }
}

const id = 'x'
const put = (grant: string, credential: number, from = now - 1, until: number | null = null): Request => ({
  id,
  op: 'put',
  grant,
  credential,
  from,
  until,
})
const swipe = (credential: number): Request => ({ id, op: 'swipe', credential })

describe('simulated controller', () => {
  it('credential at the reader: judged by its window and the own clock', () => {
    const { answers, state } = after([
      put('now', 1),
      put('soon', 2, now + 1),
      put('over', 3, now - 9, now),
      swipe(1),
      swipe(2),
      swipe(3),
      swipe(4),
    ])
    expect(answers.slice(3).map((answer) => 'granted' in answer && answer.granted)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect(state.events.map(({ kind, grant, reason }) => [kind, grant, reason])).toEqual([
      ['granted', 'now', 'swipe'],
      ['denied', 'soon', 'too early'],
      ['denied', 'over', 'over'],
      ['denied', null, 'credential unknown'],
    ])
  })

  it('clock a day ahead: a valid credential is turned away, until the clock is set', () => {
    const { answers } = after([
      put('today', 1, now - 1, now + 1),
      { id, op: 'sim', clockOffset: 86_400_000 },
      swipe(1),
      { id, op: 'setClock', now },
      swipe(1),
    ])
    expect(answers.map((answer) => 'granted' in answer && answer.granted)).toEqual([
      false,
      false,
      false,
      false,
      true,
    ])
  })

  it('several grants with one credential: any that runs opens', () => {
    const { answers } = after([put('over', 1, 0, 1), put('now', 1), swipe(1)])
    expect(answers[2]).toMatchObject({ granted: true })
  })

  it('full: refuses a new grant, still replaces one that it holds', () => {
    const { answers } = after([put('a', 1), put('b', 2), put('a', 3)], 1)
    expect(answers).toMatchObject([{ ok: true }, { ok: false, error: 'full' }, { ok: true }])
  })

  it('unlock after notAfter: refused, and nothing happens', () => {
    const unlock: Request = { id, op: 'unlock', seconds: 5, reason: '', grant: null, notAfter: now - 1 }
    const stepped = step(empty, unlock, now, 1, false)
    expect(stepped.answer).toMatchObject({ ok: false, error: 'too-late' })
    expect(stepped.release).toBeUndefined()
    expect(stepped.state).toBe(empty)
  })

  it('more events than it remembers: the oldest go, and it says so', () => {
    const many = Array.from({ length: eventsKept + 5 }, () => swipe(1))
    const { state } = after(many)
    const ask = (from: number): Answer =>
      step(state, { id, op: 'events', after: from, limit: 25 }, now, 1, false).answer
    expect(state.events).toHaveLength(eventsKept)
    expect(ask(0)).toMatchObject({ overwritten: true, last: eventsKept + 5 })
    expect(ask(5)).toMatchObject({ overwritten: false })
    expect(ask(eventsKept + 5)).toMatchObject({ overwritten: false, events: [] })
  })
})
