import { describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { tokenBucket } from './rate.ts'

describe('a token bucket', () => {
  it('gives its burst, then what time brings, and never more than its burst', () => {
    const system = fakeSystem()
    const bucket = tokenBucket(system, 10, 3)
    const take = (): number => [1, 2, 3, 4, 5].filter(() => bucket.take()).length
    expect(take()).toBe(3)
    system.advance(200)
    expect(take()).toBe(2)
    system.advance(60_000)
    expect(take()).toBe(3)
  })

  it('survives a clock that is set back', () => {
    const system = fakeSystem()
    const bucket = tokenBucket(system, 10, 1)
    bucket.take()
    system.setNow(system.now() - 3_600_000)
    expect(bucket.take()).toBe(false)
    system.advance(100)
    expect(bucket.take()).toBe(true)
  })
})
