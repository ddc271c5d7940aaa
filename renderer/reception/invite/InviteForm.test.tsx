// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { ok } from '../../../shared/domain/result.ts'
import { openPage, setUpConsolePages } from '../../../test/fixtures/console-page.tsx'
import { consoleData, consoleRow, consoleView } from '../../../test/fixtures/console-rows.ts'

setUpConsolePages()

const offer = [
  consoleRow('offer', { id: 'full', kind: 'plan', name: 'Full-time' }),
  consoleRow('offer', { id: 'desk-B1', kind: 'desk', name: 'B1' }),
]
const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const day = () => screen.getByLabelText<HTMLInputElement>('Starts on')
const send = () => screen.getByRole('button', { name: 'Send invitation' })
const invite = () => screen.getByRole('button', { name: 'Invite' })

async function writing() {
  const page = openPage(consoleView({ data: consoleData({ offer }) }))
  await page.user.click(invite())
  return page
}

describe('an invitation (R4.1)', () => {
  it('carries everything that was filled in, without the blanks around it', async () => {
    const { user, commands } = await writing()
    expect(document.activeElement).toBe(box('Email'))
    await user.type(box('Email'), ' Mara@Example.com ')
    await user.type(box('Full name'), ' Mara Lind ')
    await user.type(box('Company'), 'Lind & Co ')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Plan' }), 'Full-time')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Administrator')
    await user.click(screen.getByRole('checkbox', { name: 'Desk B1' }))
    await user.click(send())
    expect(commands()).toEqual([
      {
        type: 'staff.invite',
        payload: {
          email: 'Mara@Example.com',
          name: 'Mara Lind',
          company: 'Lind & Co',
          language: 'en',
          role: 'administrator',
          plan: 'full',
          resources: ['desk-B1'],
          startsOn: '2026-11-24',
        },
      },
    ])
  })

  it('that is incomplete is not sent: each fault stands at its field, and the first one has the focus', async () => {
    const { user, commands } = await writing()
    await user.type(box('Email'), 'mara@')
    await user.clear(day())
    await user.type(day(), '2026-11-23')
    await user.click(send())
    expect(commands()).toEqual([])
    expect(document.activeElement).toBe(box('Email'))
    for (const field of [box('Email'), box('Full name'), day()]) {
      expect(field.getAttribute('aria-invalid')).toBe('true')
    }
    expect(screen.getByText('That day is over. Choose today or later.')).toBeTruthy()
    await user.type(box('Full name'), 'M')
    expect(box('Full name').getAttribute('aria-invalid')).toBeNull()
    expect(box('Email').getAttribute('aria-invalid')).toBe('true')
  })

  it('that the hub refuses says so at the field that it is about', async () => {
    const { user, refuses } = await writing()
    refuses('staff.invite', { code: 'already-member', params: { name: 'Mara Lind' } })
    await user.type(box('Email'), 'mara@example.com')
    await user.type(box('Full name'), 'Mara Lind')
    await user.click(send())
    expect(box('Email').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Mara Lind is a member already. Find them with the search.')).toBeTruthy()
    expect(box('Full name').value).toBe('Mara Lind')
  })

  it('is confirmed by its result (R8.2), and the next one begins blank', async () => {
    const { user, answers } = await writing()
    answers('staff.invite', ok({ invitation: 'i1' }))
    await user.type(box('Email'), 'mara@example.com')
    await user.type(box('Full name'), 'Mara Lind')
    await user.click(send())
    expect(screen.getByText('Mara Lind is invited. The mail goes to mara@example.com.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Invite another' }))
    expect([box('Email').value, box('Full name').value]).toEqual(['', ''])
  })

  it('that was begun outlives its panel, but not the lock (R8.5)', async () => {
    const { user, view, rows } = await writing()
    await user.type(box('Full name'), 'Mara')
    await user.click(invite())
    await user.click(invite())
    expect(box('Full name').value).toBe('Mara')
    view({ lock: { state: 'locked', staff: [], why: 'idle' }, data: null })
    view({ lock: consoleView().lock })
    rows({ offer })
    await user.click(invite())
    expect(box('Full name').value).toBe('')
  })
})
