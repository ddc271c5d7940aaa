import { describe, expect, it } from 'vitest'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { createController } from './controller.ts'
import type { Request } from './protocol.ts'
import type { State, StateFile } from './state.ts'

function setUp(): {
  file: StateFile & { saved: State[]; full: boolean }
  system: ReturnType<typeof fakeSystem>
} {
  const saved: State[] = []
  const file = {
    state: { serial: 'S', held: new Map(), events: [], next: 1, clockOffset: 0 },
    asideAs: null,
    saved,
    full: false,
    save(state: State) {
      if (file.full) throw new Error('no space left on device')
      saved.push(state)
    },
  }
  return { file, system: fakeSystem() }
}

describe('controller', () => {
  const unlock = (id: string, seconds: number, notAfter: number): Request => ({
    id,
    op: 'unlock',
    seconds,
    reason: '',
    grant: null,
    notAfter,
  })

  it('the same datagram twice: the door opens once', () => {
    const { file, system } = setUp()
    const controller = createController(system, file, 10)
    const first = controller.handle(unlock('a', 5, system.now()))
    expect(controller.handle(unlock('a', 5, system.now()))).toEqual(first)
    expect(file.saved.at(-1)?.events).toHaveLength(1)
    controller.close()
  })

  it('pulse over: the lock falls shut by its own timer; a second unlock makes it longer', () => {
    const { file, system } = setUp()
    const controller = createController(system, file, 10)
    const open = (): unknown => {
      const answer = controller.handle({ id: `h${system.now()}`, op: 'health' })
      return answer.ok && answer.open
    }
    controller.handle(unlock('a', 5, system.now()))
    system.advance(4_000)
    controller.handle(unlock('b', 5, system.now()))
    system.advance(4_999)
    expect(open()).toBe(true)
    system.advance(1)
    expect(open()).toBe(false)
    expect(system.pendingTimers).toBe(0)
  })

  it('disk full: refused and not done, and it works again when there is room', () => {
    const { file, system } = setUp()
    const controller = createController(system, file, 10)
    file.full = true
    const put: Request = { id: 'p', op: 'put', grant: 'g', credential: 1, from: 0, until: null }
    expect(controller.handle(put)).toMatchObject({ ok: false, error: 'storage' })
    expect(controller.handle(unlock('u', 5, system.now()))).toMatchObject({ error: 'storage' })
    expect(controller.handle({ id: 'h', op: 'health' })).toMatchObject({ credentials: 0, open: false })
    file.full = false
    expect(controller.handle({ ...put, id: 'p2' })).toMatchObject({ ok: true })
  })
})
