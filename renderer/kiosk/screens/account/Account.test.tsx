// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { screens, shell, viewOf } from '../../../../test/fixtures/views.ts'
import { type ScreenOf, useView } from '../../page.ts'
import { Account } from './Account.tsx'

const person = { initials: 'AL', firstName: 'Ada', photo: null }

function Current() {
  return <Account screen={useView((view) => view.screen) as ScreenOf<'account'>} />
}
const view = (change: Partial<ScreenOf<'account'>> = {}, more: Partial<typeof shell> = {}) =>
  viewOf({ ...screens.account, ...change }, { person, ...more })
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

it('logs out by the "…" menu, which can be left by Escape (R10.3)', async () => {
  const { user, sent } = drawKiosk(<Current />, view())
  await user.click(button('More'))
  expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Log out' }))
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('menu')).toBeNull()
  expect(document.activeElement).toBe(button('More'))
  await user.click(button('More'))
  await user.click(document.body)
  expect(screen.queryByRole('menu')).toBeNull()
  await user.click(button('More'))
  await user.click(screen.getByRole('menuitem', { name: 'Log out' }))
  expect(sent).toEqual([['logOut', {}]])
})

it('saves a profile once something in it has changed, and never without a name (R3.4)', async () => {
  const { user, sent } = drawKiosk(<Current />, view())
  expect(button('Save').disabled).toBe(true)
  await user.type(box('Bio'), ' Counts things. ')
  expect(button('Save').disabled).toBe(false)
  await user.clear(box('Full name'))
  expect(button('Save').disabled).toBe(true)
  await user.type(box('Full name'), 'Ada')
  await user.click(button('Save'))
  expect(sent).toEqual([['saveProfile', { name: 'Ada', phone: '', bio: 'Counts things.' }]])
})

it('says at the phone that it is none, and shows a number as the house keeps it', async () => {
  const { user, show } = drawKiosk(<Current />, view())
  await user.type(box('Phone'), '0171 2345678')
  await user.click(button('Save'))
  show(view({ error: { code: 'phone-invalid' } }))
  expect(box('Phone').getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(box('Phone'))
  show(view({ profile: { ...screens.account.profile, phone: '+491712345678' } }))
  expect(box('Phone').value).toBe('+491712345678')
  expect(button('Save').disabled).toBe(true)
})

it('takes a photo away only after asking, with the focus on the answer that keeps it (R3.4)', async () => {
  const profile = { ...screens.account.profile, photo: 'abc' }
  const { user, sent } = drawKiosk(<Current />, view({ profile }))
  await user.click(button('Remove photo'))
  const asked = screen.getByRole('dialog', { name: 'Remove photo' })
  expect(document.activeElement).toBe(within(asked).getByRole('button', { name: 'Keep it' }))
  await user.keyboard('{Enter}')
  expect(sent).toEqual([])
  await user.click(button('Remove photo'))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove photo' }))
  expect(sent).toEqual([['removePhoto', {}]])
})

it('gives a reservation back after asking, which names what and when (R5.5)', async () => {
  const { user, sent } = drawKiosk(<Current />, view())
  const [first] = screen.getAllByRole('button', { name: 'Cancel' })
  await user.click(first as HTMLElement)
  const asked = screen.getByRole('dialog', { name: 'Cancel Kitchen table?' })
  expect(asked.textContent).toContain('Today, 10:00–11:30. It becomes free for others at once.')
  await user.click(within(asked).getByRole('button', { name: 'Yes, cancel it' }))
  expect(sent).toEqual([['cancelReservation', { reservation: 'r1' }]])
})

it('offers no way out of what is a desk for the day, or too late to be cancelled', () => {
  const reservations = screens.account.reservations.map((one) => ({ ...one, mayCancel: false }))
  drawKiosk(<Current />, view({ reservations, eventPlaces: [] }))
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
})

it('shows billing details only where the place asks for them (R3.3)', () => {
  const { show } = drawKiosk(<Current />, view())
  expect(screen.getByRole('heading', { name: 'Billing details' })).toBeTruthy()
  show(view({}, { location: shell.location && { ...shell.location, asksBilling: false } }))
  expect(screen.queryByRole('heading', { name: 'Billing details' })).toBeNull()
})

it('lets what is due be paid on a phone where the place takes that, and nothing else (R3.5)', async () => {
  const { user, sent, show } = drawKiosk(<Current />, view())
  expect(screen.getAllByRole('button', { name: 'Pay with your phone' })).toHaveLength(1)
  await user.click(button('Pay with your phone'))
  expect(sent).toEqual([['payOnline', { order: 'order-1' }]])
  show(view({ paying: 'https://pay.example/c/1' }))
  expect(screen.getByRole('dialog', { name: 'Pay with your phone' })).toBeTruthy()
  show(view({}, { location: shell.location && { ...shell.location, paysOnline: false } }))
  expect(screen.queryByRole('button', { name: 'Pay with your phone' })).toBeNull()
})
