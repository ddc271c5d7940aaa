import { describe, expect, it } from 'vitest'
import { createGrantStates, type Sight } from './grant-states.ts'

const limits = { revokeAlarm: 300_000, goneShown: 600_000 }
const g = { grant: 'g', credential: 1, from: 0, until: null }
const sight = (over: Partial<Sight>): Sight => ({
  now: 0,
  rows: new Set(['g']),
  wanted: new Map([['g', g]]),
  held: new Map(),
  refused: new Set(),
  ...over,
})

describe('what became of a grant', () => {
  it('says since when, not when it was last looked at', () => {
    const states = createGrantStates(limits)
    states.look(sight({ now: 1 }))
    states.look(sight({ now: 2, held: new Map([['g', g]]) }))
    states.look(sight({ now: 3, held: new Map([['g', g]]) }))
    expect(states.all()).toEqual([{ grant: 'g', state: 'held', at: 2 }])
  })

  it('an old window is still at the door: pending, not held', () => {
    const states = createGrantStates(limits)
    states.look(sight({ held: new Map([['g', { ...g, until: 9 }]]) }))
    expect(states.all()).toMatchObject([{ state: 'pending' }])
  })

  it('controller never seen: what was said before still stands', () => {
    const states = createGrantStates(limits)
    states.look(sight({ held: null }))
    expect(states.all()).toEqual([])
  })

  it('ended and still there: an alarm after five minutes, whether it is refused or unreachable', () => {
    const states = createGrantStates(limits)
    const there = { wanted: new Map(), held: new Map([['g', g]]) }
    states.look(sight({ now: 0, ...there }))
    states.look(sight({ now: 200_000, ...there, refused: new Set(['g']) }))
    expect(states.all()).toMatchObject([{ state: 'failed', at: 200_000 }])
    expect(states.overdue(300_000)).toBe(0)
    expect(states.overdue(300_001)).toBe(1)
    states.look(sight({ now: 300_001, wanted: new Map() }))
    expect(states.overdue(900_000)).toBe(0)
  })

  it('no longer in the replica: reported gone for a while, then forgotten', () => {
    const states = createGrantStates(limits)
    states.look(sight({ held: new Map([['g', g]]) }))
    const gone = { rows: new Set<string>(), wanted: new Map() }
    states.look(sight({ now: 1, ...gone }))
    expect(states.all()).toMatchObject([{ state: 'gone' }])
    states.look(sight({ now: 700_000, ...gone }))
    expect(states.all()).toEqual([])
  })
})
