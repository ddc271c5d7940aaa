// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const search = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' })
const here = () => within(screen.getByRole('region', { name: "Who's here" }))
const zoe = { id: 'b2', account: 'zoe', name: 'Zoë Müller', email: 'zoe@example.com', desk: 'C4' }

function open() {
  const presence = [consoleRow('presence'), consoleRow('presence', zoe)]
  return openPage(consoleView({ data: consoleData({ presence, door: [consoleRow('door')] }) }))
}

describe('the search (R8.1)', () => {
  it('takes any letter or digit, wherever it is typed, and narrows every list', async () => {
    const { user } = open()
    await user.keyboard('zoe')
    expect(search().value).toBe('zoe')
    expect(document.activeElement).toBe(search())
    expect(await here().findByText('1 of 2')).toBeTruthy()
    expect(here().queryByText('Ada Lovelace')).toBeNull()
    expect(here().getByText('Zoë Müller')).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Doors' }).textContent).toContain('Nothing here matches “zoe”.')
  })

  it('takes accented letters too, but neither shortcuts nor blanks', async () => {
    const { user } = open()
    await user.keyboard('{Control>}a{/Control} ')
    expect(search().value).toBe('')
    await user.keyboard('ü')
    expect(search().value).toBe('ü')
  })

  it('leaves its keys to a form', async () => {
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Open door' }))
    await user.keyboard('Delivery')
    expect(search().value).toBe('')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Reason' }).value).toBe('Delivery')
  })

  it('Escape clears it first, then closes the side panel', async () => {
    const { user } = open()
    await user.click(here().getByRole('button', { name: 'Zoë Müller' }))
    const panel = () => screen.queryByRole('region', { name: 'Zoë Müller' })
    expect(panel()).toBeTruthy()
    await user.keyboard('c4')
    expect(search().value).toBe('c4')
    await user.keyboard('{Escape}')
    expect(search().value).toBe('')
    expect(panel()).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(panel()).toBeNull()
  })
})
