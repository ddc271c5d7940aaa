import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { newId } from '../../../lib/system.ts'
import type { Effect } from '../../seam/engine.ts'

const minute = 60_000

let hub: TestHub
let kiosk: TestDevice
let phone: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device(['kiosk'], 'Lobby')
  phone = hub.phone('ada')
})
afterEach(() => hub.close())

async function begin(device = kiosk) {
  const begun = must(await device.ask('handoff.begin', {}))
  return { ...begun, token: begun.url.slice(begun.url.lastIndexOf('/') + 1) }
}
const step = (token: string, name: 'opened' | 'email' | 'left' = 'opened', device = phone) =>
  device.ask('handoff.step', { token, step: name })
const greet = (token: string, session: string, device = phone) =>
  device.ask('handoff.greet', { token }, { session })
const last = <K extends Effect['kind']>(kind: K): Extract<Effect, { kind: K }> | undefined =>
  hub.commits
    .flatMap(({ effects }) => effects)
    .findLast((effect): effect is Extract<Effect, { kind: K }> => effect.kind === kind)
const greeted = () => {
  const effect = last('greeted')
  if (!effect) throw new Error('nobody was greeted')
  return effect
}

describe('going on with the phone (R7.4)', () => {
  it('the kiosk follows the phone step by step, and greets with a session of its own', async () => {
    const { token, handoff, url, expiresAt } = await begin()
    expect(url).toBe(`http://hub.example/k/${token}`)
    expect(expiresAt).toBe(hub.system.now() + 10 * minute)
    expect(must(await step(token))).toEqual({ kiosk: 'Lobby' })
    expect(last('handoff')).toEqual({ kind: 'handoff', device: kiosk.id, handoff, step: 'opened' })
    must(await step(token, 'email'))
    const own = await hub.signIn(phone, 'ada@example.com', 'Ada')
    expect(must(await greet(token, own))).toEqual({})
    expect(greeted()).toMatchObject({
      device: kiosk.id,
      handoff,
      person: { profile: { email: 'ada@example.com', name: 'Ada' } },
    })

    const { session } = greeted()
    expect(must(await kiosk.ask('person.get', {}, { session })).person.profile.name).toBe('Ada')
    // Each is good on its own device only, and the kiosk's ends as any of a kiosk.
    expect(errorOf(await phone.ask('person.get', {}, { session })).code).toBe('session-invalid')
    expect(errorOf(await kiosk.ask('person.get', {}, { session: own })).code).toBe('session-invalid')
    hub.system.advance(30 * minute)
    expect(errorOf(await kiosk.ask('person.get', {}, { session })).code).toBe('session-invalid')
    must(await phone.ask('person.get', {}, { session: own }))
  })

  it('works once', async () => {
    const { token } = await begin()
    const own = await hub.signIn(phone, 'ada@example.com', 'Ada')
    must(await greet(token, own))
    expect(errorOf(await greet(token, own)).code).toBe('handoff-over')
    expect(errorOf(await step(token)).code).toBe('handoff-over')
  })

  it('works for 10 minutes, and is tidied away after them', async () => {
    const { token } = await begin()
    hub.system.advance(10 * minute - 1)
    must(await step(token))
    hub.system.advance(1)
    expect(errorOf(await step(token)).code).toBe('handoff-over')
    hub.system.advance(minute)
    await begin()
    expect(hub.look().prepare('SELECT count(*) FROM handoff').pluck().get()).toBe(1)
  })

  it('belongs to the first phone that opens it', async () => {
    const { token } = await begin()
    must(await step(token))
    const eve = hub.phone('eve')
    expect(errorOf(await step(token, 'opened', eve)).code).toBe('handoff-over')
    const theirs = await hub.signIn(eve, 'eve@example.com', 'Eve')
    expect(errorOf(await greet(token, theirs, eve)).code).toBe('handoff-over')
    must(await greet(token, await hub.signIn(phone, 'ada@example.com', 'Ada')))
  })

  it('leaves alone whoever signed in at the kiosk meanwhile', async () => {
    const { token } = await begin()
    const bob = await hub.signIn(kiosk, 'bob@example.com', 'Bob')
    const own = await hub.signIn(phone, 'ada@example.com', 'Ada')
    expect(errorOf(await greet(token, own)).code).toBe('handoff-over')
    must(await kiosk.ask('person.get', {}, { session: bob }))
    must(await kiosk.ask('session.end', {}, { session: bob }))
    must(await greet(token, own))
  })

  it('ends a session that the kiosk forgot before it showed the link', async () => {
    const bob = await hub.signIn(kiosk, 'bob@example.com', 'Bob')
    hub.system.advance(1)
    const { token } = await begin()
    must(await greet(token, await hub.signIn(phone, 'ada@example.com', 'Ada')))
    expect(errorOf(await kiosk.ask('person.get', {}, { session: bob })).code).toBe('session-invalid')
  })

  it('is over with a kiosk that was revoked', async () => {
    const { token } = await begin()
    const desk = await hub.device(['reception'], 'Desk')
    const session = await hub.staff(desk)
    must(await desk.ask('staff.revokeDevice', { device: kiosk.id, reason: 'stolen' }, { session }))
    expect(errorOf(await step(token)).code).toBe('handoff-over')
  })

  it('has the same link when the answer is asked for again, and it stands nowhere (I2)', async () => {
    const id = newId(hub.system)
    const first = must(await kiosk.ask('handoff.begin', {}, { id }))
    expect(must(await kiosk.ask('handoff.begin', {}, { id }))).toEqual(first)
    const { token, handoff } = await begin()
    expect(handoff).not.toBe(first.handoff)
    for (const table of ['command', 'handoff', 'audit'])
      expect(JSON.stringify(hub.look().prepare(`SELECT * FROM ${table}`).all())).not.toContain(token)
    must(await greet(token, await hub.signIn(phone, 'ada@example.com', 'Ada')))
    const { session } = greeted()
    for (const table of ['command', 'session', 'audit'])
      expect(JSON.stringify(hub.look().prepare(`SELECT * FROM ${table}`).all())).not.toContain(
        session.split('.')[1],
      )
  })

  it('is not to be guessed, and needs somebody who is known', async () => {
    const { token } = await begin()
    expect(errorOf(await step('x'.repeat(43))).code).toBe('handoff-over')
    expect(errorOf(await greet(token, 'no.session')).code).toBe('session-invalid')
    expect(errorOf(await phone.ask('handoff.begin', {})).code).toBe('not-allowed')
    expect(errorOf(await step(token, 'opened', kiosk)).code).toBe('not-allowed')
  })
})
