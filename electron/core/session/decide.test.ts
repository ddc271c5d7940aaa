import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideDeskBooking } from '../../../shared/domain/booking.ts'
import { everyDay } from '../../../shared/domain/facts.fixture.ts'
import type { DayUseFacts } from '../../../shared/domain/facts.ts'
import {
  desks,
  fullTime,
  person,
  personFacts,
  place,
  placeRows,
  today,
} from '../../../test/fixtures/place.ts'
import { silentLog } from '../../lib/log.ts'
import { createCatalogue, placeOf } from '../sync/catalogue.ts'
import { checkedRows, scopeRows } from '../sync/rows.ts'
import { decideHere } from './decide.ts'
import { factsOf, newlySignedIn } from './person.ts'
import type { SignedIn } from './state.ts'

const now = Date.UTC(2026, 10, 23, 9)
const hour = 3_600_000

describe('a verdict without the hub', () => {
  it('is the one that the hub gives on the same facts (I4)', () => {
    const occupancy = fc.record({
      item: fc.constantFrom(...desks.map(({ id }) => id)),
      from: fc.integer({ min: -3, max: 10 }).map((n) => now + n * hour),
      length: fc.integer({ min: 1, max: 6 }),
    })
    const choice = fc.record({
      desk: fc.constantFrom(...desks.map(({ id }) => id), 'desk-none'),
      date: fc.constantFrom(today, '2026-11-22', '2026-11-24', '2027-01-30'),
      pay: fc.constantFrom('pass' as const, 'single' as const, 'included' as const),
      price: fc.constantFrom(null, place.singleDay, { amount: 1, currency: 'EUR' }),
    })
    const who = fc.record({
      hasName: fc.boolean(),
      acceptedTerms: fc.constantFrom<number[]>([], [1]),
      passes: fc.constantFrom([], personFacts().passes),
      dayUses: fc.constantFrom<DayUseFacts[]>([], [{ date: today, pass: 'p0', order: null }]),
    })
    const verdicts = new Set<string>()
    fc.assert(
      fc.property(fc.array(occupancy, { maxLength: 4 }), choice, who, (held, asked, over) => {
        const facts = personFacts(over)
        const occupancies = held.map(({ item, from, length }, n) => ({
          booking: `o${n}`,
          item,
          from,
          until: from + length * hour,
        }))
        const rows = scopeRows('catalogue')
        const changed = [
          ...placeRows,
          ...occupancies.map(({ booking, ...row }) => ({
            kind: 'occupancy',
            id: booking,
            row: { ...row, date: asked.date },
          })),
        ].map((row) => ({ ...row, rev: 1 }))
        rows.apply(checkedRows('catalogue', changed, silentLog), true)

        const here = decideHere(
          createCatalogue(rows, () => []),
          facts,
          'new',
          asked,
          now,
        )
        const request = { booking: 'new', ...asked, promised: false }
        const there = decideDeskBooking(
          { person: facts, place: placeOf(place), desks, occupancies },
          request,
          now,
        )
        verdicts.add(there.ok ? there.value.kind : there.error.code)
        if (there.ok) expect(here.ok && here.value.outcome.booking).toEqual(there.value.booking)
        else expect(here).toEqual(there)
      }),
      { seed: 20261123, numRuns: 500 },
    )
    expect(verdicts.size).toBeGreaterThan(5)
  })

  it('goes on from what was decided here before as the hub does from its store (I4, R9.2)', () => {
    const rows = scopeRows('catalogue')
    rows.apply(
      placeRows.map((row) => ({ ...row, rev: 1 })),
      true,
    )
    const catalogue = createCatalogue(rows, () => [])
    const mornings = fullTime({ plan: { ...fullTime().plan, hours: everyDay('08:00', '12:00') } })
    const signedIn = newlySignedIn('token', person({ subscriptions: [mornings] }))
    const book = (booking: string, desk: string, known: SignedIn) => {
      const choice = { desk, date: today, pay: 'included' as const, price: null }
      const verdict = decideHere(catalogue, factsOf(known), booking, choice, now)
      if (!verdict.ok) throw new Error(verdict.error.code)
      return verdict.value.decision
    }
    const noon = Date.UTC(2026, 10, 23, 11)
    const first = book('b1', 'desk-A1', signedIn)
    expect(first).toMatchObject({ kind: 'booked', booking: { until: noon } })

    const after = { ...signedIn, provisionalBookings: [first] }
    // The plan includes the day; nothing was paid for, so that its hours still hold after a move.
    expect(factsOf(after)).toEqual({ ...signedIn.person.facts, bookings: [first.booking] })
    const second = book('b2', 'desk-A2', after)
    expect(second).toMatchObject({ kind: 'moved', cancels: 'b1', booking: { until: noon } })
    expect(factsOf({ ...after, provisionalBookings: [first, second] }).bookings).toEqual([second.booking])
  })

  it('a desk that this kiosk promised itself is taken here too (R5.6)', () => {
    const rows = scopeRows('catalogue')
    rows.apply(
      placeRows.map((row) => ({ ...row, rev: 1 })),
      true,
    )
    const promise = {
      booking: 'b',
      item: 'desk-A1',
      date: today,
      from: now,
      until: now + hour,
      cancels: null,
    }
    const catalogue = createCatalogue(rows, () => [promise])
    const choice = { desk: 'desk-A1', date: today, pay: 'pass' as const, price: null }
    expect(decideHere(catalogue, personFacts(), 'new', choice, now)).toMatchObject({
      ok: false,
      error: { code: 'desk-taken' },
    })
    const moved = createCatalogue(rows, () => [{ ...promise, item: 'desk-A2', cancels: 'old' }])
    expect(decideHere(moved, personFacts(), 'new', choice, now).ok).toBe(true)
  })
})
