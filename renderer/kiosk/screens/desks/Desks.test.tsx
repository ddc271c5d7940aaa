// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { DeskState, KioskView } from '../../../../shared/contract/kiosk-view.ts'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { catalogue, screens, viewOf } from '../../../../test/fixtures/views.ts'
import type { ScreenOf } from '../../page.ts'
import { useView } from '../../page.ts'
import { Desks } from './Desks.tsx'

function Current() {
  return <Desks screen={useView((shown) => shown.screen) as ScreenOf<'desks'>} />
}

/** The screen, with some desks in another state. */
function view(change: Partial<ScreenOf<'desks'>> = {}, states: Record<string, DeskState> = {}): KioskView {
  const desks = catalogue.desks.map((desk) => ({ ...desk, state: states[desk.label] ?? desk.state }))
  return { ...viewOf({ ...screens.desks, ...change }), catalogue: { ...catalogue, desks } }
}

const radio = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name })

it('is a radio for each desk, named by its label, with its state and what is there in words', () => {
  drawKiosk(<Current />, view())
  expect(screen.getByRole('radiogroup', { name: 'Pick a desk' })).toBeTruthy()
  expect(screen.getAllByRole('radio')).toHaveLength(catalogue.desks.length)
  expect(radio('A1').disabled).toBe(false)
  expect(radio('A2').disabled).toBe(true)
  expect(radio('A2')).toBe(screen.getByRole('radio', { name: 'A2', description: /^Taken, / }))
  const own = catalogue.desks.find((desk) => desk.state === 'assigned')
  expect(radio(own?.label ?? '').disabled).toBe(true)
})

it('takes a tap at once, and asks the core', async () => {
  const { user, sent } = drawKiosk(<Current />, view())
  await user.click(radio('A1'))
  expect(radio('A1').checked).toBe(true)
  expect(screen.getByText('Desk A1')).toBeTruthy()
  expect(sent).toEqual([['pickDesk', { desk: 'desk-a1' }]])
})

it('gives a desk up that was taken meanwhile, and says so (R1.3)', async () => {
  const { user, show } = drawKiosk(<Current />, view())
  await user.click(radio('A1'))
  show(view({ error: { code: 'desk-taken', params: { desk: 'A1' } } }, { A1: 'taken' }))
  expect(radio('A1').checked).toBe(false)
  expect(radio('A1').disabled).toBe(true)
  expect(screen.getByText('A1 has just been taken. Pick another one.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Book with a day pass' })).toHaveProperty('disabled', true)
})

it("lets somebody's own desk of the day be picked, and explains only what there is to see (R5.4)", () => {
  drawKiosk(<Current />, view({}, { A2: 'yours' }))
  expect(radio('A2').disabled).toBe(false)
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toContain('Yours')
})

it('says when nothing is free, and where to look', () => {
  const taken = Object.fromEntries(catalogue.desks.map(({ label }) => [label, 'taken' as const]))
  drawKiosk(<Current />, view({}, taken))
  expect(screen.getByText('All desks are taken that day. Try another one.')).toBeTruthy()
})

it('offers other days only where there are any', async () => {
  const { user, sent, show } = drawKiosk(<Current />, view())
  expect(screen.getByRole('button', { name: 'Today' }).getAttribute('aria-pressed')).toBe('true')
  await user.click(screen.getByRole('button', { name: 'Tue 24 Nov' }))
  expect(sent).toEqual([['pickDate', { date: '2026-11-24' }]])
  show(view({ days: ['2026-11-23'] }))
  expect(screen.queryByRole('group', { name: 'Day' })).toBeNull()
})
