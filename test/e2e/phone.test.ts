import { createCanvas, loadImage } from '@napi-rs/canvas'
import jsQR from 'jsqr'
import type { Locator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBrowser, openPhone } from '../fixtures/phone.ts'
import { openConsole, openDemo, type Setting } from '../fixtures/setting.ts'
import { button, giveCode, heading, logOut, textbox } from '../fixtures/walk.ts'

/** What a camera reads from a QR code on a screen. */
async function read(code: Locator): Promise<string> {
  const picture = await loadImage(await code.screenshot())
  const canvas = createCanvas(picture.width, picture.height)
  const paper = canvas.getContext('2d')
  paper.drawImage(picture, 0, 0)
  const { data } = paper.getImageData(0, 0, picture.width, picture.height)
  return jsQR(data, picture.width, picture.height)?.data ?? ''
}

/** Phones beside the kiosk, in a browser as people have it. */
describe('phones', () => {
  let setting: Setting
  let kiosk: Page
  beforeAll(async () => {
    setting = await openDemo()
    kiosk = setting.kiosk
    await button(kiosk, 'Check in').waitFor()
  })
  afterAll(async () => {
    await closeBrowser()
    await setting?.close()
  })

  it('somebody scans the home screen, types on their own phone, and the kiosk follows and greets (R7.4)', async () => {
    const link = await read(kiosk.getByRole('img', { name: 'Continue on your phone' }))
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/k\/[\w-]+$/)
    const { page, close } = await openPhone(link)
    await kiosk.getByRole('heading', { name: /phone/i }).waitFor()
    await textbox(page, 'Email').fill('paul.passes@example.com')
    await button(page, 'Send code').click()
    await textbox(page, 'Confirmation code').fill(await setting.mail.codeFor('paul.passes@example.com'))
    await page.getByText('Look up: the kiosk greets you').waitFor()
    await kiosk.getByRole('radio', { name: 'B2', exact: true }).waitFor()
    await kiosk.getByRole('radio', { name: 'B2', exact: true }).check({ force: true })
    await kiosk.getByRole('button', { name: /^Book with a day pass/ }).click()
    await heading(kiosk, "You're checked in").waitFor()
    await logOut(kiosk)
    await button(kiosk, 'Check in').waitFor()
    const again = await openPhone(link)
    await again.page.getByText('This link has run out').waitFor()
    await again.close()
    await close()
  })

  it('a pass on the phone rotates, signs in at the kiosk, and is worth nothing when shown again (R7.2)', async () => {
    const home = await read(kiosk.getByRole('img', { name: 'Continue on your phone' }))
    const { page, close } = await openPhone(`${new URL(home).origin}/me`)
    await textbox(page, 'Email').fill('fatima.fulltime@example.com')
    await button(page, 'Send code').click()
    await textbox(page, 'Confirmation code').fill(await setting.mail.codeFor('fatima.fulltime@example.com'))
    const pass = page.getByRole('img', { name: 'Access pass' })
    await pass.waitFor()
    const text = await read(pass)
    expect(text).not.toBe('')
    const show = async (): Promise<void> => {
      await button(kiosk, 'Scan my pass').click()
      await kiosk.keyboard.type(text)
      await kiosk.keyboard.press('Enter')
    }
    await show()
    await kiosk.getByText('Full-time').first().waitFor()
    await logOut(kiosk)
    await button(kiosk, 'Check in').waitFor()
    await show()
    await kiosk
      .getByText(/shown|used|new one/i)
      .first()
      .waitFor()
    await button(kiosk, 'Back').click()
    await close()
  })

  it('an invited member activates their account once; whoever follows the link before changes nothing (R4)', async () => {
    const reception = await openConsole(setting.app)
    await reception.getByRole('button', { name: 'Invite', exact: true }).click()
    await reception.getByRole('textbox', { name: 'Email' }).fill('iris.invited@example.com')
    await reception.getByRole('textbox', { name: 'Full name' }).fill('Iris Invited')
    await reception.getByRole('textbox', { name: 'Company' }).fill('Iris & Co')
    await reception.getByRole('combobox', { name: 'Plan' }).selectOption({ label: 'Full-time' })
    await reception
      .getByRole('button', { name: /^(Invite|Send)/ })
      .last()
      .click()
    await expect.poll(() => invitation(setting), { timeout: 10_000 }).toBeDefined()
    const mail = invitation(setting)
    expect(mail?.html).toContain('Activate my account')
    const link = /http:\/\/127\.0\.0\.1:\d+\/activate\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? ''
    for (let scan = 0; scan < 3; scan++) expect((await fetch(link)).status).toBe(200)

    const { page, close } = await openPhone(link)
    await button(page, 'Activate my account').click()
    await page.getByText('Iris & Co').waitFor()
    await page.getByText('Full-time').first().waitFor()
    await close()
    const later = await openPhone(link)
    await later.page.getByText('This link was used already').waitFor()
    await later.close()

    await button(kiosk, 'Check in').click()
    await textbox(kiosk, 'Email').fill('iris.invited@example.com')
    await button(kiosk, 'Send code').click()
    await giveCode(kiosk, await setting.mail.codeFor('iris.invited@example.com', 1))
    await kiosk.getByText('Full-time').first().waitFor()
    await logOut(kiosk)
  })

  it('speaks the language of the phone, and keeps it on every page (R11.1)', async () => {
    const home = await read(kiosk.getByRole('img', { name: 'Continue on your phone' }))
    for (const [language, words] of [
      ['de', 'Code senden'],
      ['fr', /code/i],
      ['es', /código/i],
    ] as const) {
      const { page, close } = await openPhone(`${new URL(home).origin}/me`, language)
      await page.getByRole('button', { name: words }).first().waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await close()
    }
  })
})

const invitation = ({ mail }: Setting) =>
  mail.mails.find(
    ({ text, to }) => text?.includes('/activate/') && JSON.stringify(to).includes('iris.invited'),
  )
