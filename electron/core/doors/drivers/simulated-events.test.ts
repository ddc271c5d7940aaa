import { describe, expect, it } from 'vitest'
import type { ControllerEvent, OutputOf } from '../../../simdoor/protocol.ts'
import { DoorProtocolError } from '../errors.ts'
import { cursorAfter, withGaps } from './simulated-events.ts'

const event = (index: number): ControllerEvent => ({ index, kind: 'granted', at: 5, grant: null, reason: '' })
const page = (last: number, ...indexes: number[]): OutputOf<'events'> => ({
  events: indexes.map(event),
  last,
  overwritten: false,
})
const shown = (after: number, one: OutputOf<'events'>): unknown[] =>
  withGaps('S', after, one, 9).map(({ index, kind, reason }) => (kind === 'gap' ? [index, reason] : index))

describe('events of a controller', () => {
  it.each<[string, number, OutputOf<'events'>, unknown[], number]>([
    ['nothing new', 3, page(3), [], 3],
    ['next ones', 3, page(9, 4, 5), [4, 5], 5],
    ['one missing before', 3, page(5, 5), [[4, 'event 4 is missing'], 5], 5],
    ['some missing in between', 3, page(9, 4, 8, 9), [4, [5, 'events 5 to 7 are missing'], 8, 9], 9],
    ['memory lost, nothing left', 3, page(1_000), [[4, 'events 4 to 1000 are missing']], 1_000],
    ['old ones once more', 3, page(4, 2, 3, 4), [4], 4],
  ])('%s', (_, after, one, expected, cursor) => {
    expect(shown(after, one)).toEqual(expected)
    expect(cursorAfter(after, one)).toBe(cursor)
  })

  it('indexes gone backwards: refused, as new events would pass for old ones', () => {
    expect(() => withGaps('S', 9, page(3), 0)).toThrow(DoorProtocolError)
  })
})
