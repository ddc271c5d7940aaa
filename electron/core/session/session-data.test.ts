import { describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import { ok } from '../../../shared/domain/result.ts'
import { fakeLink } from '../../../test/fixtures/fake-link.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { person } from '../../../test/fixtures/place.ts'
import type { FlowEvent } from './events.ts'
import { newlySignedIn } from './person.ts'
import { createSessionData } from './session-data.ts'

const offers = { items: [], desks: [], occupancies: [] }

function beside() {
  const system = fakeSystem()
  const hub = fakeLink()
  const seen: FlowEvent[] = []
  const sessionData = createSessionData({ ...hub, system, dispatch: (event) => seen.push(event) })
  const asked = (type: string) => hub.asked.filter((one) => one.type === type)
  return { system, hub, seen, sessionData, asked }
}

const ada = (photo: string | null = null) => {
  const someone = person()
  return newlySignedIn('ada.secret', { ...someone, profile: { ...someone.profile, photo } })
}

describe('what belongs to a session', () => {
  it('offers are asked for once after signing in, in that name (R1.2)', async () => {
    const { hub, sessionData, asked, seen } = beside()
    hub.on('offers.list', () => ok(offers))
    sessionData.follow(null)
    sessionData.follow(ada())
    sessionData.follow(ada())
    await hub.settle()
    expect(asked('offers.list')).toMatchObject([{ session: 'ada.secret' }])
    expect(seen).toEqual([{ type: 'offersChanged', session: 'ada.secret', offers }])
    sessionData.follow(null)
    sessionData.follow(ada())
    expect(asked('offers.list')).toHaveLength(2)
  })

  it('asks again later and later until there is an answer', async () => {
    const { hub, sessionData, asked, system } = beside()
    sessionData.follow(ada())
    for (const wait of [200, 400, 800]) {
      asked('offers.list').at(-1)?.answer(failure('hub-unreachable'))
      await hub.settle()
      const before = asked('offers.list').length
      system.advance(wait - 1)
      expect(asked('offers.list')).toHaveLength(before)
      system.advance(1)
      expect(asked('offers.list')).toHaveLength(before + 1)
    }
    asked('offers.list').at(-1)?.answer(ok(offers))
    await hub.settle()
    expect(system.pendingTimers).toBe(0)
  })

  it('asks again when the hub is back: what was pushed meanwhile is lost', async () => {
    const { hub, sessionData, asked } = beside()
    hub.on('offers.list', () => ok(offers))
    sessionData.follow(ada())
    await hub.settle()
    hub.turn('off')
    hub.turn('on')
    expect(asked('offers.list')).toHaveLength(2)
  })

  it('the photo is asked for whenever it is another one (R10.3)', async () => {
    const { hub, sessionData, asked, seen } = beside()
    hub.on('photo.get', () => ok({ image: 'data:x' }))
    sessionData.follow(ada())
    sessionData.follow(ada('h1'))
    sessionData.follow(ada('h1'))
    await hub.settle()
    expect(asked('photo.get')).toHaveLength(1)
    expect(seen).toContainEqual({ type: 'photoCame', session: 'ada.secret', hash: 'h1', image: 'data:x' })
    sessionData.follow(ada('h2'))
    sessionData.follow(ada(null))
    await hub.settle()
    expect(asked('photo.get')).toHaveLength(2)
  })

  it('nothing is asked any more once they have left', async () => {
    const { hub, sessionData, system } = beside()
    sessionData.follow(ada('h1'))
    sessionData.follow(null)
    for (const one of hub.asked) one.answer(failure('hub-unreachable'))
    await hub.settle()
    const before = hub.asked.length
    system.advance(60_000)
    hub.turn('off')
    hub.turn('on')
    expect([hub.asked.length, system.pendingTimers]).toEqual([before, 0])
  })
})
