// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { screens, viewOf } from '../../../../test/fixtures/views.ts'
import type { ScreenOf } from '../../page.ts'
import { Done } from './Done.tsx'

function setUp(change: Partial<ScreenOf<'done'>> = {}) {
  const done = { ...screens.done, ...change }
  return drawKiosk(<Done screen={done} />, viewOf(done))
}

it('says that it worked, where, until when, and what it cost (R5.1)', () => {
  setUp()
  expect(screen.getByRole('heading', { name: "You're checked in" })).toBeTruthy()
  expect(screen.getByText('A1')).toBeTruthy()
  expect(screen.getByText('until 18:00 today')).toBeTruthy()
  expect(screen.getByText('One day pass used')).toBeTruthy()
})

it('shows the pass to be photographed (R7.1)', () => {
  setUp()
  expect(screen.getByRole('img', { name: 'Access pass' })).toBeTruthy()
})

it('promises the pass where it could not be signed yet, and says what is provisional (R9.2)', () => {
  setUp({ pass: '', provisional: true })
  expect(screen.queryByRole('img', { name: 'Access pass' })).toBeNull()
  expect(screen.getByText('Your QR pass follows as soon as the hub is back')).toBeTruthy()
  expect(screen.getByText("Confirmed here. The hub will hear of it as soon as it's back.")).toBeTruthy()
})

it('names the desk that was lost and the one that stands in for it (R9.4)', () => {
  setUp({ insteadOf: 'B3' })
  expect(screen.getByText(/^B3 was taken while we were offline\. We've given you A1/)).toBeTruthy()
})

it('says the price that is due, not that a pass was used (R1.4)', () => {
  setUp({ paid: { kind: 'due', price: { amount: 2500, currency: 'EUR' } } })
  expect(screen.getByText('€25.00, due at reception')).toBeTruthy()
  expect(screen.queryByText('One day pass used')).toBeNull()
})

it('welcomes somebody back by name without a second pass (R5.4)', () => {
  setUp({ welcomeBack: true, paid: { kind: 'none' } })
  expect(screen.getByText('Welcome back')).toBeTruthy()
  expect(screen.getByText('Ada')).toBeTruthy()
  expect(screen.getByText('Nothing to pay')).toBeTruthy()
})

it('opens doors today, and for a later day offers none (R6.2)', async () => {
  const { user, sent, rerender } = setUp()
  await user.click(screen.getByRole('button', { name: 'Open the door' }))
  await user.click(screen.getByRole('button', { name: 'Change desk' }))
  expect(sent).toEqual([
    ['openDoor', { door: 'door-1' }],
    ['changeDesk', {}],
  ])
  rerender(<Done screen={{ ...screens.done, today: false }} />)
  expect(screen.getByRole('heading', { name: 'Your desk is booked' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Open the door' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Change desk' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Done' })).toBeTruthy()
})

it('tells several doors apart, and why one did not open (R6.4)', () => {
  setUp({
    doors: [
      { id: 'a', name: 'Front door', progress: 'opening' },
      { id: 'b', name: 'Second floor', progress: { error: { code: 'grant-outside-hours' } } },
    ],
  })
  const [front, floor] = screen.getAllByRole('button', { name: 'Open the door' })
  expect(front?.getAttribute('aria-busy')).toBe('true')
  expect(front?.textContent).toContain('Front door: ')
  expect(floor?.textContent).toMatch(/Second floor: \S/)
})
