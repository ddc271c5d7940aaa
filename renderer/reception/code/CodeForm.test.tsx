// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/domain/result.ts'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView, minutes } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const email = () => screen.getByLabelText<HTMLInputElement>('Email')
const press = (name: string) => screen.getByRole('button', { name })
const code = () => screen.queryByLabelText('One-time code')

async function opened() {
  const page = openPage(consoleView({ data: consoleData({ presence: [consoleRow('presence')] }) }))
  await page.user.click(press('Issue a code'))
  return page
}

describe('a code that is told by mouth (R2.7)', () => {
  it('for somebody whom staff know: an email and how they know them', async () => {
    const { user, commands, answer } = await opened()
    expect(document.activeElement).toBe(email())
    expect([...document.querySelectorAll('datalist option')].map((one) => one.getAttribute('value'))).toEqual(
      ['ada@example.com'],
    )
    await user.type(email(), ' ada@example.com ')
    await user.click(press('Showed an ID'))
    await user.click(press('Show code'))
    expect(commands()).toEqual([
      { type: 'staff.issueCode', payload: { email: 'ada@example.com', reason: 'Showed an ID' } },
    ])
    await answer('staff.issueCode', ok({ code: '482913', expiresAt: minutes(10) }))
    expect([...(code()?.children ?? [])].map((half) => half.textContent)).toEqual(['482', '913'])
    expect(screen.getByText('good until 10:10')).toBeTruthy()
  })

  it('for a walk-in: a name and a language too', async () => {
    const { user, commands, answers } = await opened()
    answers('staff.vouch', ok({ code: '482913', expiresAt: minutes(10) }))
    await user.click(screen.getByRole('tab', { name: 'Vouch for a walk-in' }))
    await user.type(email(), 'grace@example.com')
    await user.type(box('Full name'), 'Grace Hopper')
    await user.selectOptions(screen.getByLabelText('Language', { selector: '.field select' }), 'Deutsch')
    await user.type(box('Reason'), 'Guest of Ada')
    await user.click(press('Vouch and show code'))
    const payload = {
      email: 'grace@example.com',
      name: 'Grace Hopper',
      language: 'de',
      reason: 'Guest of Ada',
    }
    expect(commands()).toEqual([{ type: 'staff.vouch', payload }])
    expect(code()).toBeTruthy()
  })

  it('needs an email, a name where one is asked for, and a reason', async () => {
    const { user, commands } = await opened()
    await user.click(press('Show code'))
    expect(email().getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Say why: it goes into the log.')).toBeTruthy()
    await user.click(screen.getByRole('tab', { name: 'Vouch for a walk-in' }))
    // For somebody else, so nothing comes along.
    expect(email().getAttribute('aria-invalid')).toBeNull()
    await user.type(email(), 'grace@example.com')
    await user.click(press('Vouch and show code'))
    expect(screen.getByText('Give their name.')).toBeTruthy()
    expect(document.activeElement).toBe(box('Full name'))
    expect(commands()).toEqual([])
  })

  it('sends staff on to vouching when nobody is known by the email', async () => {
    const { user, refuses } = await opened()
    refuses('staff.issueCode', { code: 'account-unknown' })
    await user.type(email(), 'grace@example.com')
    await user.click(press('I know them'))
    await user.click(press('Show code'))
    expect(
      screen.getByText('Nobody is known by this email. Vouch for them as a walk-in instead.'),
    ).toBeTruthy()
    expect(code()).toBeNull()
  })
})
