import { describe, expect, it } from 'vitest'
import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { person } from '../../../../test/fixtures/place.ts'

const email = 'ada@example.com'
const minute = 60_000

function atEmail(link: 'online' | 'offline' = 'online') {
  const flow = testFlow(link)
  flow.send({ type: 'start', purpose: 'check-in' })
  return flow
}

function atCode() {
  const flow = atEmail()
  flow.send({ type: 'submitEmail', email })
  flow.sent(email)
  return flow
}

const step = (flow: ReturnType<typeof testFlow>) => flow.state().step

describe('email', () => {
  it('asks the hub for a code in the language of the screen (R2.1)', () => {
    const flow = atEmail()
    flow.send({ type: 'setLanguage', language: 'de' })
    expect(flow.send({ type: 'submitEmail', email: ` ${email} ` })).toEqual([
      { do: 'requestCode', step: step(flow), email, language: 'de' },
    ])
    expect(flow.view().shell.waiting).toBe('mail')
  })

  it('refuses what is no address without asking anybody', () => {
    const flow = atEmail()
    expect(flow.send({ type: 'submitEmail', email: 'ada@' })).toEqual([])
    expect(flow.screen('email')).toMatchObject({ email: 'ada@', error: { code: 'email-invalid' } })
  })

  it('a second tap while it waits does nothing', () => {
    const flow = atEmail()
    flow.send({ type: 'submitEmail', email })
    expect(flow.send({ type: 'submitEmail', email })).toEqual([])
  })

  it('says at once that codes need the hub, and after a try that it is away (R9.2)', () => {
    const flow = atEmail('offline')
    expect(flow.view().shell.notice).toEqual({ code: 'offline-codes' })
    flow.send({ type: 'submitEmail', email })
    flow.send({ type: 'codeSent', step: step(flow), email, result: failure('hub-unreachable') })
    expect(flow.screen('email').error).toEqual({ code: 'hub-unreachable' })
    flow.context.link = 'online'
    flow.send({ type: 'contextChanged' })
    expect(flow.screen('email').error).toBeNull()
  })

  it('a code on its way for the same email: on to its screen, with the old one (R2.4)', () => {
    const flow = atCode()
    flow.send({ type: 'wrongEmail' })
    expect(flow.screen('email').email).toBe(email)
    flow.send({ type: 'submitEmail', email: 'ADA@example.com' })
    const againAt = flow.context.now + 40_000
    flow.send({ type: 'codeSent', step: step(flow), email, result: failure('resend-too-soon', { againAt }) })
    expect(flow.screen('code')).toMatchObject({
      resendAt: againAt,
      error: null,
      expiresAt: flow.context.now + 10 * minute,
    })
  })

  it('a code on its way for an email of somebody else: the error, not the code screen (R2.4)', () => {
    const flow = atEmail()
    flow.send({ type: 'submitEmail', email })
    const againAt = flow.context.now + 40_000
    flow.send({ type: 'codeSent', step: step(flow), email, result: failure('resend-too-soon', { againAt }) })
    expect(flow.screen('email').error?.code).toBe('resend-too-soon')
  })

  it('an answer lost on its way: the code that was mailed is taken after the second try', () => {
    const flow = atEmail()
    flow.send({ type: 'submitEmail', email })
    flow.send({ type: 'codeSent', step: step(flow), email, result: failure('hub-unreachable') })
    flow.send({ type: 'submitEmail', email })
    const againAt = flow.context.now + 50_000
    flow.send({ type: 'codeSent', step: step(flow), email, result: failure('resend-too-soon', { againAt }) })
    expect(flow.screen('code').resendAt).toBe(againAt)
  })

  it('locked: the code screen gives the time (R2.3)', () => {
    const flow = atEmail()
    flow.send({ type: 'submitEmail', email })
    const untilAt = flow.context.now + minute
    flow.send({ type: 'codeSent', step: step(flow), email, result: failure('locked', { untilAt }) })
    expect(flow.screen('code')).toMatchObject({ lockedUntil: untilAt, error: { code: 'locked' } })
  })

  it('an answer that comes after they went home changes nothing', () => {
    const flow = atEmail()
    flow.send({ type: 'submitEmail', email })
    const old = step(flow)
    flow.send({ type: 'home' })
    flow.send({ type: 'codeSent', step: old, email, result: failure('locked', { untilAt: 1 }) })
    flow.screen('home')
    expect(flow.view().shell.waiting).toBeNull()
  })
})

describe('code', () => {
  it('shows what became of the mail, also when that was known before the answer (R2.5)', () => {
    const flow = atEmail()
    flow.send({ type: 'submitEmail', email })
    flow.send({ type: 'mailStatus', mail: 'm1', status: 'refused', detail: 'no such user' })
    flow.sent(email)
    expect(flow.screen('code').mail).toEqual({ status: 'refused', detail: 'no such user' })
    flow.send({ type: 'mailStatus', mail: 'm1', status: 'accepted', detail: '' })
    expect(flow.screen('code').mail.status).toBe('accepted')
    flow.send({ type: 'mailStatus', mail: 'another', status: 'failed', detail: '' })
    expect(flow.screen('code').mail.status).toBe('accepted')
  })

  it('a wrong code is said and counted, so that the field clears', () => {
    const flow = atCode()
    flow.send({ type: 'submitCode', code: '000000' })
    expect(flow.view().shell.waiting).toBe('code')
    flow.send({ type: 'verified', step: step(flow), result: failure('code-wrong', { left: 4 }) })
    expect(flow.screen('code')).toMatchObject({
      attempt: 1,
      error: { code: 'code-wrong', params: { left: 4 } },
    })
  })

  it('five wrong ones: locked until the hub says (R2.3)', () => {
    const flow = atCode()
    flow.send({ type: 'submitCode', code: '000000' })
    const untilAt = flow.context.now + 20 * minute
    flow.send({ type: 'verified', step: step(flow), result: failure('locked', { untilAt }) })
    expect(flow.screen('code').lockedUntil).toBe(untilAt)
  })

  it.each(['code-expired', 'code-used', 'code-none'] as const)('%s: a new one is sent by itself', (code) => {
    const flow = atCode()
    flow.send({ type: 'submitCode', code: '123456' })
    const effects = flow.send({ type: 'verified', step: step(flow), result: failure(code) })
    expect(effects).toMatchObject([{ do: 'requestCode', email }])
    flow.sent(email)
    expect(flow.screen('code')).toMatchObject({
      attempt: 1,
      error: { code: 'code-expired', params: { email } },
    })
  })

  it('a new code can be asked for after 60 s, not before (R2.4)', () => {
    const flow = atCode()
    expect(flow.send({ type: 'resendCode' })).toEqual([])
    expect(flow.screen('code').error?.code).toBe('resend-too-soon')
    flow.context.now += minute
    expect(flow.send({ type: 'resendCode' })).toMatchObject([{ do: 'requestCode', email }])
    flow.sent(email)
    expect(flow.screen('code').error).toBeNull()
  })

  it('anything but six digits is not sent', () => {
    const flow = atCode()
    expect(flow.send({ type: 'submitCode', code: '12345' })).toEqual([])
  })

  it('a proof that comes after they left opens no session: it is ended at the hub', () => {
    const flow = atCode()
    flow.send({ type: 'submitCode', code: '123456' })
    const old = step(flow)
    flow.send({ type: 'home' })
    const effects = flow.send({
      type: 'verified',
      step: old,
      result: ok({ session: 's.x', person: person() }),
    })
    expect(effects).toEqual([{ do: 'endSession', session: 's.x' }])
    expect(flow.view().shell.person).toBeNull()
  })
})
