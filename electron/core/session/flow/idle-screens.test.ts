import { describe, expect, it } from 'vitest'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { item, person, place } from '../../../../test/fixtures/place.ts'
import { canForget } from './context.ts'

type Flow = ReturnType<typeof testFlow>
const coffee = item('coffee', 'shop')

function stocked(): Flow {
  const flow = testFlow()
  flow.change([{ kind: 'item', id: 'coffee', row: coffee }])
  return flow
}

function signedIn(): Flow {
  const flow = stocked()
  flow.signIn(person(), 'account')
  return flow
}

const typed = (flow: Flow): void => {
  flow.send({ type: 'openItem', item: 'coffee' })
  flow.send({ type: 'act', price: coffee.price, text: '' })
}

/** Every screen that came with onboarding, as somebody leaves it. */
const screens: Record<string, () => Flow> = {
  browse: () => {
    const flow = stocked()
    flow.send({ type: 'browse', kind: 'shop' })
    return flow
  },
  item: () => {
    const flow = signedIn()
    flow.send({ type: 'openItem', item: 'coffee' })
    return flow
  },
  email: () => {
    const flow = stocked()
    typed(flow)
    return flow
  },
  terms: () => {
    const flow = stocked()
    typed(flow)
    flow.prove(person({ acceptedTerms: [] }))
    return flow
  },
  billing: () => {
    const flow = signedIn()
    flow.change([{ kind: 'location', id: place.id, row: { ...place, asksBilling: true } }])
    typed(flow)
    flow.send({
      type: 'saveBilling',
      name: 'Ada',
      street: '',
      postalCode: '',
      city: '',
      country: '',
      taxId: '',
    })
    return flow
  },
  ordered: () => {
    const flow = signedIn()
    flow.send({ type: 'openItem', item: 'coffee' })
    const effects = flow.send({ type: 'act', price: coffee.price, text: '' })
    flow.submitted(effects, ok({ order: null, person: person() }))
    return flow
  },
  account: signedIn,
  photo: () => {
    const flow = signedIn()
    flow.send({ type: 'addPhoto' })
    return flow
  },
  scan: () => {
    const flow = testFlow()
    flow.send({ type: 'scan' })
    flow.send({ type: 'presentPass', text: 'ada-pass' })
    return flow
  },
  phone: () => {
    const flow = testFlow()
    flow.send({ type: 'handoff', handoff: 'h1', step: 'email' })
    return flow
  },
}

describe('nobody touches the screen any more (R10.3)', () => {
  it.each(Object.keys(screens))('%s: it asks, a touch keeps it, and silence forgets everything', (name) => {
    const flow = (screens[name] as () => Flow)()
    expect(flow.view().screen.name).toBe(name)
    expect(canForget(flow.state())).toBe(true)
    const session = flow.state().signedIn?.session
    flow.send({ type: 'idleAsk', forgetAt: flow.context.now + 15_000 })
    expect(flow.view().shell.idle).not.toBeNull()
    flow.send({ type: 'touch' })
    expect(flow.view()).toMatchObject({ shell: { idle: null }, screen: { name } })

    const effects = flow.send({ type: 'idleForget' })
    expect(effects).toEqual(session ? [{ do: 'endSession', session }] : [])
    flow.screen('home')
    expect(flow.view().shell.person).toBeNull()
    const { pending, unanswered, scanned, signedIn: who, tab } = flow.state()
    expect({ pending, unanswered, scanned, who, tab }).toEqual({
      pending: null,
      unanswered: null,
      scanned: null,
      who: null,
      tab: 'room',
    })
    expect(JSON.stringify(flow.state())).not.toMatch(/ada/i)
  })
})
