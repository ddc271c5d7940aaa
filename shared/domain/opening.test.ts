import { expect, it } from 'vitest'
import { aPlace, hour, utc } from './facts.fixture.ts'
import { usableHours } from './opening.ts'

const monday = '2026-11-23'
const opening = utc('2026-11-23T07:00')
const closing = utc('2026-11-23T19:00')

it('a day can be used from opening until closing', () => {
  expect(usableHours(aPlace(), monday)).toEqual({ from: opening, until: closing })
})

it("until the day's end where that comes first (R5.5)", () => {
  expect(usableHours(aPlace({ dayEnd: '18:00' }), monday)).toEqual({
    from: opening,
    until: closing - 2 * hour,
  })
})

it('not at all when it is closed, or over before it opens', () => {
  expect(usableHours(aPlace(), '2026-11-22')).toBeNull()
  expect(usableHours(aPlace({ dayEnd: '08:00' }), monday)).toBeNull()
})
