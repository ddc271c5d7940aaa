// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleRow, consoleView, minutes } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const noor = { id: 'noor', name: 'Noor Haddad' }
const robin = { id: 'robin', name: 'Robin Roe' }
const locked = (staff = [noor, robin]) =>
  consoleView({ lock: { state: 'locked', staff, why: 'start' }, data: null })

const pin = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'PIN' })
const pick = (name: string) => screen.getByRole('radio', { name })
const said = (element: HTMLElement) =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join('')

describe('the locked console (R8.5)', () => {
  it('takes a name and a PIN; the PIN leaves the field as it is sent', async () => {
    const { user, sent, answer } = openPage(locked())
    await user.click(pick('Robin Roe'))
    expect(document.activeElement).toBe(pin())
    await user.keyboard('24a6 8{Enter}')
    expect(sent).toEqual([{ verb: 'signIn', input: { staff: 'robin', pin: '2468' } }])
    expect(pin().value).toBe('')
    expect(pin().disabled).toBe(true)
    await answer('signIn')
    expect(pin().disabled).toBe(false)
  })

  it('has whoever is alone on the staff list chosen', async () => {
    const { user, sent } = openPage(locked([noor]))
    await user.type(pin(), '1357')
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    expect(sent).toEqual([{ verb: 'signIn', input: { staff: 'noor', pin: '1357' } }])
  })

  it('asks for the name first, then for a PIN of the right length, and sends neither', async () => {
    const { user, sent } = openPage(locked())
    await user.type(pin(), '2468{Enter}')
    expect(said(pin())).toBe('Choose your name first.')
    await user.click(pick('Noor Haddad'))
    await user.clear(pin())
    await user.type(pin(), '123{Enter}')
    expect(said(pin())).toBe('A PIN has 4 to 12 digits.')
    expect(sent).toEqual([])
  })

  it('says how many tries are left after a wrong PIN, until the next one is typed', async () => {
    const { user, refuses } = openPage(locked([noor]))
    refuses('signIn', { code: 'pin-wrong', params: { left: 4 } })
    await user.type(pin(), '0000{Enter}')
    expect(said(pin())).toContain('4')
    expect(pin().getAttribute('aria-invalid')).toBe('true')
    await user.type(pin(), '1')
    expect(said(pin())).toBe('')
  })

  it('says until when somebody is locked out after five wrong ones', async () => {
    const { user, refuses } = openPage(locked([noor]))
    refuses('signIn', { code: 'pin-locked', params: { untilAt: minutes(15) } })
    await user.type(pin(), '0000{Enter}')
    expect(said(pin())).toContain('10:15')
  })

  it('shows nothing of what the open console showed', () => {
    const page = openPage()
    page.rows({ presence: [consoleRow('presence')] })
    expect(screen.getByRole('heading', { name: "Who's here" })).toBeTruthy()
    page.view({ lock: { state: 'locked', staff: [noor], why: 'idle' }, data: null })
    expect(screen.queryByText('Ada Lovelace')).toBeNull()
    expect(screen.getByText('Locked, as nobody used it for a minute.')).toBeTruthy()
  })
})
