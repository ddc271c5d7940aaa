// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const attention = () => within(screen.getByRole('region', { name: 'Needs attention' }))
const open = (rows: Partial<ReceptionData>) => openPage(consoleView({ data: consoleData(rows) }))

describe('what needs attention (R8.1)', () => {
  it('is nothing on a quiet day', () => {
    open({})
    expect(attention().getByText('Nothing needs you right now.')).toBeTruthy()
  })

  it('names both kiosks, both times and the outcome of a conflict (R9.4)', () => {
    open({ conflict: [consoleRow('conflict')] })
    expect(attention().getByText('Desk A1 was promised twice')).toBeTruthy()
    expect(attention().getByText('Ben Bell was given A2 instead.')).toBeTruthy()
    expect(attention().getByText('Lobby, 09:40 · Yard, 09:41')).toBeTruthy()
  })

  it('lifts a lockout (R2.3); the row stays until its result was read, though the data has it no more', async () => {
    const { user, commands, answer, rows } = open({ lockout: [consoleRow('lockout')] })
    expect(attention().getByText('locked@example.com is locked out until 10:15')).toBeTruthy()
    await user.click(attention().getByRole('button', { name: 'Lift lockout' }))
    expect(commands()).toEqual([{ type: 'staff.liftLockout', payload: { lockout: 'l1' } }])
    rows({})
    expect(attention().getByText('locked@example.com is locked out until 10:15')).toBeTruthy()
    await answer('staff.liftLockout')
    expect(attention().getByText('Lifted. They can ask for a new code.')).toBeTruthy()
    expect(attention().queryByRole('button', { name: 'Lift lockout' })).toBeNull()
  })

  it('says why a mail was refused (R2.5), and sends an invitation that waits again (R4.2)', async () => {
    const detail = 'No such mailbox here'
    const mail = [
      consoleRow('mail', { to: 'iris@example.com', kind: 'invitation', status: 'refused', detail }),
    ]
    const { user, commands, answer } = open({ mail, invitation: [consoleRow('invitation')] })
    expect(attention().getByText('Mail to iris@example.com was refused')).toBeTruthy()
    expect(attention().getByText(`09:30 · ${detail}`)).toBeTruthy()
    await user.click(attention().getByRole('button', { name: 'Resend' }))
    expect(commands()).toEqual([{ type: 'staff.resendInvite', payload: { invitation: 'i1' } }])
    await answer('staff.resendInvite')
    expect(attention().getByText('Sent again, with a new link.')).toBeTruthy()
  })

  it('a mail that is no invitation has nothing to send again', () => {
    open({ mail: [consoleRow('mail', { status: 'refused' })] })
    expect(attention().getByText('Mail to ada@example.com was refused')).toBeTruthy()
    expect(attention().queryByRole('button', { name: 'Resend' })).toBeNull()
  })

  it('marks what is due as paid (R3.5)', async () => {
    const { user, commands, answer } = open({ order: [consoleRow('order')] })
    expect(attention().getByText('Ada Lovelace owes €25.00')).toBeTruthy()
    await user.click(attention().getByRole('button', { name: 'Mark paid' }))
    expect(commands()).toEqual([{ type: 'staff.markPaid', payload: { order: 'o1' } }])
    expect(attention().getByRole('button', { name: 'Mark paid' })).toHaveProperty('disabled', true)
    await answer('staff.markPaid')
    expect(attention().getByText('Paid. It is noted.')).toBeTruthy()
  })

  it('what the hub refuses stays open, with the reason', async () => {
    const { user, refuses } = open({ order: [consoleRow('order')] })
    refuses('staff.markPaid', { code: 'not-allowed' })
    await user.click(attention().getByRole('button', { name: 'Mark paid' }))
    expect(attention().getByText("This can't be done from here.")).toBeTruthy()
    expect(attention().getByRole('button', { name: 'Mark paid' })).toHaveProperty('disabled', false)
  })

  it('opens a question in the side panel, where it is answered (R8.2)', async () => {
    const { user, commands, answer } = open({ request: [consoleRow('request')] })
    await user.click(attention().getByRole('button', { name: 'Answer' }))
    const panel = within(screen.getByRole('region', { name: 'Printer' }))
    await user.click(panel.getByRole('button', { name: 'Send answer' }))
    expect(commands()).toEqual([])
    expect(panel.getByText('Write an answer first.')).toBeTruthy()
    await user.type(panel.getByRole('textbox', { name: 'Your answer' }), 'Yes, in the drawer.')
    await user.click(panel.getByRole('button', { name: 'Send answer' }))
    const payload = { request: 'q1', text: 'Yes, in the drawer.' }
    expect(commands()).toEqual([{ type: 'staff.answer', payload }])
    await answer('staff.answer')
    expect(panel.getByText('Answered. The mail is on its way.')).toBeTruthy()
    expect(panel.queryByRole('textbox')).toBeNull()
  })
})
