// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/domain/result.ts'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const doors = () => within(screen.getByRole('region', { name: 'Doors' }))
const openDoor = () => doors().getByRole('button', { name: 'Open door' })

async function asked() {
  const page = openPage(consoleView({ data: consoleData({ door: [consoleRow('door')] }) }))
  await page.user.click(openDoor())
  return page
}
const command = (reason: string) => ({ type: 'staff.openDoor', payload: { door: 'front', reason } })

describe('opening a door (R8.2)', () => {
  it('asks why, and a usual reason opens it at once (R8.3)', async () => {
    const { user, commands, answer } = await asked()
    await user.click(doors().getByRole('button', { name: 'Delivery' }))
    expect(commands()).toEqual([command('Delivery')])
    expect(doors().getByText('Opening Front door…')).toBeTruthy()
    await answer('staff.openDoor', ok({ result: 'opened' }))
    expect(doors().getByText('Front door is open.')).toBeTruthy()
  })

  it('does nothing without a reason', async () => {
    const { user, commands } = await asked()
    const reason = doors().getByRole('textbox', { name: 'Reason' })
    expect(document.activeElement).toBe(reason)
    await user.click(openDoor())
    expect(commands()).toEqual([])
    expect(reason.getAttribute('aria-invalid')).toBe('true')
    await user.type(reason, ' Fire drill {Enter}')
    expect(commands()).toEqual([command('Fire drill')])
  })

  it('says no more than it knows: an order that was taken is not yet an open door (R1.6, R6.4)', async () => {
    const { user, answers } = await asked()
    answers('staff.openDoor', ok({ result: 'accepted' }))
    await user.keyboard('Visitor{Enter}')
    expect(doors().getByText('Front door took the order. Its answer follows in Activity.')).toBeTruthy()
    expect(doors().queryByText('Front door is open.')).toBeNull()
  })

  it('says what to do when the door cannot be reached', async () => {
    const { user, refuses } = await asked()
    refuses('staff.openDoor', { code: 'door-unreachable' })
    await user.keyboard('Visitor{Enter}')
    expect(
      doors().getByText("The door can't be reached. Check its power and cable, then try again."),
    ).toBeTruthy()
  })

  it('Escape takes the question back, and the focus goes to its button', async () => {
    const { user, commands } = await asked()
    await user.keyboard('{Escape}')
    expect(doors().queryByRole('textbox')).toBeNull()
    expect(document.activeElement).toBe(openDoor())
    expect(commands()).toEqual([])
  })
})
