import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Offers } from '../../../shared/contract/offers.ts'
import type { ChangedRow } from '../../../shared/contract/rows.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { desk, item, placeRows, today } from '../../../test/fixtures/place.ts'
import type { DeskPromise } from '../store/outbox-table.ts'
import { createCatalogue } from './catalogue.ts'
import type { Occupancy } from './held-index.ts'
import { type ScopeRows, scopeRows } from './rows.ts'

const put = (rows: ScopeRows<'catalogue'>, changed: Omit<ChangedRow, 'rev'>[], reset = false): void =>
  rows.apply(
    changed.map((row) => ({ ...row, rev: 1 })),
    reset,
  )

function placeWith(promises: () => Iterable<DeskPromise> = () => []) {
  const rows = scopeRows('catalogue')
  put(rows, placeRows)
  return { rows, catalogue: createCatalogue(rows, promises) }
}

describe('what is on offer', () => {
  it('is sorted as people count: A10 behind A9', () => {
    const { rows, catalogue } = placeWith()
    put(rows, [
      { kind: 'desk', id: 'desk-A10', row: desk('A10') },
      { kind: 'desk', id: 'desk-A9', row: desk('A9') },
    ])
    expect(catalogue.desks().map(({ label }) => label)).toEqual(['A1', 'A2', 'A3', 'A9', 'A10', 'B1'])
  })

  it('is the same object until a row of its kind changes', () => {
    const { rows, catalogue } = placeWith()
    const [desks, items, place] = [catalogue.desks(), catalogue.items(), catalogue.place()]
    const row = { item: 'desk-A1', date: today, from: 1, until: 2 }
    put(rows, [{ kind: 'occupancy', id: 'o1', row }])
    put(rows, [{ kind: 'item', id: 'room', row: item('room', 'room') }])
    expect(catalogue.desks()).toBe(desks)
    expect(catalogue.place()).toBe(place)
    expect(catalogue.items()).not.toBe(items)
    expect(catalogue.items().map(({ id }) => id)).toEqual(['room'])
    put(rows, [{ kind: 'desk', id: 'desk-A1', row: null }])
    expect(catalogue.desks()).toHaveLength(desks.length - 1)
    rows.clear()
    expect([catalogue.desks(), catalogue.items(), catalogue.place(), catalogue.terms()]).toEqual([
      [],
      [],
      null,
      null,
    ])
  })

  it('has what one person sees besides, and is without it again (R1.2)', () => {
    const { rows, catalogue } = placeWith()
    const offers: Offers = {
      desks: [desk('A5'), desk('A1')],
      items: [item('quiet', 'room')],
      occupancies: [],
    }
    const seen = catalogue.withOffers(offers)
    expect(seen.desks().map(({ label }) => label)).toEqual(['A1', 'A2', 'A3', 'A5', 'B1'])
    expect(seen.items().map(({ id }) => id)).toEqual(['quiet'])
    expect(catalogue.withOffers(offers)).toBe(seen)
    put(rows, [{ kind: 'desk', id: 'desk-A6', row: desk('A6') }])
    expect(seen.desks().map(({ label }) => label)).toContain('A6')
    const nobody = seen.withOffers(null)
    expect(nobody.desks().map(({ label }) => label)).toEqual(['A1', 'A2', 'A3', 'A6', 'B1'])
    expect(nobody.items()).toEqual([])
  })
})

const desks = ['desk-A1', 'desk-A2', 'desk-A3']
const days = [today, addDays(today, 1)]
const occupancy = fc.record({
  booking: fc.integer({ min: 0, max: 9 }).map((n) => `o${n}`),
  item: fc.constantFrom(...desks),
  date: fc.constantFrom(...days),
  from: fc.integer({ min: 0, max: 9 }),
})
const change = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('set' as const), one: occupancy }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('delete' as const), one: occupancy }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('snapshot' as const), one: occupancy }) },
)
const promise = fc.record({
  one: occupancy,
  cancels: fc.option(fc.constantFrom('o0', 'o1', 'o2', 'o3', 'p0', 'p1')),
})
const held = ({
  from,
  ...one
}: {
  booking: string
  item: string
  date: string
  from: number
}): Occupancy => ({
  ...one,
  from,
  until: from + 3,
})

it('who holds what follows the rows, the promises and the offers, whatever came before (R9.4, R1.2)', () => {
  const byBooking = (a: Occupancy, b: Occupancy): number => (a.booking < b.booking ? -1 : 1)
  fc.assert(
    fc.property(
      fc.array(change, { maxLength: 20 }),
      fc.array(promise, { maxLength: 3 }),
      fc.array(occupancy, { maxLength: 4 }),
      (changes, promised, beyond) => {
        const own = promised.map(({ one, cancels }, n) => ({ ...held(one), booking: `p${n}`, cancels }))
        const rows = scopeRows('catalogue')
        const { booking: first, ...row } = held({ booking: 'o9', item: 'desk-A1', date: today, from: 1 })
        put(rows, [{ kind: 'occupancy', id: first, row }])
        const open = createCatalogue(rows, () => own)
        const occupancies = beyond.map((one, n) => ({ ...held(one), booking: n % 2 ? one.booking : `b${n}` }))
        const unique = occupancies.filter(
          (one, n) => occupancies.findIndex(({ booking }) => booking === one.booking) === n,
        )
        const catalogue = open.withOffers({ items: [], desks: [], occupancies: unique })
        for (const { what, one } of changes) {
          const { booking: id, ...changed } = held(one)
          put(rows, [{ kind: 'occupancy', id, row: what === 'delete' ? null : changed }], what === 'snapshot')
        }

        for (const date of days) {
          const mine = own.filter((one) => one.date === date)
          const replaced = new Set(mine.flatMap(({ booking, cancels }) => [booking, cancels]))
          const known = [...rows.of('occupancy')].map(([booking, one]) => ({ booking, ...one }))
          const more = unique.filter((one) => !rows.of('occupancy').has(one.booking))
          const all = [...known, ...more].filter((one) => one.date === date && !replaced.has(one.booking))
          const standing = mine.filter(({ booking }) => mine.every(({ cancels }) => cancels !== booking))
          const plainly = [...all, ...standing].toSorted(byBooking)
          expect(catalogue.occupancies(date).toSorted(byBooking)).toEqual(plainly)
          const look = catalogue.heldOn(date)
          for (const id of desks)
            expect([...(look(id) ?? [])].toSorted(byBooking)).toEqual(
              plainly.filter((one) => one.item === id),
            )
        }
      },
    ),
    { seed: 20261123, numRuns: 1000 },
  )
})
