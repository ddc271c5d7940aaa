import { expect, it } from 'vitest'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { turnable } from './clock.ts'

const hour = 3_600_000

it('is as far ahead as it was turned', () => {
  const real = fakeSystem()
  const turned = turnable(real)
  turned.turn(2 * hour)
  expect(turned.now()).toBe(real.now() + 2 * hour)
  turned.turn(-hour)
  expect(turned.now()).toBe(real.now() - hour)
})

it('turned forward, what was due by then happens, and nothing else', () => {
  const real = fakeSystem()
  const turned = turnable(real)
  const happened: string[] = []
  turned.after(hour, () => happened.push('in an hour'))
  turned.after(3 * hour, () => happened.push('in three'))
  turned.turn(2 * hour)
  real.advance(0)
  expect(happened).toEqual(['in an hour'])
  real.advance(hour)
  expect(happened).toEqual(['in an hour', 'in three'])
})

it('turned back, what waits does not wait longer for it', () => {
  const real = fakeSystem()
  const turned = turnable(real)
  const happened: string[] = []
  turned.after(hour, () => happened.push('in an hour'))
  turned.turn(-24 * hour)
  real.advance(hour)
  expect(happened).toEqual(['in an hour'])
  // And what waited is not due twice when the clock goes forward again.
  turned.turn(0)
  real.advance(hour)
  expect(happened).toEqual(['in an hour'])
})

it('what was cancelled stays cancelled, however the clock is turned', () => {
  const real = fakeSystem()
  const turned = turnable(real)
  const cancel = turned.after(hour, () => expect.fail('it was cancelled'))
  cancel()
  turned.turn(2 * hour)
  real.advance(2 * hour)
})
