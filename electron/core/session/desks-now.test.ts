import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DeskState } from '../../../shared/contract/kiosk-view.ts'
import type { DeskRow } from '../../../shared/contract/rows.ts'
import { covers } from '../../../shared/domain/coverage.ts'
import { everyDay } from '../../../shared/domain/facts.fixture.ts'
import type { OccupancyFacts, PersonFacts, PlaceFacts } from '../../../shared/domain/facts.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { liveBooking } from '../../../shared/domain/live.ts'
import { addDays, atLocal, dayWindow, openWindow } from '../../../shared/domain/time.ts'
import { desk, personFacts, place, today } from '../../../test/fixtures/place.ts'
import { placeOf } from '../sync/catalogue.ts'
import { createHeldIndex } from '../sync/held-index.ts'
import { createDeskStates } from './desks-now.ts'

const hour = 3_600_000
const opens = Date.UTC(2026, 10, 23, 7)

/** What the looks of the desks mean, written down as plainly as can be: every booking is looked at for every desk. */
function plainly(
  desks: readonly DeskRow[],
  occupancies: readonly OccupancyFacts[],
  { zone, openingHours, dayEnd }: PlaceFacts,
  facts: PersonFacts | null,
  date: LocalDate,
  now: number,
): (DeskRow & { state: DeskState })[] {
  const day = dayWindow(date, zone)
  const open = openWindow(date, openingHours, zone)
  const ends = Math.min(open?.until ?? 0, atLocal(date, dayEnd, zone))
  const usable = open && open.from < ends ? { from: open.from, until: ends } : day
  const [from, until] = [now < usable.until ? Math.max(now, usable.from) : usable.from, usable.until]
  return desks.map((one) => {
    const mine =
      (facts && liveBooking(facts.bookings, date, now)?.item === one.id) ||
      facts?.assignments.some(({ item, ...term }) => item === one.id && covers(term, date))
    const taken = occupancies.some(
      (held) => held.item === one.id && held.from < held.until && held.from < until && held.until > from,
    )
    const state = mine ? 'yours' : one.bookable ? (taken ? 'taken' : 'free') : 'assigned'
    return { ...one, state }
  })
}

const names = ['A1', 'A2', 'A3', 'B1', 'B2']
const occupancy = fc.record({
  item: fc.constantFrom(...names.map((name) => `desk-${name}`), 'room'),
  from: fc.integer({ min: -4, max: 30 }).map((n) => opens + n * hour),
  length: fc.integer({ min: 0, max: 6 }),
  day: fc.constantFrom(0, 1),
})
const look = fc.record({
  held: fc.array(occupancy, { maxLength: 8 }),
  hours: fc.constantFrom(everyDay('08:00', '20:00'), everyDay('10:00', '14:00'), {}),
  dayEnd: fc.constantFrom('24:00', '18:00', '07:00'),
  day: fc.constantFrom(0, 1),
  now: fc.integer({ min: -6, max: 36 }).map((n) => opens + n * (hour / 2)),
  someone: fc.constantFrom('nobody', 'guest', 'booked', 'assigned'),
  others: fc.boolean(),
})

function factsOf(someone: string): PersonFacts | null {
  if (someone === 'nobody') return null
  const booking = { id: 'own', item: 'desk-A2', date: today, from: opens, until: opens + 9 * hour }
  const own = { id: 'x', item: 'desk-B1', itemName: 'B1', startsOn: today, endsOn: today }
  return personFacts({
    bookings: someone === 'booked' ? [{ ...booking, cancelled: false }] : [],
    assignments: someone === 'assigned' ? [own] : [],
  })
}

it('each desk looks as the bookings of the day say, whatever was shown before (R1.3)', () => {
  const plan = names.map((name, n) => desk(name, n, name !== 'B1'))
  const fewer = plan.slice(1)
  const seen = new Set<DeskState>()
  fc.assert(
    fc.property(fc.array(look, { minLength: 1, maxLength: 6 }), (looks) => {
      const states = createDeskStates()
      let before: ReturnType<typeof states> = []
      for (const { held, hours, dayEnd, day, now, someone, others } of looks) {
        const desks = others ? fewer : plan
        const date = addDays(today, day)
        const all = held.map(({ item, from, length, day: on }, n) => ({
          booking: `o${n}`,
          item,
          date: addDays(today, on),
          from: from + on * 24 * hour,
          until: from + on * 24 * hour + length * hour,
        }))
        const index = createHeldIndex(all)
        const where = { ...placeOf(place), openingHours: hours, dayEnd }
        const facts = factsOf(someone)
        const heldOn = (item: string) => index.on(date).get(item)
        const shown = states(desks, { heldOn, place: where, facts, date, now })
        const ofDay = all.filter((one) => one.date === date)
        expect(shown).toEqual(plainly(desks, ofDay, where, facts, date, now))
        // What looks as before is the same object.
        for (const one of shown) {
          seen.add(one.state)
          const same = before.find(({ id }) => id === one.id)
          if (same?.state === one.state && before.length === shown.length) expect(one).toBe(same)
        }
        before = shown
      }
    }),
    { seed: 20261123, numRuns: 500 },
  )
  expect([...seen].toSorted()).toEqual(['assigned', 'free', 'taken', 'yours'])
})
