// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView, minutes } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const grants = () => within(screen.getByRole('region', { name: 'Access grants' }))
const door = [consoleRow('door'), consoleRow('door', { id: 'yard', name: 'Yard gate' })]
const open = (...grant: ReturnType<typeof consoleRow<'grant'>>[]) =>
  openPage(consoleView({ data: consoleData({ door, grant }) }))
const row = (name: string) => within(grants().getByText(name).closest('li') as HTMLElement)

describe('access grants (R8.1)', () => {
  it('says per door whether a grant has reached it (R6.3)', () => {
    const at = minutes(-1)
    open(
      consoleRow('grant'),
      consoleRow('grant', {
        id: 'g2',
        name: 'Ben',
        doors: ['front', 'yard'],
        held: { front: { state: 'held', at } },
      }),
      consoleRow('grant', { id: 'g3', name: 'Cleo', held: { front: { state: 'failed', at } } }),
    )
    expect(row('Ada Lovelace').getByText('Active')).toBeTruthy()
    expect(row('Ada Lovelace').getByText('Front door: at the door')).toBeTruthy()
    expect(row('Ben').getByText('Not yet at the door')).toBeTruthy()
    expect(row('Ben').getByText('Front door: at the door')).toBeTruthy()
    expect(row('Ben').getByText('Yard gate: not yet at the door')).toBeTruthy()
    expect(row('Cleo').getByText('Front door: failed')).toBeTruthy()
  })

  it('says who took one away, when and why, and that a door may still hold it', () => {
    const revoked = { at: minutes(-5), by: 'Robin', reason: 'Lost pass' }
    open(consoleRow('grant', { revoked }))
    expect(row('Ada Lovelace').getByText('Revoked')).toBeTruthy()
    expect(row('Ada Lovelace').getByText('by Robin, 09:55 “Lost pass”')).toBeTruthy()
    expect(row('Ada Lovelace').getByText('Front door: still at the door')).toBeTruthy()
    expect(row('Ada Lovelace').queryByRole('button', { name: 'Revoke' })).toBeNull()
  })

  it('one that begins later stands apart and says from when', () => {
    open(consoleRow('grant', { from: minutes(60), until: minutes(120), held: {} }))
    expect(grants().getByRole('heading', { name: 'Later' })).toBeTruthy()
    expect(row('Ada Lovelace').getByText('Scheduled')).toBeTruthy()
    expect(row('Ada Lovelace').queryByText(/at the door/)).toBeNull()
  })

  it('is revoked only with a reason (R8.3), and says what became of it (R8.2)', async () => {
    const { user, commands, answer } = open(consoleRow('grant'))
    await user.click(grants().getByRole('button', { name: 'Revoke' }))
    expect(grants().getByText('The doors stop opening for Ada Lovelace at once.')).toBeTruthy()
    await user.click(grants().getByRole('button', { name: 'Revoke access' }))
    expect(commands()).toEqual([])
    expect(grants().getByText('Say why: it goes into the log.')).toBeTruthy()
    // A usual reason fills the field; it does not act by itself, as this does harm.
    await user.click(grants().getByRole('button', { name: 'Left early' }))
    expect(commands()).toEqual([])
    expect(grants().queryByText('Say why: it goes into the log.')).toBeNull()
    await user.click(grants().getByRole('button', { name: 'Revoke access' }))
    expect(commands()).toEqual([
      { type: 'staff.revokeGrant', payload: { grant: 'g1', reason: 'Left early' } },
    ])
    await answer('staff.revokeGrant')
    expect(grants().getByText('Revoked. The doors are being told.')).toBeTruthy()
    expect(grants().queryByRole('button', { name: 'Revoke access' })).toBeNull()
  })

  it('that could not be revoked says so and can be tried again', async () => {
    const { user, refuses } = open(consoleRow('grant'))
    refuses('staff.revokeGrant', { code: 'session-invalid' })
    await user.click(grants().getByRole('button', { name: 'Revoke' }))
    await user.keyboard('Left{Enter}')
    expect(
      grants().getByText('The console was locked in the meantime. Unlock it and try again.'),
    ).toBeTruthy()
    expect(grants().getByRole('button', { name: 'Revoke' })).toBeTruthy()
  })
})
