import { describe, expect, it } from 'vitest'
import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { fullTime, person, place, today } from '../../../../test/fixtures/place.ts'

const now = Date.UTC(2026, 10, 23, 9)

describe('doors', () => {
  function welcomed(over = {}) {
    const flow = testFlow()
    flow.signIn(person({ subscriptions: [fullTime()], ...over }))
    return flow
  }
  const progress = (flow: ReturnType<typeof testFlow>) => flow.screen('welcome').doors[0]?.progress

  it('a door is opened by the grant that allows it, and only once at a time (R6.2, R6.4)', () => {
    const flow = welcomed()
    expect(flow.send({ type: 'openDoor', door: 'front' })).toEqual([
      { do: 'openDoor', session: 'token.secret', door: 'front', grant: 'subscription:s1' },
    ])
    expect(progress(flow)).toBe('opening')
    expect(flow.send({ type: 'openDoor', door: 'front' })).toEqual([])
    const after = flow.send({
      type: 'doorAnswered',
      door: 'front',
      session: 'token.secret',
      result: ok('opened'),
    })
    expect(after).toMatchObject([{ do: 'shutLater', door: 'front' }])
    expect(progress(flow)).toBe('opened')
    flow.send({ type: 'doorShut', door: 'front', session: 'token.secret' })
    expect(progress(flow)).toBe('idle')
  })

  it('a grant that was revoked while they stood there opens nothing, and the refusal is reported', () => {
    const flow = welcomed()
    const revoked = person({
      subscriptions: [fullTime()],
      revocations: [{ grant: 'subscription:s1', at: now }],
    })
    flow.send({ type: 'personChanged', session: 'token', person: revoked })
    expect(flow.send({ type: 'openDoor', door: 'front' })).toEqual([
      { do: 'reportRefusal', session: 'token.secret', door: 'front', why: 'grant-revoked' },
    ])
    expect(progress(flow)).toEqual({ error: { code: 'grant-revoked' } })
  })

  it('a door that nobody knows the outcome of is said to be unknown', () => {
    const flow = welcomed()
    flow.send({ type: 'openDoor', door: 'front' })
    flow.send({
      type: 'doorAnswered',
      door: 'front',
      session: 'token.secret',
      result: failure('door-unknown-outcome'),
    })
    expect(progress(flow)).toBe('unknown')
    flow.send({ type: 'openDoor', door: 'front' })
    flow.send({
      type: 'doorAnswered',
      door: 'front',
      session: 'token.secret',
      result: failure('door-unreachable'),
    })
    expect(progress(flow)).toEqual({ error: { code: 'door-unreachable' } })
  })
})

