// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/domain/result.ts'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView, minutes } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const kiosks = () => within(screen.getByRole('region', { name: 'Kiosks' }))
const code = () => kiosks().queryByLabelText('Pairing code')

async function asked() {
  const page = openPage()
  await page.user.click(kiosks().getByRole('button', { name: 'Pair a device' }))
  return page
}

describe('pairing a device (R10.2)', () => {
  it('shows the code in two halves and how long it is good for', async () => {
    const { user, commands, answer } = await asked()
    await user.click(kiosks().getByRole('button', { name: 'Both' }))
    expect(commands()).toEqual([{ type: 'staff.pairingCode', payload: { role: 'both' } }])
    expect(kiosks().getByRole('button', { name: 'Kiosk' })).toHaveProperty('disabled', true)
    await answer('staff.pairingCode', ok({ code: 'K7QM-2X9D', expiresAt: minutes(10) }))
    expect([...(code()?.children ?? [])].map((half) => half.textContent)).toEqual(['K7QM', '2X9D'])
    expect(kiosks().getByText('Type it on the new device. It works once.')).toBeTruthy()
    expect(kiosks().getByText(/^Good for /)).toBeTruthy()
  })

  it('shows no code that has run out', async () => {
    const { user, answers } = await asked()
    answers('staff.pairingCode', ok({ code: 'K7QM2X9D', expiresAt: minutes(0) }))
    await user.click(kiosks().getByRole('button', { name: 'Kiosk' }))
    expect(code()).toBeNull()
    expect(kiosks().getByText('This code has run out. Make a new one.')).toBeTruthy()
  })

  it('forgets the code when it is closed', async () => {
    const { user, answers } = await asked()
    answers('staff.pairingCode', ok({ code: 'K7QM2X9D', expiresAt: minutes(10) }))
    await user.click(kiosks().getByRole('button', { name: 'Reception' }))
    await user.click(kiosks().getByRole('button', { name: 'Done' }))
    expect(code()).toBeNull()
    await user.click(kiosks().getByRole('button', { name: 'Pair a device' }))
    expect(code()).toBeNull()
    expect(kiosks().getByText('What will it be?')).toBeTruthy()
  })

  it('a device is revoked with a reason, and what happens to it stands before the button (R1.6)', async () => {
    const { user, commands, answer } = openPage(
      consoleView({ data: consoleData({ device: [consoleRow('device')] }) }),
    )
    await user.click(kiosks().getByRole('button', { name: 'Lobby' }))
    await user.click(kiosks().getByRole('button', { name: 'Revoke device' }))
    expect(
      kiosks().getByText('Lobby is cut off at once and wipes itself. It has to be paired again.'),
    ).toBeTruthy()
    await user.click(kiosks().getByRole('button', { name: 'Replaced' }))
    expect(commands()).toEqual([])
    await user.click(kiosks().getByRole('button', { name: 'Revoke device' }))
    const payload = { device: 'd1', reason: 'Replaced' }
    expect(commands()).toEqual([{ type: 'staff.revokeDevice', payload }])
    await answer('staff.revokeDevice')
    expect(kiosks().getByText('Revoked. It is cut off.')).toBeTruthy()
  })
})
