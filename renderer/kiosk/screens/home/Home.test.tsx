// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { screens, shell, viewOf } from '../../../../test/fixtures/views.ts'
import { Home } from './Home.tsx'

const person = { initials: 'AL', firstName: 'Ada', photo: null }
const setUp = (change: Partial<typeof shell> = {}) => drawKiosk(<Home />, viewOf(screens.home, change))
const button = (name: string) => screen.getByRole('button', { name })

it('asks what brings somebody here, by the names that everybody drives it by', async () => {
  const { user, sent } = setUp()
  expect(screen.getByRole('heading', { name: 'Foyer am Kanal' })).toBeTruthy()
  for (const name of ['Check in', 'Book a desk', 'Browse', 'Sign up', 'Scan my pass'])
    await user.click(button(name))
  expect(sent.map(([verb]) => verb)).toEqual(['start', 'start', 'browse', 'start', 'scan'])
})

it('asks for the rest of a profile until it is there or nobody wants to hear of it (R3.4)', async () => {
  const { user, sent, show } = setUp({ person, banner: true })
  await user.click(button('Complete your profile'))
  await user.click(button("Don't show this again"))
  expect(sent).toEqual([
    ['start', { purpose: 'account' }],
    ['dismissBanner', {}],
  ])
  show(viewOf(screens.home, { person, banner: false }))
  expect(screen.queryByRole('button', { name: 'Complete your profile' })).toBeNull()
})

it('leads to a phone only while the hub is there for it (R7.4, R9.2)', () => {
  const { show } = setUp()
  expect(screen.getByRole('img', { name: 'Continue on your phone' })).toBeTruthy()
  show(viewOf(screens.home, { handoff: null, link: 'offline' }))
  expect(screen.queryByRole('img', { name: 'Continue on your phone' })).toBeNull()
})

it('greets who is signed in, with a way out for whoever comes next (R10.3)', async () => {
  const { user, sent } = setUp({ person })
  expect(screen.getByText('Good to see you, Ada')).toBeTruthy()
  await user.click(button('Not Ada?'))
  expect(sent).toEqual([['logOut', {}]])
})

it("says today's hours in the location's own terms (R5.7)", () => {
  const hours = (mon: { from: string; until: string } | null) =>
    viewOf(screens.home, { location: shell.location && { ...shell.location, openingHours: { mon } } })
  const { show } = setUp()
  expect(screen.getByText('Open today 08:00 to 18:00')).toBeTruthy()
  show(hours({ from: '10:00', until: '24:00' }))
  expect(screen.getByText('Open today 10:00 to midnight')).toBeTruthy()
  show(hours({ from: '00:00', until: '24:00' }))
  expect(screen.getByText('Open around the clock')).toBeTruthy()
  show(hours(null))
  expect(screen.getByText('Closed today')).toBeTruthy()
})
