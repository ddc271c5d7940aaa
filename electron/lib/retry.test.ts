import { describe, expect, it } from 'vitest'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { backoff, wait } from './retry.ts'

describe('backoff', () => {
  const delays = { first: 100, most: 1_000, jitter: 0.25 }

  it('doubles up to its longest wait, however often it failed', () => {
    expect([0, 1, 2, 3, 4, 5_000].map((n) => backoff(delays, n, 0))).toEqual([
      100, 200, 400, 800, 1_000, 1_000,
    ])
  })

  it('grows by the factor of its table', () => {
    expect([0, 1, 2].map((n) => backoff({ ...delays, factor: 1.5 }, n, 0))).toEqual([100, 150, 225])
  })

  it('takes off at most its jitter', () => {
    expect(backoff(delays, 1, 0.5)).toBe(175)
    expect(backoff(delays, 1, 0.999)).toBe(150)
    expect(backoff({ ...delays, jitter: 0 }, 1, 0.999)).toBe(200)
  })
})

describe('wait', () => {
  it('waits, and stops waiting when told', async () => {
    const system = fakeSystem()
    const stop = new AbortController()
    const waited = wait(system, 1_000, stop.signal)
    stop.abort()
    await waited
    expect(system.pendingTimers).toBe(0)
    await wait(system, 1_000, stop.signal)
  })

  it('is over when the time is', async () => {
    const system = fakeSystem()
    let over = false
    const waited = wait(system, 1_000, new AbortController().signal).then(() => {
      over = true
    })
    system.advance(999)
    await Promise.resolve()
    expect(over).toBe(false)
    system.advance(1)
    await waited
  })
})
