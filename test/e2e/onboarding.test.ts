import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openConsole, openDemo, type Setting } from '../fixtures/setting.ts'
import { acceptTerms, button, heading, logOut, proveEmail, textbox } from '../fixtures/walk.ts'

/** Every step of member onboarding at the kiosk, in the order of the seed document, with billing asked for. */
describe('onboarding at the kiosk', () => {
  let setting: Setting
  beforeAll(async () => {
    setting = await openDemo('asksBilling: true')
    await button(setting.kiosk, 'Check in').waitFor()
  })
  afterAll(() => setting?.close())
  /** Back home, whatever the test before left on the screen. */
  beforeEach(async () => {
    const { kiosk } = setting
    const home = button(kiosk, 'Check in')
    while (!(await home.isVisible()))
      await button(kiosk, 'Back')
        .or(button(kiosk, 'Done'))
        .first()
        .click({ timeout: 3_000 })
        .catch(() => home.waitFor())
  })
  const browse = async (tab: string): Promise<void> => {
    await button(setting.kiosk, 'Browse').click()
    await setting.kiosk.getByRole('tab', { name: tab, exact: true }).click()
  }
  const open = (name: string) => setting.kiosk.getByRole('button', { name, exact: true }).first().click()

  it('shows everything that is public without a login, and nothing else (R1.1, R1.2)', async () => {
    const { kiosk } = setting
    await button(kiosk, 'Browse').click()
    const tabs = [
      'Rooms',
      'Desks',
      'Offices',
      'Equipment',
      'Parking',
      'Events',
      'Shop',
      'Feed',
      'Support',
      'Plans',
    ]
    for (const name of tabs) {
      const tab = kiosk.getByRole('tab', { name, exact: true })
      await tab.click()
      expect(await tab.getAttribute('aria-selected')).toBe('true')
      await expect.poll(() => kiosk.getByRole('tabpanel').innerText()).not.toBe('')
    }
    await kiosk.getByRole('tab', { name: 'Rooms', exact: true }).click()
    await kiosk.getByText('Linden Room').waitFor()
    expect(await kiosk.getByRole('tabpanel').innerText()).not.toMatch(/Members|Administrators/)
  })

  it('asks who it is only to act, then name and terms, then billing, and reserves (R2.1, R3.1, R3.3)', async () => {
    const { kiosk, mail } = setting
    await browse('Rooms')
    await open('Linden Room')
    const act = kiosk.getByRole('button', { name: /^Reserve/ })
    await kiosk.getByRole('button', { name: /Free/ }).first().click()
    await expect.poll(() => act.innerText()).toMatch(/€14\.00/)
    await act.click()
    await proveEmail(kiosk, mail, 'robin.room@example.com')
    await acceptTerms(kiosk, 'Robin Room')
    await textbox(kiosk, 'Name or company').fill('Robin GmbH')
    await textbox(kiosk, 'Street').fill('Lindenstraße 1')
    await textbox(kiosk, 'Postal code').fill('10969')
    await textbox(kiosk, 'City').fill('Berlin')
    await textbox(kiosk, 'Tax ID').fill('DE 123456789')
    await button(kiosk, 'Continue').click()
    await heading(kiosk, "It's reserved").waitFor()
    await kiosk.getByText('Due at reception').waitFor()
    await kiosk.getByText(/19\s?% VAT, €2\.2/).waitFor()
  })

  it('asks neither terms nor billing twice (R3.2, R3.3), and shows the banner until the profile is complete (R3.4)', async () => {
    const { kiosk } = setting
    await button(kiosk, 'Complete your profile').waitFor()
    await browse('Events')
    await open('Taxes for freelancers')
    await kiosk.getByRole('button', { name: /^Join/ }).click()
    await heading(kiosk, 'See you there').waitFor()
  })

  it('pays on the phone by a page that the screen follows (R3.5)', async () => {
    const { kiosk } = setting
    await browse('Shop')
    await open('Coffee card')
    await kiosk.getByRole('button', { name: /^Order/ }).click()
    await heading(kiosk, "It's ordered").waitFor()
    await kiosk.getByRole('button', { name: /^Pay with your phone/ }).click()
    await kiosk.getByRole('img', { name: 'Payment page' }).waitFor()
  })

  it('gives a reservation back from the account (R1.4), keeps phone and bio (R3.4), and logs out (R10.3)', async () => {
    const { kiosk } = setting
    await button(kiosk, 'Account').click()
    await kiosk.getByText('Linden Room').first().waitFor()
    await textbox(kiosk, 'Phone').fill('nonsense')
    await kiosk.getByRole('button', { name: /^Save/ }).click()
    await kiosk
      .getByText(/phone number/i)
      .first()
      .waitFor()
    await textbox(kiosk, 'Phone').fill('030 1234567')
    await textbox(kiosk, 'Bio').fill('Draws rooms.')
    await kiosk.getByRole('button', { name: /^Save/ }).click()
    await expect.poll(() => textbox(kiosk, 'Phone').inputValue()).toMatch(/\+49/)
    await logOut(kiosk)
    await button(kiosk, 'Check in').waitFor()
  })

  it('signs up for a plan from a day on, and is known from then on (R4.3)', async () => {
    const { kiosk, mail } = setting
    await button(kiosk, 'Sign up').click()
    await kiosk.getByRole('tab', { name: 'Plans', exact: true }).waitFor()
    await open('Full-time')
    await kiosk.getByRole('button', { name: /^Sign up · €290/ }).click()
    await proveEmail(kiosk, mail, 'petra.plan@example.com')
    await acceptTerms(kiosk, 'Petra Plan')
    await textbox(kiosk, 'Name or company').fill('Petra Plan')
    await textbox(kiosk, 'Street').fill('Weg 2')
    await textbox(kiosk, 'Postal code').fill('8001')
    await textbox(kiosk, 'City').fill('Zürich')
    await button(kiosk, 'Continue').click()
    await heading(kiosk, 'Welcome to the house').waitFor()
    const reception = await openConsole(setting.app)
    await reception.getByText('Petra Plan').first().waitFor()
    await button(kiosk, 'Done').click()
    await button(kiosk, 'Check in').click()
    await kiosk.getByText('Full-time').first().waitFor()
    await logOut(kiosk)
  })

  it('a question to reception asks for no terms (R3.1), is answered there, and the answer comes by mail', async () => {
    const { kiosk, mail, app } = setting
    await browse('Support')
    await open('Reception')
    await textbox(kiosk, 'Your question').fill('Is there a shower?')
    await button(kiosk, 'Send').click()
    await proveEmail(kiosk, mail, 'quinn.question@example.com')
    await kiosk.getByText(/Your question is with reception/).waitFor()
    const reception = await openConsole(app)
    await reception.getByText('Is there a shower?').first().waitFor()
    await reception.getByRole('button', { name: 'Answer', exact: true }).first().click()
    await textbox(reception, 'Your answer').fill('Yes, on the ground floor.')
    await button(reception, 'Send answer').click()
    await expect
      .poll(() => mail.mails.some(({ text }) => text?.includes('on the ground floor')), { timeout: 10_000 })
      .toBe(true)
    await logOut(kiosk)
  })
})
