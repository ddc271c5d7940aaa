import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Setting } from '../fixtures/setting.ts'
import { button, heading, logOut, pickDesk, proveEmail } from '../fixtures/walk.ts'

describe('members at the kiosk', () => {
  let setting: Setting
  let kiosk: Page

  beforeAll(async () => {
    setting = await openDemo()
    kiosk = setting.kiosk
  })
  afterAll(() => setting?.close())
  afterEach(async () => {
    await button(kiosk, 'Done').click()
    await logOut(kiosk)
    await button(kiosk, 'Check in').waitFor()
  })

  it('a member with day passes spends one and is not asked for terms again (R5.1, R3.2)', async () => {
    await button(kiosk, 'Check in').click()
    await proveEmail(kiosk, setting.mail, 'paul.passes@example.com')
    await pickDesk(kiosk, 'B2')
    const withPass = button(kiosk, 'Book with a day pass')
    expect(await withPass.textContent()).toContain('4')
    await withPass.click()
    await heading(kiosk, "You're checked in").waitFor()
    await kiosk.getByRole('img', { name: 'Access pass' }).waitFor()
  })

  it('a full-time member need not check in and is told why (R5.3)', async () => {
    await button(kiosk, 'Check in').click()
    await proveEmail(kiosk, setting.mail, 'fatima.fulltime@example.com')
    await kiosk.getByText('Full-time').first().waitFor()
    expect(await kiosk.getByRole('radio').count()).toBe(0)
    await button(kiosk, 'Open the door').click()
    await kiosk
      .getByText(/door is open|come in/i)
      .first()
      .waitFor()
  })

  it("a member whose plan starts tomorrow is told so, and may book tomorrow's desk (R4.3)", async () => {
    await button(kiosk, 'Check in').click()
    await proveEmail(kiosk, setting.mail, 'tina.tomorrow@example.com')
    await kiosk
      .getByText(/Full-time plan starts/)
      .first()
      .waitFor()
    expect(await button(kiosk, 'Buy a day pass').count()).toBe(1)
    await pickDesk(kiosk, 'B4')
    await button(kiosk, 'Buy a day pass').click()
    await kiosk.getByRole('textbox', { name: 'Full name' }).fill('Tina Okafor')
    await kiosk.getByRole('checkbox', { name: 'I accept the terms of use' }).check({ force: true })
    await button(kiosk, 'Continue').click()
    await heading(kiosk, "You're checked in").waitFor()
  })
})
