import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openConsole, openDemo, type Setting } from '../fixtures/setting.ts'
import { button, giveCode, giveEmail, textbox } from '../fixtures/walk.ts'

/** A code that is surely not the right one. */
const wrongFor = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('email and code', () => {
  let setting: Setting
  let kiosk: Page

  beforeAll(async () => {
    // Short idle times so that the screen can be seen to forget; long enough for every step in between.
    setting = await openDemo('idle: { askAfter: 6, forgetAfter: 3 }')
    kiosk = setting.kiosk
  })
  afterAll(() => setting?.close())
  beforeEach(async () => {
    await button(kiosk, 'Account').click()
    await textbox(kiosk, 'Email').waitFor()
  })

  /** "Back" until the home screen is there. */
  async function goHome(): Promise<void> {
    for (const home = button(kiosk, 'Check in'); !(await home.isVisible()); ) {
      await button(kiosk, 'Back').click()
      await home.or(button(kiosk, 'Send code')).first().waitFor()
    }
  }

  it('says what is wrong with something that is no email', async () => {
    await textbox(kiosk, 'Email').fill('ada@nowhere')
    await button(kiosk, 'Send code').click()
    await kiosk.getByText("That address isn't complete. It should look like ada@example.com.").waitFor()
    expect(await textbox(kiosk, 'Email').inputValue()).toBe('ada@nowhere')
    await goHome()
  })

  it('"Wrong email?" goes back with the address still there (R2.4)', async () => {
    await giveEmail(kiosk, 'ada.typo@example.com')
    await button(kiosk, 'Wrong email?').click()
    await textbox(kiosk, 'Email').waitFor()
    expect(await textbox(kiosk, 'Email').inputValue()).toBe('ada.typo@example.com')
    await goHome()
  })

  it('shows that the mail server refused the address, at the kiosk and at reception (R2.5)', async () => {
    const reception = await openConsole(setting.app)
    await giveEmail(kiosk, 'refused.person@example.com')
    await reception.getByText('refused.person@example.com').first().waitFor()
    await button(kiosk, 'Wrong email?').click()
    await goHome()
  })

  it('5 wrong codes lock the email; reception lifts it (R2.3)', async () => {
    const email = 'lena.locked@example.com'
    await giveEmail(kiosk, email)
    const code = await setting.mail.codeFor(email)
    for (let nth = 1; nth <= 4; nth++) {
      await giveCode(kiosk, wrongFor(code))
      await kiosk.getByText(nth === 4 ? 'One try is left' : `${5 - nth} tries are left`).waitFor()
      // The field is cleared for the next try.
      await expect.poll(() => textbox(kiosk, 'Confirmation code').inputValue()).toBe('')
    }
    await giveCode(kiosk, wrongFor(code))
    await kiosk.getByText(/Too many wrong codes\. Try again at \d\d:\d\d\./).waitFor()
    const reception = await openConsole(setting.app)
    await reception.getByRole('button', { name: 'Lift lockout' }).first().click()
    await reception.getByRole('button', { name: 'Lift lockout' }).waitFor({ state: 'detached' })
    await goHome()
  })

  it('asks after a while without a touch, and then forgets everything (R10.3)', async () => {
    await textbox(kiosk, 'Email').fill('walks.away@example.com')
    await button(kiosk, 'Send code').click()
    await textbox(kiosk, 'Confirmation code').waitFor()
    await kiosk.getByRole('button', { name: "I'm still here" }).waitFor({ timeout: 15_000 })
    await button(kiosk, 'Check in').waitFor({ timeout: 15_000 })
    await button(kiosk, 'Account').click()
    await textbox(kiosk, 'Email').waitFor()
    expect(await textbox(kiosk, 'Email').inputValue()).toBe('')
    await goHome()
  })
})
