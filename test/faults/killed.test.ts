import type { Page } from 'playwright'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConsole, openDemo, type Setting } from '../fixtures/setting.ts'
import { button, heading, pickDesk, proveEmail } from '../fixtures/walk.ts'

/** What a screen confirmed survives `kill -9` of any process at any moment (I3), and happens once (I2). */
describe('a process is killed', () => {
  let setting: Setting
  let kiosk: Page
  let reception: Page

  beforeEach(async () => {
    setting = await openDemo()
    kiosk = setting.kiosk
    reception = await openConsole(setting.app)
    await button(kiosk, 'Check in').click()
    await proveEmail(kiosk, setting.mail, 'paul.passes@example.com')
    await pickDesk(kiosk, 'B5')
  })
  afterEach(() => setting?.close())

  const here = () => reception.getByRole('region', { name: "Who's here" })

  it('hub frozen while a desk is booked, core killed after the screen confirmed it', async () => {
    const hub = await setting.app.pid('Foyer hub')
    const core = await setting.app.pid('Foyer core')
    process.kill(hub, 'SIGSTOP')
    await button(kiosk, 'Book with a day pass').click()
    await heading(kiosk, "You're checked in").waitFor()
    process.kill(core, 'SIGKILL')
    process.kill(hub, 'SIGCONT')
    await button(kiosk, 'Check in').waitFor()
    reception = await openConsole(setting.app)
    await here().getByText('B5').waitFor()
    expect(await here().getByText('Paul Weber').count()).toBe(1)
  })

  it('hub killed right after the tap: it comes back, the desk is booked once', async () => {
    const hub = await setting.app.pid('Foyer hub')
    await button(kiosk, 'Book with a day pass').click()
    process.kill(hub, 'SIGKILL')
    await heading(kiosk, "You're checked in").waitFor()
    await here().getByText('B5').waitFor()
    expect(await here().getByText('Paul Weber').count()).toBe(1)
  })

  it('core killed right after the tap: what was on disk takes effect, once', async () => {
    const core = await setting.app.pid('Foyer core')
    await button(kiosk, 'Book with a day pass').click()
    process.kill(core, 'SIGKILL')
    await button(kiosk, 'Check in').waitFor()
    reception = await openConsole(setting.app)
    expect(await here().getByText('Paul Weber').count()).toBeLessThanOrEqual(1)
    // Whoever comes again is welcomed back or books as usual: never a second pass, never a dead end.
    await button(kiosk, 'Book a desk').waitFor()
  })
})
