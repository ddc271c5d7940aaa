import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOfReservation, decideReservation, slotsOn } from '../../../shared/domain/reservation.ts'
import { byTheHour, item, personFacts, place, today } from '../../../test/fixtures/place.ts'
import { placeOf } from '../sync/catalogue.ts'
import { isReservable } from './item-now.ts'
import { pickTime } from './pick-time.ts'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 23, 9, 10)
const facts = placeOf(place)

describe('picking a time', () => {
  it('what can be picked on the screen is what the hub agrees to, at the price on the button (I4, R1.4)', () => {
    const occupancy = fc.record({
      from: fc.integer({ min: -4, max: 20 }).map((n) => now + (n * hour) / 4),
      length: fc.integer({ min: 1, max: 8 }),
    })
    const bookable = fc.record({
      by: fc.constantFrom('hour' as const, 'day' as const),
      step: fc.constantFrom(15, 30, 60),
      min: fc.constantFrom(15, 30, 60, 90),
      max: fc.constantFrom(90, 120, 240),
      hours: fc.constant(null),
    })
    const tap = fc.tuple(fc.nat(60), fc.nat(60))
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(occupancy, { maxLength: 3 }), bookable, tap, (held, by, [first, last]) => {
        const room = item('room', 'room', { bookable: by })
        if (!isReservable(room)) throw new Error('not reservable')
        const person = personFacts()
        const occupancies = held.map(({ from, length }, n) => ({
          booking: `o${n}`,
          item: 'room',
          from,
          until: from + (length * hour) / 4,
        }))
        const slots = slotsOn(room, facts, today, occupancies, [], now)
        const [from, until] = [slots[first % slots.length]?.from ?? 0, slots[last % slots.length]?.until ?? 0]
        const picked = pickTime(slots, room.bookable, { from, until })
        seen.add(picked.ok ? 'picked' : picked.error.code)
        if (!picked.ok) return
        const price = costOfReservation(room, person, facts, picked.value).cost
        const verdict = decideReservation(
          { person, place: facts, item: room, occupancies },
          { ...picked.value, price },
          now,
        )
        expect(verdict).toMatchObject({ ok: true, value: { charges: price } })
      }),
      { seed: 20261123, numRuns: 1000 },
    )
    expect([...seen].toSorted()).toEqual(['date-past', 'item-taken', 'picked', 'time-invalid'])
  })

  it('grows to the shortest that can be had, but not over what is taken', () => {
    const room = item('room', 'room', { bookable: byTheHour })
    if (!isReservable(room)) throw new Error('not reservable')
    const from = now + hour - 10 * 60_000
    const half = { from, until: from + hour / 2 }
    const pick = (occupancies: Parameters<typeof slotsOn>[3]) =>
      pickTime(slotsOn(room, facts, today, occupancies, [], now), room.bookable, half)
    expect(pick([])).toEqual({ ok: true, value: { from, until: from + hour } })
    const next = { booking: 'o', item: 'room', from: half.until, until: half.until + hour }
    expect(pick([next])).toMatchObject({ ok: false, error: { code: 'item-taken' } })
  })
})
