// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { drawPhone, type PhoneAnswers } from '../../../test/fixtures/draw-phone.tsx'
import { viewNow } from '../../../test/fixtures/views.ts'
import { SignInSteps } from './SignInSteps.tsx'
import { useOwnCommands } from './useOwnCommands.ts'
import { useSignIn } from './useSignIn.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: viewNow }))
afterEach(() => vi.useRealTimers())

function SignIn() {
  const page = useSignIn({ key: 'sign-in', ...useOwnCommands() })
  return <SignInSteps page={page} title="Who are you?" text="" />
}

const sent = {
  ok: true,
  value: { mail: 'mail-1', resendAt: viewNow + 42_000, expiresAt: viewNow + 600_000 },
}
const no = (code: string, params = {}) => ({ ok: false, error: { code, params } })
const setUp = (answers: PhoneAnswers = {}) =>
  drawPhone(<SignIn />, {
    answers: {
      'code.request': () => sent,
      'mail.status': () => ({ ok: true, value: { status: 'queued', detail: '' } }),
      ...answers,
    },
  })
const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Email' })
const code = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Confirmation code' })
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

it('sees for itself that an address cannot be one, and asks nobody (R2.8)', async () => {
  const { user, asked } = setUp()
  expect(button('Send code').disabled).toBe(true)
  await user.type(email(), 'ada@')
  await user.click(button('Send code'))
  expect(email().getAttribute('aria-invalid')).toBe('true')
  expect(asked).toEqual([])
  await user.type(email(), 'e')
  expect(email().getAttribute('aria-invalid')).toBeNull()
})

it('sends a code, and the sixth digit submits it (R2.1, R2.2)', async () => {
  const { user, asked } = setUp({ 'code.verify': () => no('code-wrong') })
  await user.type(email(), 'ada@example.com{Enter}')
  await code()
  expect(screen.getByText("We've sent it to ada@example.com")).toBeTruthy()
  expect(screen.getByText('On its way…')).toBeTruthy()
  await user.keyboard('123456')
  await waitFor(() => expect(asked.map(({ type }) => type)).toEqual(['code.request', 'code.verify']))
  expect(asked[1]?.payload).toEqual({ email: 'ada@example.com', code: '123456', language: 'en' })
})

it('empties the field after a wrong code, and goes back to an address that is still there (R2.4)', async () => {
  const { user } = setUp({ 'code.verify': () => no('code-wrong') })
  await user.type(email(), 'ada@example.com{Enter}')
  await user.type(await code(), '123456')
  expect(await screen.findByText(/^That's not the code/)).toBeTruthy()
  expect((await code()).value).toBe('')
  await user.click(button('Wrong email?'))
  expect(email().value).toBe('ada@example.com')
})

it('counts down to when a new code can be asked for (R2.4)', async () => {
  const { user } = setUp()
  await user.type(email(), 'ada@example.com{Enter}')
  await code()
  expect(button('Send a new code').disabled).toBe(true)
  expect(screen.getByRole('button', { description: 'in 0:42' })).toBe(button('Send a new code'))
})

it('is locked after too many, says until when, and begins again with the email (R2.3)', async () => {
  const { user } = setUp({ 'code.verify': () => no('locked', { untilAt: viewNow + 20 * 60_000 }) })
  await user.type(email(), 'ada@example.com{Enter}')
  await user.type(await code(), '123456')
  expect(await screen.findByText('Too many wrong codes. Try again at 09:32.')).toBeTruthy()
  expect((await code()).disabled).toBe(true)
  expect(screen.queryByRole('button', { name: 'Send a new code' })).toBeNull()
  await user.click(button('Enter your email again'))
  expect(email().value).toBe('ada@example.com')
})

it('sends a new code by itself for one that has run out, and says so (R2.2)', async () => {
  const { user, asked } = setUp({ 'code.verify': () => no('code-expired') })
  await user.type(email(), 'ada@example.com{Enter}')
  await user.type(await code(), '123456')
  expect(await screen.findByText(/That code has run out/)).toBeTruthy()
  await waitFor(() =>
    expect(asked.map(({ type }) => type)).toEqual(['code.request', 'code.verify', 'code.request']),
  )
})

it('survives a reload of the page with what was typed', async () => {
  const { user, phone } = setUp()
  await user.type(email(), 'ada@exam')
  await waitFor(() =>
    expect(phone.memory.read('sign-in')).toMatchObject({ step: 'email', email: 'ada@exam' }),
  )
})
