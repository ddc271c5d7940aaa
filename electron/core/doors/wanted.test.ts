import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldWindow, nextBoundary } from '../../../shared/domain/grants.ts'
import { createWanted, type GrantRow } from './wanted.ts'

const zone = 'Europe/Berlin'
const monday = Date.UTC(2026, 10, 23, 7) // 08:00 in Berlin
const hour = 3_600_000

const row = (over: Partial<GrantRow> = {}): GrantRow => ({
  id: 'g',
  account: 'a',
  doors: ['front'],
  from: monday - 24 * hour,
  until: null,
  hours: null,
  credential: 7,
  revokedAt: null,
  ...over,
})
const office = { mon: { from: '09:00', until: '18:00' }, tue: { from: '09:00', until: '18:00' } }

describe('wanted grants', () => {
  it('lays weekly hours out for a controller that knows none, up to the next boundary', () => {
    const source = createWanted()
    source.set([row({ hours: office })])
    const { wanted, nextAt } = source.at(monday, zone)
    expect(wanted.get('g')).toEqual({
      grant: 'g',
      credential: 7,
      from: monday + hour,
      until: monday + 10 * hour,
    })
    expect(nextAt).toBe(monday + hour)
    expect(source.at(monday + 10 * hour, zone).wanted.get('g')?.from).toBe(monday + 25 * hour)
  })

  it('revoked: wanted no more, though its row is otherwise the same', () => {
    const source = createWanted()
    source.set([row()])
    expect(source.at(monday, zone).wanted.size).toBe(1)
    source.set([row({ revokedAt: monday })])
    expect(source.at(monday, zone)).toEqual({ wanted: new Map(), nextAt: null })
  })

  it("the machine's clock set back, or the location's zone changed: worked out anew", () => {
    const source = createWanted()
    source.set([row({ from: monday, until: monday + hour })])
    expect(source.at(monday + hour, zone).wanted.size).toBe(0)
    expect(source.at(monday, zone).wanted.size).toBe(1)
    source.set([row({ hours: office })])
    expect(source.at(monday, zone).wanted.get('g')?.from).toBe(monday + hour)
    expect(source.at(monday, 'Europe/London').wanted.get('g')?.from).toBe(monday + 2 * hour)
  })

  it('many grants at once: for each what the rules say of it alone', () => {
    const time = fc.constantFrom('00:00', '06:30', '09:00', '18:00', '24:00')
    const ofDay = fc.tuple(time, time).map(([a, b]) => (a < b ? { from: a, until: b } : null))
    const hours = fc.record(
      { mon: ofDay, tue: ofDay, wed: ofDay, thu: ofDay, fri: ofDay, sat: ofDay, sun: ofDay },
      { requiredKeys: [] },
    )
    const one = fc.record({
      from: fc.integer({ min: -9, max: 3 }),
      days: fc.option(fc.integer({ min: 1, max: 60 })),
      hours: fc.option(hours),
    })
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 0, max: 400 * 24 }),
        (grants, after) => {
          const now = monday + after * hour
          const rows = grants.map(({ from, days, hours: weekly }, n) =>
            row({
              id: `g${n}`,
              from: now + from * 24 * hour,
              until: days === null ? null : now + (from + days) * 24 * hour,
              // The first one's hours again: so that some are shared.
              hours: n % 2 === 1 ? (grants[0]?.hours ?? null) : weekly,
            }),
          )
          const source = createWanted()
          source.set(rows)
          const { wanted, nextAt } = source.at(now, zone)
          const alone = rows.map((each) => ({
            ...each,
            cause: { kind: 'staff', id: '', label: '' } as const,
          }))
          for (const each of alone) {
            const window = heldWindow(each, zone, now)
            const held = wanted.get(each.id)
            expect(held && { from: held.from, until: held.until }).toEqual(window ?? undefined)
          }
          const boundaries = alone.map((each) => nextBoundary(each, zone, now) ?? Number.POSITIVE_INFINITY)
          expect(nextAt ?? Number.POSITIVE_INFINITY).toBe(Math.min(...boundaries))
        },
      ),
      { seed: 6, numRuns: 150 },
    )
  })

  it('five hundred plans with hours: worked out in a blink, and for nothing when nothing changed', () => {
    const source = createWanted()
    const rows = Array.from({ length: 500 }, (_, n) =>
      row({ id: `g${n}`, hours: office, from: monday - (n + 2) * 24 * hour }),
    )
    const first = timed(() => {
      source.set(rows)
      source.at(monday, zone)
    })
    const second = timed(() => {
      source.set(rows.map((one) => ({ ...one })))
      source.at(monday + 1, zone)
    })
    expect(first).toBeLessThan(500)
    expect(second).toBeLessThan(100)
  })
})

function timed(run: () => void): number {
  const before = performance.now()
  run()
  return performance.now() - before
}
