import { describe, expect, it } from 'vitest'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { silentLog } from '../lib/log.ts'
import { type Child, delays, type Health, supervise } from './supervisor.ts'

class FakeChild implements Child {
  said: unknown[] = []
  answersPings = true
  killed = false
  private listeners: Record<string, (value: never) => void> = {}
  postMessage(message: unknown): void {
    this.said.push(message)
    if (this.answersPings && (message as { type?: string }).type === 'ping') this.say({ type: 'pong', n: 0 })
  }
  on(event: string, listener: (value: never) => void): void {
    this.listeners[event] = listener
  }
  once(event: string, listener: (value: never) => void): void {
    this.listeners[event] = listener
  }
  kill(): void {
    this.killed = true
    this.exit(137)
  }
  say(message: unknown): void {
    this.listeners.message?.(message as never)
  }
  exit(code: number): void {
    this.listeners.exit?.(code as never)
  }
}

function watched() {
  const system = fakeSystem()
  const children: FakeChild[] = []
  const health: Health[] = []
  const starts: number[] = []
  const process = supervise({
    name: 'core',
    spawn: () => {
      const child = new FakeChild()
      children.push(child)
      return child
    },
    onStart: (_post, restarts) => starts.push(restarts),
    onMessage: () => {},
    onHealth: (state) => health.push(state),
    system,
    log: silentLog,
  })
  return { system, children, health, starts, process, last: () => children.at(-1) as FakeChild }
}

describe('a watched process (R9.6)', () => {
  it('is started again after kill -9, and told everything anew', () => {
    const { system, children, starts, health, last } = watched()
    last().exit(137)
    expect(health).toEqual(['restarting'])
    system.advance(delays.restartFirst)
    expect(children).toHaveLength(2)
    expect(starts).toEqual([0, 1])
    last().say({ type: 'ready' })
    expect(health).toEqual(['restarting', 'up'])
  })

  it('is ended and started again when it hangs', () => {
    const { system, children, last } = watched()
    last().answersPings = false
    system.advance(delays.hungAfter + 2 * delays.pingEvery + delays.restartFirst)
    expect(children[0]?.killed).toBe(true)
    expect(children).toHaveLength(2)
  })

  it('is left alone while it answers', () => {
    const { system, children } = watched()
    system.advance(10 * delays.hungAfter)
    expect(children).toHaveLength(1)
  })

  it('is out of order after repeated crashes, and still comes back', () => {
    const { system, children, health, last } = watched()
    for (let crash = 0; crash < delays.crashesAllowed; crash++) {
      last().exit(1)
      system.advance(delays.restartMax)
    }
    expect(health.at(-1)).toBe('out-of-order')
    expect(children).toHaveLength(delays.crashesAllowed + 1)
    last().say({ type: 'ready' })
    expect(health.at(-1)).toBe('up')
  })

  it('stays down once stopped', async () => {
    const { system, children, process } = watched()
    await process.stop()
    system.advance(delays.crashWindow)
    expect(children).toHaveLength(1)
  })

  it('ignores nonsense from the process', () => {
    const { last, health } = watched()
    last().say({ type: 'launch' })
    last().say(null)
    expect(health).toEqual([])
  })
})
