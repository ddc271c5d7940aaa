// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { drawKiosk } from '../../../test/fixtures/draw-kiosk.tsx'
import { screens, shell, viewNow, viewOf } from '../../../test/fixtures/views.ts'
import { Foot } from './Foot.tsx'
import { IdleQuestion } from './IdleQuestion.tsx'
import { Notice } from './Notice.tsx'
import { OutOfOrder } from './OutOfOrder.tsx'
import { PlaceName } from './PlaceName.tsx'
import { StatusLine } from './StatusLine.tsx'

afterEach(() => vi.useRealTimers())
const home = (change: Partial<typeof shell> = {}) => viewOf(screens.home, change)

describe('the idle question', () => {
  it('counts down to when everything is forgotten; one touch is an answer (R10.3)', () => {
    vi.useFakeTimers({ now: viewNow })
    const { sent } = drawKiosk(<IdleQuestion forgetAt={viewNow + 25_000} />, home())
    const asked = screen.getByRole('dialog', { name: 'Are you still there?' })
    expect(asked.textContent).toContain("In 25 seconds this screen forgets what you've entered.")
    act(() => void vi.advanceTimersByTime(24_000))
    expect(asked.textContent).toContain("In one second this screen forgets what you've entered.")
    act(() => void vi.advanceTimersByTime(5_000))
    expect(asked.textContent).toContain('In 0 seconds')
    fireEvent.click(screen.getByRole('button', { name: "I'm still here" }))
    expect(sent).toEqual([['touch', {}]])
  })
})

describe('the status line', () => {
  it('switches to every language of the place, by its own name (R11.1)', async () => {
    const { user, sent, show } = drawKiosk(<StatusLine />, home())
    const group = screen.getByRole('group', { name: 'Language' })
    expect(group.textContent).toBe('EnglishDeutschFrançaisEspañol')
    expect(screen.getByRole('button', { name: 'English', pressed: true })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Deutsch' }))
    expect(sent).toEqual([['setLanguage', { language: 'de' }]])
    show(home({ language: 'de' }))
    expect(screen.getByRole('button', { name: 'Deutsch', pressed: true })).toBeTruthy()
    expect(screen.getByRole('group', { name: 'Sprache' })).toBeTruthy()
  })

  it('has no switch where there is one language only', () => {
    drawKiosk(<StatusLine />, home({ location: shell.location && { ...shell.location, languages: ['de'] } }))
    expect(screen.queryByRole('group')).toBeNull()
  })

  it('shows a photo, else initials, else a person; nothing before the kiosk is paired (R10.3)', () => {
    const person = { initials: 'AL', firstName: 'Ada', photo: null }
    const account = () => screen.getByRole('button', { name: 'Account' })
    const { show } = drawKiosk(<StatusLine />, home())
    expect(account().querySelector('svg')).toBeTruthy()
    show(home({ person }))
    expect(account().textContent).toBe('AL')
    show(home({ person: { ...person, photo: 'data:image/png;base64,AA' } }))
    expect(account().querySelector('img')?.getAttribute('src')).toBe('data:image/png;base64,AA')
    show(home({ location: null }))
    expect(screen.queryByRole('button', { name: 'Account' })).toBeNull()
  })
})

describe('a notice', () => {
  it('says what works nevertheless, and what failed in the words of its error (R9.2)', async () => {
    const { user, sent, show } = drawKiosk(<Notice />, home({ notice: { code: 'offline-codes' } }))
    expect(screen.getByText(/codes can't be sent just now/)).toBeTruthy()
    show(home({ notice: { code: 'locked', params: { untilAt: viewNow + 20 * 60_000 } } }))
    expect(screen.getByText('Too many wrong codes. Try again at 09:32.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Close the message' }))
    expect(sent).toEqual([['dismissNotice', {}]])
    show(home())
    expect(screen.queryByRole('button')).toBeNull()
  })
})

describe('the foot', () => {
  it('goes back, except where there is nothing to go back to', async () => {
    const { user, sent, show } = drawKiosk(<Foot />, viewOf(screens.email))
    await user.click(screen.getByRole('button', { name: 'Back' }))
    expect(sent).toEqual([['back', {}]])
    for (const ending of [screens.home, screens.done, screens.welcome, screens.ordered, screens.pairing]) {
      show(viewOf(ending))
      expect(screen.queryByRole('button', { name: 'Back' })).toBeNull()
    }
  })

  it('brings everything within reach, and back (R11.2)', async () => {
    const { user, page } = drawKiosk(<Foot />, home())
    await user.click(screen.getByRole('button', { name: 'Lower' }))
    expect(page.own.getState().reachabilityMode).toBe(true)
    await user.click(screen.getByRole('button', { name: 'Higher' }))
    expect(page.own.getState().reachabilityMode).toBe(false)
  })

  it('says what the screen waits for (R11.3)', () => {
    drawKiosk(<Foot />, viewOf(screens.email, { waiting: 'mail' }))
    expect(screen.getByRole('status').textContent).not.toBe('')
  })
})

it('says that it is out of order and whom to call, and cannot be closed (R9.6)', () => {
  const { rerender } = drawKiosk(<OutOfOrder state="out-of-order" helpPhone="+49 30 1" />, home())
  const dialog = screen.getByRole<HTMLDialogElement>('dialog')
  expect(dialog.textContent).toContain('+49 30 1')
  expect(fireEvent(dialog, new Event('cancel', { cancelable: true }))).toBe(false)
  rerender(<OutOfOrder state="restarting" helpPhone="+49 30 1" />)
  expect(screen.getByRole('dialog').textContent).not.toContain('+49 30 1')
})

it('lets staff leave by the name of the place, held for three seconds; a tap does nothing (R10.4)', () => {
  vi.useFakeTimers({ now: viewNow })
  const { sent } = drawKiosk(<PlaceName />, home())
  const name = screen.getByRole('button', { name: 'Foyer am Kanal' })
  fireEvent.pointerDown(name)
  vi.advanceTimersByTime(2_900)
  fireEvent.pointerUp(name)
  vi.advanceTimersByTime(5_000)
  expect(sent).toEqual([])
  fireEvent.keyDown(name, { key: 'Enter' })
  fireEvent.keyDown(name, { key: 'Enter' })
  vi.advanceTimersByTime(3_000)
  expect(sent).toEqual([['askLeave', {}]])
})
