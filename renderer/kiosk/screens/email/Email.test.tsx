// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { screens, viewOf } from '../../../../test/fixtures/views.ts'
import type { ScreenOf } from '../../page.ts'
import { Email } from './Email.tsx'

function setUp(change: Partial<ScreenOf<'email'>> = {}) {
  const email = { ...screens.email, ...change }
  return drawKiosk(<Email screen={email} />, viewOf(email))
}
const box = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Email' })
const send = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Send code' })

it('sends what was typed, without the blanks, and not before there is something (R2.1, R2.8)', async () => {
  const { user, sent } = setUp()
  expect(document.activeElement).toBe(box())
  expect(send().disabled).toBe(true)
  await user.keyboard('  ')
  expect(send().disabled).toBe(true)
  await user.keyboard('ada@example.com ')
  await user.click(send())
  expect(sent).toEqual([['submitEmail', { email: 'ada@example.com' }]])
})

it('keeps the address there to be corrected, with the caret at its end (R2.4)', async () => {
  const { user } = setUp({ email: 'ada@example.con' })
  await user.keyboard('{Backspace}m')
  expect(box().value).toBe('ada@example.com')
})

it('says at the field what is wrong, until it is changed', async () => {
  const { user } = setUp({ email: 'ada@', error: { code: 'email-invalid' } })
  expect(box()).toBe(
    screen.getByRole('textbox', {
      description: "That address isn't complete. It should look like ada@example.com.",
    }),
  )
  expect(box().getAttribute('aria-invalid')).toBe('true')
  await user.keyboard('e')
  expect(box().getAttribute('aria-invalid')).toBeNull()
})

it('shows the privacy policy on this very screen, in its language, and gives the focus back (R2.1)', async () => {
  const { user } = setUp()
  expect(screen.getByText('By going on you agree to our privacy policy.')).toBeTruthy()
  const link = screen.getByRole('link', { name: 'Privacy policy' })
  await user.click(link)
  expect(screen.getByRole('dialog', { name: 'Privacy policy' }).textContent).toContain('We never sell it')
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(link)
})

it('says that the policy is on paper where the place has no text', async () => {
  const email = screens.email
  const view = viewOf(email)
  const location = view.shell.location && { ...view.shell.location, privacyPolicy: {} }
  const { user } = drawKiosk(<Email screen={email} />, { ...view, shell: { ...view.shell, location } })
  await user.click(screen.getByRole('link', { name: 'Privacy policy' }))
  expect(screen.getByRole('dialog').textContent).toContain('Reception has the privacy policy on paper.')
})
