import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cropRect, maxZoom, moveCrop, placeCrop, startCrop, zoomCrop } from './crop.ts'

it('starts with the middle', () => {
  expect(cropRect({ width: 400, height: 300 }, startCrop({ width: 400, height: 300 }))).toEqual({
    left: 50,
    top: 0,
    side: 300,
  })
})

it('moves with the finger: to the right shows what was left of it', () => {
  const size = { width: 400, height: 300 }
  expect(cropRect(size, moveCrop(size, startCrop(size), 0.1, 0)).left).toBe(20)
  const near = zoomCrop(size, startCrop(size), 2)
  expect(cropRect(size, moveCrop(size, near, 0, -0.5))).toEqual({ left: 125, top: 150, side: 150 })
})

it('is placed by its middle, as near as the picture allows', () => {
  const size = { width: 400, height: 300 }
  const near = zoomCrop(size, startCrop(size), 2)
  expect(cropRect(size, placeCrop(size, near, { x: 100 }))).toEqual({ left: 25, top: 75, side: 150 })
  expect(placeCrop(size, near, { y: 0 })).toMatchObject({ x: 200, y: 75 })
})

it('stays a square within the picture, whatever fingers do', () => {
  const action = fc.oneof(
    fc.record({
      dx: fc.double({ min: -3, max: 3, noNaN: true }),
      dy: fc.double({ min: -3, max: 3, noNaN: true }),
    }),
    fc.record({ zoom: fc.double({ min: -1, max: 10, noNaN: true }) }),
  )
  const side = fc.integer({ min: 1, max: 10_000 })
  fc.assert(
    fc.property(side, side, fc.array(action, { maxLength: 12 }), (width, height, actions) => {
      const size = { width, height }
      let crop = startCrop(size)
      for (const one of actions)
        crop = 'zoom' in one ? zoomCrop(size, crop, one.zoom) : moveCrop(size, crop, one.dx, one.dy)
      const { left, top, side: length } = cropRect(size, crop)
      expect(crop.zoom).toBeGreaterThanOrEqual(1)
      expect(crop.zoom).toBeLessThanOrEqual(maxZoom)
      expect(Math.min(left, top)).toBeGreaterThanOrEqual(0)
      expect(left + length).toBeLessThanOrEqual(width + 1e-6)
      expect(top + length).toBeLessThanOrEqual(height + 1e-6)
    }),
    { seed: 7 },
  )
})
