// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { drawKiosk } from '../../../../test/fixtures/draw-kiosk.tsx'
import { screens, viewOf } from '../../../../test/fixtures/views.ts'
import type { ScreenOf } from '../../page.ts'
import { Terms } from './Terms.tsx'

function setUp(change: Partial<ScreenOf<'terms'>> = {}, language: 'en' | 'de' | 'fr' = 'en') {
  const terms = { ...screens.terms, ...change }
  return drawKiosk(<Terms screen={terms} />, viewOf(terms, { language }))
}
const go = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Continue' })
const why = (description: string) => screen.getByRole('button', { name: 'Continue', description })

it('needs both, the name and the acceptance, and says which one is missing (R3.1)', async () => {
  const { user, sent } = setUp()
  expect(why('Your name and your acceptance are missing')).toBe(go())
  await user.keyboard('  Ada Lovelace ')
  expect(why('Accept the terms first')).toBe(go())
  expect(go().disabled).toBe(true)
  await user.click(screen.getByRole('checkbox', { name: 'I accept the terms of use' }))
  expect(go().disabled).toBe(false)
  await user.click(go())
  expect(sent).toEqual([['acceptTerms', { name: 'Ada Lovelace', version: 1 }]])
})

it('is not fooled by blanks, nor by a tick alone', async () => {
  const { user } = setUp()
  await user.keyboard('   ')
  await user.click(screen.getByRole('checkbox', { name: 'I accept the terms of use' }))
  expect(why('Your name is missing')).toBe(go())
})

it('knows a name that was given before, and is never ticked in advance (R3.2)', () => {
  setUp({ fullName: 'Ada Lovelace' })
  expect(screen.getByRole('textbox', { name: 'Full name' })).toHaveProperty('value', 'Ada Lovelace')
  expect(screen.getByRole('checkbox')).toHaveProperty('checked', false)
})

it('shows the terms themselves, in English where the place has not translated them', () => {
  setUp()
  expect(screen.getByRole('region', { name: 'Terms of use' }).textContent).toMatch(/^Be kind\./)
  setUp({}, 'de')
  expect(screen.getAllByRole('region')[1]?.textContent).toMatch(/^Sei freundlich\./)
  setUp({}, 'fr')
  expect(screen.getAllByRole('region')[2]?.textContent).toMatch(/^Be kind\./)
})

it('says what the hub refused: a new version is to be read first (R3.2)', () => {
  setUp({ error: { code: 'terms-outdated' } })
  expect(screen.getByText(/terms/i, { selector: '.field__error span' })).toBeTruthy()
})
