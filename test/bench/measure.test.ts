import { expect, it } from 'vitest'
import { contest, isOver, median, quantile, type Row } from './measure.ts'
import { table } from './table.ts'

it('takes medians and quantiles', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(quantile([1, 2, 3, 4], 0.99)).toBe(4)
})

it('runs both sides in turn and leaves the first pair out', async () => {
  const order: string[] = []
  const values = { a: [100, 2, 4, 6], b: [100, 1, 2, 3] }
  const [row] = await contest({
    figures: { ms: { name: 'x', unit: 'ms', bound: 3 } },
    foyer: async () => {
      order.push('a')
      return { ms: values.a.shift() as number }
    },
    floor: async () => {
      order.push('b')
      return { ms: values.b.shift() as number }
    },
    pairs: 3,
  })
  expect(order.join('')).toBe('abababab')
  expect(row).toMatchObject({ foyer: 4, floor: 2, ratio: 2, spread: { foyer: [2, 6], floor: [1, 3] } })
})

it('makes a row of each figure, and holds the figure itself to its bound where there is no floor', async () => {
  const rows = await contest({
    figures: {
      stall: { name: 'day', unit: 'ms', bound: 50 },
      size: { name: 'day, MB', unit: 'MB', bound: 1 },
    },
    foyer: async () => ({ stall: 40, size: 2 }),
    floor: null,
  })
  expect(rows).toMatchObject([
    { name: 'day', foyer: 40, floor: null, ratio: null, n: 5 },
    { name: 'day, MB', foyer: 2 },
  ])
  expect(rows.map(isOver)).toEqual([false, true])
})

it('takes a figure that is none for one over its bound', () => {
  const row: Row = {
    name: 'x',
    unit: 'ms',
    foyer: Number.NaN,
    floor: 1,
    ratio: Number.NaN,
    bound: 2,
    peers: { PouchDB: 311 },
    n: 5,
    spread: { foyer: [0, 0], floor: [1, 1] },
  }
  expect(isOver(row)).toBe(true)
  expect(table([row])).toMatch(/\| NaN +\| 2 +\| PouchDB 311 \| OVER +\|/)
})
