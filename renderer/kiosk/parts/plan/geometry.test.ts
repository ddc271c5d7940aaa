import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import place from '../../../../resources/demo/place.json' with { type: 'json' }
import { gaps, type Placed, pitchOf, planOf, turned } from './geometry.ts'

const demo: Placed[] = place.desks.map((desk) => ({ ...desk, id: desk.label }))
const desk = (id: string, x: number, y: number, area = 'Hall'): Placed => ({ id, x, y, area })

describe('the pitch', () => {
  it('is the distance of neighbours in each direction', () => {
    expect(pitchOf([desk('a', 0, 0), desk('b', 100, 0), desk('c', 0, 90)])).toEqual({ x: 100, y: 90 })
  })

  it('is not stretched out of proportion by a long row', () => {
    const { x, y } = pitchOf([desk('a', 0, 0), desk('b', 10, 0), desk('c', 0, 500)])
    expect(y / x).toBeCloseTo(1.4)
  })

  it('is what comparing every desk with every other one finds', () => {
    const coordinate = fc.integer({ min: 0, max: 30 })
    const desks = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(desks, (points) => {
        const pairs = points.flatMap(([ax, ay], i) =>
          points.slice(i + 1).map(([bx, by]) => [Math.abs(ax - bx), Math.abs(ay - by)] as const),
        )
        const x = Math.min(...pairs.filter(([dx, dy]) => dx >= dy && dx > 0).map(([dx]) => dx))
        const y = Math.min(...pairs.filter(([dx, dy]) => dy > dx).map(([, dy]) => dy))
        const found = pitchOf(points.map(([px, py], i) => desk(`d${i}`, px, py)))
        expect(found).toEqual(
          pairs.every(([dx, dy]) => dx === 0 && dy === 0)
            ? { x: 1, y: 1 }
            : { x: Math.min(x, y * 1.4), y: Math.min(y, x * 1.4) },
        )
      }),
      { numRuns: 200, seed: 8 },
    )
  })

  it('is something for a single desk', () => {
    expect(pitchOf([desk('a', 7, 7)])).toEqual({ x: 1, y: 1 })
  })
})

describe('the plan', () => {
  it('of no desks is empty', () => {
    expect(planOf([]).spots).toEqual([])
  })

  it('keeps every desk of the demo a finger apart, and inside', () => {
    for (const desks of [demo, turned(demo)]) {
      for (const gap of [gaps.wide, gaps.tight]) {
        const { spots, width, height } = planOf(desks, gap)
        for (const [i, a] of spots.entries()) {
          expect(a.x > 0.5 && a.x < width - 0.5 && a.y > 0.5 && a.y < height - 0.5).toBe(true)
          for (const b of spots.slice(i + 1)) {
            expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(0.999)
          }
        }
      }
    }
  })

  it('keeps left left and above above', () => {
    const coordinate = fc.integer({ min: 0, max: 40 }).map((n) => n * 10)
    const desks = fc.uniqueArray(fc.tuple(coordinate, coordinate), {
      minLength: 1,
      maxLength: 40,
      selector: String,
    })
    fc.assert(
      fc.property(desks, (points) => {
        const placed = points.map(([x, y], i) => desk(`d${i}`, x, y, i % 2 ? 'Hall' : 'Garden'))
        const { spots } = planOf(placed, gaps.tight)
        for (const [i, a] of placed.entries()) {
          for (const [j, b] of placed.entries()) {
            expect(Math.sign(spots[i]!.x - spots[j]!.x)).toBe(Math.sign(a.x - b.x))
            expect(Math.sign(spots[i]!.y - spots[j]!.y)).toBe(Math.sign(a.y - b.y))
          }
        }
      }),
      { numRuns: 50 },
    )
  })
})
