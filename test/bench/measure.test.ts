import { expect, it } from 'vitest'
import { contest, median, quantile } from './measure.ts'

it('takes medians and quantiles', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(quantile([1, 2, 3, 4], 0.99)).toBe(4)
})

it('runs both sides in turn and leaves the first pair out', async () => {
  const order: string[] = []
  const values = { a: [100, 2, 4, 6], b: [100, 1, 2, 3] }
  const row = await contest(
    {
      name: 'x',
      unit: 'ms',
      bound: 3,
      foyer: async () => {
        order.push('a')
        return values.a.shift() as number
      },
      floor: async () => {
        order.push('b')
        return values.b.shift() as number
      },
    },
    3,
  )
  expect(order.join('')).toBe('abababab')
  expect(row).toMatchObject({ foyer: 4, floor: 2, ratio: 2, spread: { foyer: [2, 6], floor: [1, 3] } })
})
