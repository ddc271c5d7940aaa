import { expect, it } from 'vitest'
import { fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import { createRates } from './rates.ts'

it('counts each caller for themselves, and forgets who was quiet for longest', () => {
  const rates = createRates(fakeSystem(), { perSecond: 1, burst: 1 }, 2)
  expect([rates.take('a'), rates.take('a')]).toEqual([true, false])
  expect(rates.take('b')).toBe(true)
  expect(rates.take('a')).toBe(false)
  expect(rates.take('c')).toBe(true)
  expect([rates.take('a'), rates.take('b')]).toEqual([false, true])
})
