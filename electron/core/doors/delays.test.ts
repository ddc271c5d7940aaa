import { describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { backoff, jittered } from '../../lib/retry.ts'
import { chance } from '../../lib/system.ts'
import { delays } from './delays.ts'

describe('delays', () => {
  it('backs off from one second to five minutes, with at most half of it left to chance', () => {
    const system = fakeSystem()
    const of = (failures: number): number[] =>
      Array.from({ length: 50 }, () => backoff(delays.retry, failures - 1, chance(system)))
    for (const [failures, full] of [
      [1, 1_000],
      [2, 2_000],
      [5, 16_000],
      [9, 256_000],
      [10, 300_000],
      [1_000, 300_000],
    ] as const) {
      expect(Math.min(...of(failures))).toBeGreaterThanOrEqual(full / 2)
      expect(Math.max(...of(failures))).toBeLessThanOrEqual(full)
      expect(new Set(of(failures)).size).toBeGreaterThan(5)
    }
  })

  it('looks for a silent controller often enough for I6', () => {
    // The question may just have been lost to a controller that was not up yet: the next one must be in time.
    expect(2 * delays.probe + jittered(delays.probe, delays.probeJitter, 0)).toBeLessThan(2_000)
  })
})