describe('the session', () => {
  it('stays through Done and home; only Log out or idleness ends it (R10.3)', () => {
    const flow = testFlow()
    flow.signIn(person(), 'account')
    flow.send({ type: 'home' })
    expect(flow.view().shell.person).toEqual({ initials: 'AL', firstName: 'Ada', photo: null })
    flow.send({ type: 'start', purpose: 'check-in' })
    flow.screen('desks')
    expect(flow.send({ type: 'logOut' })).toEqual([{ do: 'endSession', session: 'token.secret' }])
    flow.screen('home')
    expect(flow.view().shell).toMatchObject({ person: null, notice: { code: 'signed-out' } })
    expect(JSON.stringify(flow.state())).not.toMatch(/ada/i)
  })

  it('asks when nobody touches it, a touch keeps it, idleness forgets everything, the language too (R10.3)', () => {
    const flow = testFlow()
    flow.send({ type: 'setLanguage', language: 'de' })
    flow.signIn(person())
    flow.send({ type: 'idleAsk', forgetAt: now + 15_000 })
    expect(flow.view().shell.idle).toEqual({ forgetAt: now + 15_000 })
    flow.send({ type: 'touch' })
    expect(flow.view().shell.idle).toBeNull()
    flow.screen('desks')
    expect(flow.send({ type: 'idleForget' })).toEqual([{ do: 'endSession', session: 'token.secret' }])
    flow.screen('home')
    expect(flow.view().shell).toMatchObject({ person: null, language: 'en', idle: null })
    expect(JSON.stringify(flow.state())).not.toMatch(/ada/i)
  })

  it('at home with nobody signed in only the language is forgotten, without asking', () => {
    const flow = testFlow()
    flow.send({ type: 'setLanguage', language: 'de' })
    flow.send({ type: 'idleAsk', forgetAt: now })
    expect(flow.view().shell).toMatchObject({ idle: null, language: 'en' })
  })

  it('is gone when the hub ends it', () => {
    const flow = testFlow()
    flow.signIn(person())
    flow.send({ type: 'sessionEnded', session: 'other' })
    flow.screen('desks')
    expect(flow.send({ type: 'sessionEnded', session: 'token' })).toEqual([])
    flow.screen('home')
    expect(flow.view().shell.notice).toEqual({ code: 'session-invalid' })
  })

  it('the account page shows and saves the profile', () => {
    const flow = testFlow()
    flow.signIn(person(), 'account')
    expect(flow.screen('account')).toMatchObject({
      passesLeft: 3,
      profile: { email: 'ada@example.com' },
      bookings: [],
    })
    flow.send({ type: 'saveProfile', name: ' ', phone: '', bio: '' })
    expect(flow.screen('account').error?.code).toBe('name-needed')
    const payload = { name: 'Ada King', phone: '1', bio: 'b' }
    const effects = flow.send({ type: 'saveProfile', ...payload })
    expect(effects).toMatchObject([{ do: 'sendCommand', command: { type: 'profile.update', payload } }])
    flow.answer(effects, ok({ person: person({}, 'Ada King') }))
    expect(flow.screen('account')).toMatchObject({ error: null, profile: { name: 'Ada King' } })
    expect(flow.view().shell).toMatchObject({ notice: { code: 'profile-saved' }, person: { initials: 'AK' } })
  })
})

describe('the kiosk', () => {
  it('asks to be paired when it is not, and shows the place once it is known', () => {
    const flow = testFlow()
    flow.context.paired = false
    flow.send({ type: 'contextChanged' })
    flow.screen('pairing')
    expect(flow.send({ type: 'pair', code: ' abcd2345 ' })).toMatchObject([{ do: 'pair', code: 'ABCD2345' }])
    expect(flow.view().shell.waiting).toBe('pairing')
    flow.send({ type: 'pairAnswered', step: flow.state().step, result: failure('pairing-code-invalid') })
    expect(flow.screen('pairing').error).toEqual({ code: 'pairing-code-invalid' })
    flow.context.paired = true
    flow.send({ type: 'contextChanged' })
    flow.screen('home')
  })

  it('is left with a PIN of staff only (R10.4)', () => {
    const flow = testFlow()
    flow.send({ type: 'askLeave' })
    expect(flow.send({ type: 'leave', pin: '12' })).toEqual([])
    expect(flow.screen('leave').error).toEqual({ code: 'pin-wrong' })
    expect(flow.send({ type: 'leave', pin: '2468' })).toMatchObject([{ do: 'leave', pin: '2468' }])
    flow.send({ type: 'left', step: flow.state().step, result: failure('pin-wrong', { left: 3 }) })
    expect(flow.screen('leave').error?.code).toBe('pin-wrong')
  })

  it('says that it restarted only until the next step', () => {
    const flow = testFlow()
    flow.send({ type: 'restarted' })
    expect(flow.view().shell.notice).toEqual({ code: 'restarted' })
    flow.send({ type: 'touch' })
    expect(flow.view().shell.notice).toEqual({ code: 'restarted' })
    flow.send({ type: 'browse', kind: null })
    expect(flow.view().shell.notice).toBeNull()
  })

  it('takes up the new day at midnight of the location (R5.7)', () => {
    const flow = testFlow()
    flow.send({ type: 'start', purpose: 'book' })
    flow.send({ type: 'pickDate', date: today })
    flow.context.now = Date.UTC(2026, 10, 23, 23, 30)
    flow.send({ type: 'contextChanged' })
    expect(flow.view().catalogue).toMatchObject({ today: '2026-11-24', date: '2026-11-24' })
  })

  it('shows only languages that the location offers (R11.1)', () => {
    const flow = testFlow()
    flow.send({ type: 'setLanguage', language: 'fr' })
    expect(flow.view().shell.language).toBe('en')
    expect(place.languages).not.toContain('fr')
  })
})
