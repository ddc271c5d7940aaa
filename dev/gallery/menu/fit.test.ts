import { expect, it } from 'vitest'
import { fit } from './fit.ts'

const none = { width: 0, height: 0 }

it('puts frames side by side or one above the other, whichever leaves them larger', () => {
  const upright = { width: 100, height: 200 }
  expect(fit(4, upright, { width: 200, height: 100 }, none)).toEqual({ columns: 4, scale: 0.5 })
  const flat = { width: 200, height: 100 }
  expect(fit(2, flat, { width: 100, height: 100 }, none)).toEqual({ columns: 1, scale: 0.5 })
})

it('leaves the gap free, and never draws larger than life', () => {
  const frame = { width: 100, height: 100 }
  const gap = { width: 10, height: 10 }
  expect(fit(1, frame, { width: 60, height: 90 }, gap)).toEqual({ columns: 1, scale: 0.5 })
  expect(fit(1, frame, { width: 900, height: 900 }, none).scale).toBe(1)
})
