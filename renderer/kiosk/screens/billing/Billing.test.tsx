// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { billing, screens, viewOf } from '../../../../test/fixtures/views.ts'
import { type ScreenOf, useView } from '../../page.ts'
import { Billing } from './Billing.tsx'

function Current() {
  return <Billing screen={useView((view) => view.screen) as ScreenOf<'billing'>} />
}
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const go = () => screen.getByRole('button', { name: 'Continue' })
const invalid = () =>
  screen
    .getAllByRole('textbox')
    .flatMap((field) => (field.getAttribute('aria-invalid') ? [field.getAttribute('name')] : []))

it('asks for everything but a tax id, and goes to the first thing that is missing (R3.3)', async () => {
  const { user, sent } = drawKiosk(<Current />, viewOf(screens.billing))
  await user.type(box('Name or company'), 'Ada Lovelace')
  await user.click(go())
  expect(sent).toEqual([])
  expect(invalid()).toEqual(['street', 'postalCode', 'city'])
  expect(document.activeElement).toBe(box('Street'))
})

it('takes a country by its name in any of our languages, and sends its code', async () => {
  const { user, sent } = drawKiosk(<Current />, viewOf({ ...screens.billing, billing }))
  expect(box('Country').value).toBe('Germany')
  await user.clear(box('Country'))
  await user.type(box('Country'), 'Atlantis')
  await user.click(go())
  expect(screen.getByText("We don't know that country. Pick one of these.")).toBeTruthy()
  await user.clear(box('Country'))
  await user.type(box('Country'), 'österreich')
  await user.click(go())
  expect(sent).toEqual([['saveBilling', { ...billing, country: 'AT' }]])
})

it('suggests countries as one types; the arrow keys and Enter take one', async () => {
  const { user } = drawKiosk(<Current />, viewOf(screens.billing))
  await user.clear(box('Country'))
  await user.type(box('Country'), 'fra')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['France'])
  await user.keyboard('{ArrowDown}{Enter}')
  expect(box('Country').value).toBe('France')
  expect(screen.queryByRole('option')).toBeNull()
})

it('says at its field what the hub did not take, and goes there', () => {
  const { show } = drawKiosk(<Current />, viewOf({ ...screens.billing, billing }))
  show(
    viewOf({
      ...screens.billing,
      billing,
      error: { code: 'invalid-input', params: { field: 'postalCode' } },
    }),
  )
  expect(invalid()).toEqual(['postalCode'])
  expect(document.activeElement).toBe(box('Postal code'))
  show(viewOf({ ...screens.billing, billing, error: { code: 'hub-unreachable' } }))
  expect(invalid()).toEqual([])
  expect(screen.getByText(/^We can't reach the hub/)).toBeTruthy()
})

it('names the price that the bill is about, and none where details are only edited', () => {
  const { show } = drawKiosk(<Current />, viewOf(screens.billing))
  expect(screen.getByText('For the invoice of €42.00. We ask once only.')).toBeTruthy()
  show(viewOf({ ...screens.billing, price: null }))
  expect(screen.getByRole('heading', { name: 'Billing details' })).toBeTruthy()
})
