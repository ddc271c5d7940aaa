import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDemo, type Setting } from '../fixtures/setting.ts'
import { button, heading, textbox } from '../fixtures/walk.ts'

describe('a console that is a touch screen', () => {
  let setting: Setting
  beforeAll(async () => {
    setting = await openDemo()
  })
  afterAll(() => setting?.close())

  it('takes the PIN without a keyboard (R8.5, R11.2)', async () => {
    const reception = await setting.app.page('reception')
    const noor = reception.getByRole('radio', { name: 'Noor Haddad' })
    await noor.check({ force: true })
    expect(await button(reception, '2').isVisible()).toBe(false)
    await noor.dispatchEvent('pointerdown', { pointerType: 'touch' })
    for (const digit of '2469') await button(reception, digit).click()
    await button(reception, 'Delete').click()
    await button(reception, '8').click()
    expect(await textbox(reception, 'PIN').inputValue()).toBe('2468')
    await button(reception, 'Unlock').click()
    await heading(reception, "Who's here").waitFor()
  })
})
