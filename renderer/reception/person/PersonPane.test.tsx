// @vitest-environment happy-dom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { ReceptionData } from '../../../shared/contract/reception-view.ts'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const panel = () => within(screen.getByRole('region', { name: 'Ada Lovelace' }))
const press = (name: string) => panel().getByRole('button', { name })
const day = (label: string) => panel().getByLabelText<HTMLInputElement>(label)

/** Ada is here and her panel is open. */
async function opened(rows: Partial<ReceptionData> = {}) {
  const page = openPage(consoleView({ data: consoleData({ presence: [consoleRow('presence')], ...rows }) }))
  const here = within(screen.getByRole('region', { name: "Who's here" }))
  await page.user.click(here.getByRole('button', { name: 'Ada Lovelace' }))
  return page
}

describe("a person's plans (R8.2)", () => {
  it('gives the first plan from today, or another one from another day', async () => {
    const offer = [consoleRow('offer'), consoleRow('offer', { id: 'part', name: 'Part-time', order: 2 })]
    const { user, commands, answer } = await opened({ offer })
    await user.click(press('Give a plan'))
    fireEvent.change(day('Starts on'), { target: { value: '2026-11-20' } })
    await user.click(press('Give plan'))
    expect(commands()).toEqual([])
    expect(day('Starts on').getAttribute('aria-invalid')).toBe('true')
    fireEvent.change(day('Starts on'), { target: { value: '2026-12-01' } })
    await user.selectOptions(panel().getByRole('combobox', { name: 'Plan' }), 'Part-time')
    await user.click(press('Give plan'))
    const payload = { account: 'ada', plan: 'part', startsOn: '2026-12-01' }
    expect(commands()).toEqual([{ type: 'staff.subscribe', payload }])
    await answer('staff.subscribe')
    expect(panel().getByText('Part-time is theirs from Tue 1 Dec on.')).toBeTruthy()
    expect(panel().queryByRole('button', { name: 'Give plan' })).toBeNull()
  })

  it('ends one with a last day and a reason', async () => {
    const { user, commands, answer } = await opened({ subscription: [consoleRow('subscription')] })
    await user.click(press('End plan'))
    expect(day('Last day').value).toBe('2026-11-24')
    fireEvent.change(day('Last day'), { target: { value: '' } })
    await user.click(press('End plan'))
    expect(commands()).toEqual([])
    expect(day('Last day').getAttribute('aria-invalid')).toBe('true')
    expect(panel().getByText('Say why: it goes into the log.')).toBeTruthy()
    fireEvent.change(day('Last day'), { target: { value: '2026-11-30' } })
    await user.click(press('They asked'))
    await user.click(press('End plan'))
    const payload = { subscription: 's1', endsOn: '2026-11-30', reason: 'They asked' }
    expect(commands()).toEqual([{ type: 'staff.endPlan', payload }])
    await answer('staff.endPlan')
    expect(panel().getByText('Done. The last day is Mon 30 Nov.')).toBeTruthy()
  })

  it('takes one back that has not begun, by the day before its first', async () => {
    const coming = consoleRow('subscription', { startsOn: '2026-12-01', renewsOn: null })
    const { user, answers } = await opened({ subscription: [coming] })
    answers('staff.endPlan', { ok: true, value: {} })
    await user.click(press('End plan'))
    expect(day('Last day').value).toBe('2026-11-30')
    await user.click(press('Given by mistake'))
    await user.click(press('End plan'))
    expect(panel().getByText('Taken back. It would have begun after Mon 30 Nov.')).toBeTruthy()
  })

  it('says so where there is no plan to give', async () => {
    const { user } = await opened()
    await user.click(press('Give a plan'))
    expect(panel().getByText('There is no plan to give. The operator adds plans on the hub.')).toBeTruthy()
    expect(panel().queryByRole('button', { name: 'Give plan' })).toBeNull()
  })
})

describe('what is put right in their panel (R8.2)', () => {
  it('what they owe is marked paid, once (R3.5)', async () => {
    const { user, commands, answer, rows } = await opened({ order: [consoleRow('order')] })
    await user.click(press('Mark paid'))
    expect(commands()).toEqual([{ type: 'staff.markPaid', payload: { order: 'o1' } }])
    rows({ presence: [consoleRow('presence')], order: [consoleRow('order', { state: 'paid' })] })
    await answer('staff.markPaid')
    expect(panel().getByText('Paid. It is noted.')).toBeTruthy()
    expect(panel().queryByRole('button', { name: 'Mark paid' })).toBeNull()
  })

  it('their lockout is lifted (R2.3)', async () => {
    const lockout = [consoleRow('lockout', { email: 'ADA@example.com' })]
    const { user, commands, answer } = await opened({ lockout })
    expect(panel().getByText('Locked out until 10:15')).toBeTruthy()
    await user.click(press('Lift lockout'))
    expect(commands()).toEqual([{ type: 'staff.liftLockout', payload: { lockout: 'l1' } }])
    await answer('staff.liftLockout')
    expect(panel().getByText('Lifted. They can ask for a new code.')).toBeTruthy()
  })

  it('their invitation is sent again while it waits (R4.2)', async () => {
    const invitation = [consoleRow('invitation', { account: 'ada', name: 'Ada Lovelace' })]
    const { user, commands, answer } = await opened({ invitation })
    await user.click(press('Resend'))
    expect(commands()).toEqual([{ type: 'staff.resendInvite', payload: { invitation: 'i1' } }])
    await answer('staff.resendInvite')
    expect(panel().getByText('Sent again, with a new link.')).toBeTruthy()
  })

  it('they are checked out, and the desk is free (R5.5)', async () => {
    const { user, commands, answer } = await opened({ grant: [consoleRow('grant')] })
    expect(panel().getByText('Here at desk A1 until midnight')).toBeTruthy()
    await user.click(press('Check out'))
    expect(commands()).toEqual([{ type: 'staff.checkOut', payload: { booking: 'b1' } }])
    await answer('staff.checkOut')
    expect(panel().getByText('Checked out. The desk is free.')).toBeTruthy()
  })
})
