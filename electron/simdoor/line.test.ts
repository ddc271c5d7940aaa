import { describe, expect, it } from 'vitest'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { createLine } from './line.ts'

describe('line to the simulated controller', () => {
  it('frozen: datagrams pile up and are carried out in order at the thaw', () => {
    const system = fakeSystem()
    const line = createLine(system)
    const done: number[] = []
    line.set({ freeze: 1_000 })
    line.arrives(() => done.push(1))
    line.arrives(() => done.push(2))
    system.advance(999)
    expect(done).toEqual([])
    system.advance(1)
    line.arrives(() => done.push(3))
    expect(done).toEqual([1, 2, 3])
  })

  it('thawed by hand: at once', () => {
    const line = createLine(fakeSystem())
    const done: number[] = []
    line.set({ freeze: 60_000 })
    line.arrives(() => done.push(1))
    line.set({ freeze: 0 })
    expect(done).toEqual([1])
  })

  it('slow: answers are late; switched off, they never come', () => {
    const system = fakeSystem()
    const line = createLine(system)
    let sent = 0
    line.set({ latency: 300 })
    line.leaves(() => sent++)
    system.advance(300)
    expect(sent).toBe(1)
    line.leaves(() => sent++)
    line.close()
    system.advance(300)
    expect([sent, system.pendingTimers]).toEqual([1, 0])
  })

  it('lossy: about as many are lost as it says', () => {
    const line = createLine(fakeSystem())
    let came = 0
    line.set({ drop: 0.25 })
    for (let n = 0; n < 1_000; n++) line.arrives(() => came++)
    expect(came).toBeGreaterThan(700)
    expect(came).toBeLessThan(800)
    line.set({ drop: 1 })
    line.leaves(() => came++)
    expect(came).toBeLessThan(800)
  })
})
