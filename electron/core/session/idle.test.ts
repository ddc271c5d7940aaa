import { describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { createIdle } from './idle.ts'

function watched() {
  const system = fakeSystem(0)
  const seen: string[] = []
  const idle = createIdle({
    system,
    times: () => ({ askAfter: 45, forgetAfter: 15 }),
    ask: (forgetAt) => seen.push(`ask ${forgetAt / 1000}`),
    forget: () => seen.push('forget'),
  })
  idle.watch(true)
  return { system, seen, idle }
}

describe('idleness (R10.3)', () => {
  it('asks after 45 s and forgets 15 s later', () => {
    const { system, seen } = watched()
    system.advance(44_999)
    expect(seen).toEqual([])
    system.advance(1)
    expect(seen).toEqual(['ask 60'])
    system.advance(14_999)
    expect(seen).toHaveLength(1)
    system.advance(1)
    expect(seen).toEqual(['ask 60', 'forget'])
  })

  it('a touch begins anew, also while it asks', () => {
    const { system, seen, idle } = watched()
    system.advance(50_000)
    idle.touched()
    system.advance(44_000)
    idle.touched()
    system.advance(44_000)
    expect(seen).toEqual(['ask 60'])
  })

  it('with nothing to forget nothing is asked', () => {
    const { system, seen, idle } = watched()
    idle.watch(false)
    idle.touched()
    system.advance(1_000_000)
    expect([seen, system.pendingTimers]).toEqual([[], 0])
  })

  it('leaves no timer behind', () => {
    const { system, idle } = watched()
    system.advance(46_000)
    idle.close()
    expect(system.pendingTimers).toBe(0)
  })
})
