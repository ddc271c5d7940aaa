import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesThatContain } from '../fixtures/disk.ts'
import { openConsole, openDemo, type Setting } from '../fixtures/setting.ts'
import { acceptTerms, button, heading, logOut, pickDesk, proveEmail, textbox } from '../fixtures/walk.ts'

/** From the street to the desk, in a real Electron, with a mail that really went through SMTP. */
describe('walk-in', () => {
  let setting: Setting
  let kiosk: Page
  let reception: Page

  beforeAll(async () => {
    setting = await openDemo()
    kiosk = setting.kiosk
  })
  afterAll(() => setting?.close())

  it('opens the console with a staff PIN (R8.5)', async () => {
    reception = await openConsole(setting.app)
    for (const name of ['Access grants', 'Doors', 'Kiosks', 'Activity'])
      await heading(reception, name).waitFor()
  })

  it('shows what is free before anybody says who they are (R1.1, R2.1)', async () => {
    await heading(kiosk, 'Foyer Lindenhof').waitFor()
    await button(kiosk, 'Book a desk').click()
    await kiosk.getByRole('radio', { name: 'A5', exact: true }).waitFor()
    expect(await textbox(kiosk, 'Email').count()).toBe(0)
  })

  it('says the price on the button before it is tapped (R1.4)', async () => {
    await pickDesk(kiosk, 'A5')
    const buy = button(kiosk, 'Buy a day pass')
    expect(await buy.textContent()).toContain('25.00')
  })

  it('proves an email with the code from the mail (R2.1, R2.2)', async () => {
    await button(kiosk, 'Buy a day pass').click()
    await proveEmail(kiosk, setting.mail, 'greta.streetwise@example.com')
    await textbox(kiosk, 'Full name').waitFor()
  })

  it('asks for name and terms before the obligation, and checks in (R3.1, R5.1)', async () => {
    expect(await button(kiosk, 'Continue').isDisabled()).toBe(true)
    await acceptTerms(kiosk, 'Greta Streetwise')
    await heading(kiosk, "You're checked in").waitFor()
    await kiosk.getByRole('img', { name: 'Access pass' }).waitFor()
  })

  it('opens the door (R6.2, R6.4)', async () => {
    await button(kiosk, 'Open the door').click()
    await kiosk.getByText(/open/i).first().waitFor()
    await reception
      .getByText(/Greta Streetwise/)
      .first()
      .waitFor()
  })

  it('is seen by reception: who is here, the grant at the door, what happened (R8.1)', async () => {
    const here = reception.getByRole('region', { name: "Who's here" })
    await here.getByText('Greta Streetwise').waitFor()
    await here.getByText('A5').waitFor()
    await reception
      .getByRole('region', { name: 'Access grants' })
      .getByText('Greta Streetwise')
      .first()
      .waitFor()
    await reception.getByRole('region', { name: 'Activity' }).getByText(/door/i).first().waitFor()
  })

  it('welcomes the same person back to the same desk, without a second charge (R5.4)', async () => {
    await button(kiosk, 'Done').click()
    await button(kiosk, 'Check in').click()
    await heading(kiosk, "You're checked in").waitFor()
    await kiosk.getByText('Welcome back').first().waitFor()
    await kiosk.getByText('A5').first().waitFor()
    expect(
      await reception.getByRole('region', { name: "Who's here" }).getByText('Greta Streetwise').count(),
    ).toBe(1)
  })

  it('forgets the person at "Log out" (R10.3)', async () => {
    await button(kiosk, 'Done').click()
    await logOut(kiosk)
    await button(kiosk, 'Check in').waitFor()
    await button(kiosk, 'Account').click()
    await textbox(kiosk, 'Email').waitFor()
    expect(await textbox(kiosk, 'Email').inputValue()).toBe('')
  })

  it('left no name, email or code on the disk of the kiosk (I7)', async () => {
    const found = await filesThatContain(`${setting.dir}/kiosk`, [
      'greta',
      'Greta',
      'streetwise',
      'Streetwise',
    ])
    expect(found).toEqual([])
  })
})
