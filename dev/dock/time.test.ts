import { expect, it } from 'vitest'
import { aheadText } from './time.ts'

it('says how far the clock is from the real one', () => {
  const hour = 3_600_000
  expect(aheadText(0)).toBe("the machine's own time")
  expect(aheadText(25 * hour)).toBe('1 d 1 h ahead')
  expect(aheadText(-hour / 4)).toBe('15 min behind')
})
