import { describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import { ok } from '../../../shared/domain/result.ts'
import { fakeLink } from '../../../test/fixtures/fake-link.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { createHandoff } from './handoff.ts'

const minute = 60_000

async function kept() {
  const system = fakeSystem()
  const hub = fakeLink()
  let n = 0
  hub.on('handoff.begin', () => {
    n += 1
    return ok({ handoff: `h${n}`, url: `https://hub.example/${n}`, expiresAt: system.now() + 10 * minute })
  })
  let changes = 0
  const handoff = createHandoff({ ...hub, system, changed: () => (changes += 1) })
  await hub.settle()
  return { system, hub, handoff, changes: () => changes, id: () => handoff.current()?.id ?? null }
}

describe('the link for the phone (R7.4)', () => {
  it('is there while the hub is, and drawn', async () => {
    const { handoff, changes } = await kept()
    expect(handoff.current()).toMatchObject({ id: 'h1', url: 'https://hub.example/1' })
    expect(changes()).toBe(1)
  })

  it('is renewed a minute before it is over', async () => {
    const { system, hub, id } = await kept()
    system.advance(9 * minute - 1)
    await hub.settle()
    expect(id()).toBe('h1')
    system.advance(1)
    await hub.settle()
    expect(id()).toBe('h2')
    system.advance(9 * minute)
    await hub.settle()
    expect(id()).toBe('h3')
  })

  it('is not renewed under the hands of somebody on their phone, and is a new one afterwards', async () => {
    const { system, hub, handoff, id } = await kept()
    handoff.hold(true)
    system.advance(9.5 * minute)
    await hub.settle()
    expect(hub.asked).toHaveLength(1)
    handoff.hold(false)
    await hub.settle()
    expect(id()).toBe('h2')
  })

  it('is a new one when the hub was away, which may not know of the old', async () => {
    const { hub, id } = await kept()
    hub.turn('off')
    hub.turn('on')
    await hub.settle()
    expect(id()).toBe('h2')
  })

  it('is asked for again, later and later, when the hub gives none', async () => {
    const { system, hub, handoff, id } = await kept()
    hub.on('handoff.begin', () => failure('try-again'))
    handoff.hold(true)
    handoff.hold(false)
    await hub.settle()
    expect(id()).toBeNull()
    const before = hub.asked.length
    system.advance(200)
    await hub.settle()
    system.advance(399)
    expect(hub.asked).toHaveLength(before + 1)
    system.advance(1)
    expect(hub.asked).toHaveLength(before + 2)
  })

  it('leaves no timer behind', async () => {
    const { system, handoff } = await kept()
    handoff.close()
    expect(system.pendingTimers).toBe(0)
  })
})
