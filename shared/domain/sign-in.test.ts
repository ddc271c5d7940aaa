import { describe, expect, it } from 'vitest'
import {
  codeLifetime,
  type SignIn,
  type SignInEvent,
  signIn,
  startSignIn,
  withMailStatus,
} from './sign-in.ts'

const now = 1_000_000
const email = 'ada@example.com'
const sent = {
  name: 'sent',
  email,
  mail: 'm1',
  resendAt: now + 60_000,
  expiresAt: now + 600_000,
  now,
} as const
const after = (...events: SignInEvent[]): SignIn => events.reduce(signIn, startSignIn())
const error = (code: string, params?: Record<string, number>) =>
  ({ code, ...(params && { params }) }) as Extract<SignInEvent, { name: 'wrong' }>['error']

describe('asking for a code', () => {
  it('leads to the code once it is sent', () => {
    expect(after({ name: 'typed', email }, sent)).toMatchObject({
      step: 'code',
      email,
      error: null,
      sent: { mail: 'm1', status: 'queued', resendAt: now + 60_000 },
    })
  })

  it('stays at the email when it is refused, and the next letter takes the error away', () => {
    const refused = after({ name: 'notSent', email, error: error('email-invalid'), now, anyCode: true })
    expect(refused).toMatchObject({ step: 'email', error: { code: 'email-invalid' } })
    expect(signIn(refused, { name: 'typed', email: 'x' }).error).toBeNull()
  })

  it('leads to the code when one is out already, with its count-down (R2.4)', () => {
    const soon = {
      name: 'notSent',
      email,
      error: error('resend-too-soon', { againAt: now + 9 }),
      now,
      anyCode: true,
    } as const
    expect(after(soon)).toMatchObject({ step: 'code', error: null, sent: { mail: '', resendAt: now + 9 } })
    const again = after(sent, soon)
    expect(again).toMatchObject({
      sent: { mail: 'm1', resendAt: now + 9 },
      error: { code: 'resend-too-soon' },
    })
  })

  it('at a kiosk leads only to a code that was asked for there and can still be typed (R2.4)', () => {
    const soon = (at: number) =>
      ({
        name: 'notSent',
        email: 'ADA@example.com',
        error: error('resend-too-soon', { againAt: at + 9 }),
        now: at,
        anyCode: false,
      }) as const
    expect(after(soon(now))).toMatchObject({
      step: 'email',
      error: { code: 'resend-too-soon' },
      sent: null,
    })
    const own = after(sent, { name: 'back' }, soon(now + 40_000))
    expect(own).toMatchObject({ step: 'code', error: null, sent: { mail: 'm1', resendAt: now + 40_009 } })
    expect(after(sent, { name: 'back' }, soon(now + codeLifetime)).step).toBe('email')
  })

  it('for another address says nothing of the one before', () => {
    const other = { name: 'notSent', email: 'bob@example.com', now, anyCode: true } as const
    const soon = after(sent, { ...other, error: error('resend-too-soon', { againAt: now + 9 }) })
    expect(soon.sent).toMatchObject({ email: 'bob@example.com', mail: '' })
    const lost = after(sent, { ...other, error: error('hub-unreachable') })
    expect(lost.sent).toMatchObject({ email: 'bob@example.com', mail: '', expiresAt: now + codeLifetime })
  })

  it('says until when an email is locked (R2.3)', () => {
    const locked = after({
      name: 'notSent',
      email,
      error: error('locked', { untilAt: now + 5 }),
      now,
      anyCode: true,
    })
    expect(locked).toMatchObject({ step: 'code', lockedUntil: now + 5, error: { code: 'locked' } })
  })

  it('does not throw a code away whose answer was lost', () => {
    const lost = after({ name: 'notSent', email, error: error('hub-unreachable'), now, anyCode: true })
    expect(lost).toMatchObject({ step: 'email', sent: { mail: '', expiresAt: now + 600_000 } })
  })
})

describe('the mail', () => {
  it('tells what became of it, but only the newest one (R2.5)', () => {
    const refused = { name: 'mail', mail: 'm1', status: 'refused', detail: 'no such user' } as const
    expect(after(sent, refused).sent).toMatchObject({ status: 'refused', detail: 'no such user' })
    expect(withMailStatus(null, refused)).toBeNull()
    const newer = after(sent, { ...sent, mail: 'm2' }, refused)
    expect(newer.sent).toMatchObject({ mail: 'm2', status: 'queued' })
  })
})

describe('a code', () => {
  it('that is wrong empties the field and says so', () => {
    const wrong = after(sent, { name: 'wrong', error: error('code-wrong', { left: 4 }) })
    expect(wrong).toMatchObject({ step: 'code', attempt: 1, lockedUntil: null })
  })

  it('too many times wrong locks, until a time that is said (R2.3)', () => {
    const locked = after(sent, { name: 'wrong', error: error('locked', { untilAt: now + 5 }) })
    expect(locked.lockedUntil).toBe(now + 5)
    expect(signIn(locked, { name: 'back' })).toMatchObject({ step: 'email', email, lockedUntil: null })
  })

  it('is tried again once the lock is over', () => {
    const locked = after(sent, { name: 'wrong', error: error('locked', { untilAt: now + 5 }) })
    const wrong = signIn(locked, { name: 'wrong', error: error('code-wrong', { left: 4 }) })
    expect(wrong).toMatchObject({ attempt: 2, lockedUntil: null })
    expect(signIn(locked, { ...sent, mail: 'm2' })).toMatchObject({ lockedUntil: null, error: null })
  })

  it.each(['code-expired', 'code-used', 'code-none'])('%s is replaced, and that is said', (code) => {
    const renewed = after(sent, { name: 'wrong', error: error(code) }, { ...sent, mail: 'm2' })
    expect(renewed).toMatchObject({
      step: 'code',
      attempt: 1,
      error: { code: 'code-expired', params: { email } },
      sent: { mail: 'm2' },
    })
  })

  it('for the wrong email leads back with the address still there (R2.4)', () => {
    expect(after(sent, { name: 'back' })).toMatchObject({ step: 'email', email, error: null })
  })
})

it('can be kept as text over a reload', () => {
  const state = after(sent, { name: 'wrong', error: error('code-wrong', { left: 4 }) })
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
})
