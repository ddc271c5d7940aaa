import { expect, test } from 'vitest'
import { clockOff } from './devices.ts'

test('a clock is off from five seconds on, either way', () => {
  expect([clockOff(null), clockOff(4999), clockOff(5000), clockOff(-9400)]).toEqual([null, null, 5, -9])
})
