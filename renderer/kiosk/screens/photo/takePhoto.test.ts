import { expect, it } from 'vitest'
import { base64Of } from '../../../ui/crop.ts'
import { cropOf } from './takePhoto.ts'

it('takes the square in the middle, lying and standing, at most 512 pixels', () => {
  expect(cropOf(1280, 720)).toEqual({ x: 280, y: 0, side: 720, size: 512 })
  expect(cropOf(480, 641)).toEqual({ x: 0, y: 81, side: 480, size: 480 })
})

it('sends base64 without its prefix', () => {
  expect(base64Of('data:image/jpeg;base64,/9j/4AAQ')).toBe('/9j/4AAQ')
})
