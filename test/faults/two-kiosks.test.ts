import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dataFolder, type FoyerApp, launchApp, noonZone, writeConfig } from '../fixtures/app.ts'
import { type MailSink, startMailSink } from '../fixtures/mail-sink.ts'
import { type StandaloneHub, startStandaloneHub } from '../fixtures/standalone-hub.ts'
import { acceptTerms, button, heading, pickDesk, proveEmail } from '../fixtures/walk.ts'

/** Two real kiosks at one hub that runs alone. */
describe('two kiosks at one hub', () => {
  const data = dataFolder()
  let mail: MailSink
  let hub: StandaloneHub
  /** How the race for C3 ended at each kiosk. */
  let ends: ('in' | 'told')[] = []
  let apps: FoyerApp[]

  beforeAll(async () => {
    mail = await startMailSink()
    writeConfig(`${data.dir}/hub`, `location: { zone: ${noonZone()} }\n`)
    hub = await startStandaloneHub(['--data', `${data.dir}/hub`, '--port', '0', '--demo', '--smtp', mail.url])
    apps = []
    for (const name of ['one', 'two']) {
      const code = hub.pair.pop() as string
      apps.push(
        await launchApp([
          '--data',
          `${data.dir}/${name}`,
          '--role',
          'kiosk',
          '--hub',
          hub.url,
          '--pair',
          code,
          '--lang',
          'en',
        ]),
      )
    }
  })
  afterAll(async () => {
    for (const app of apps ?? []) await app.close()
    await hub?.end()
    await mail?.close()
    data.remove()
  })

  it('the same desk is tapped at both at the same moment: one gets it, the other is told and picks again (I1, R5.6)', async () => {
    const kiosks = await Promise.all(apps.map((app) => app.page('kiosk')))
    for (const [index, kiosk] of kiosks.entries()) {
      await button(kiosk, 'Book a desk').click()
      await pickDesk(kiosk, 'C3')
      await button(kiosk, 'Buy a day pass').click()
      await proveEmail(kiosk, mail, `rival${index}@example.com`)
      await kiosk.getByRole('textbox', { name: 'Full name' }).waitFor()
    }
    await Promise.all(kiosks.map((kiosk, index) => acceptTerms(kiosk, `Rival ${'AB'[index]}`)))
    ends = await Promise.all(
      kiosks.map((kiosk) =>
        Promise.race([
          heading(kiosk, "You're checked in")
            .waitFor()
            .then(() => 'in' as const),
          kiosk
            .getByText(/C3 has just been taken/)
            .first()
            .waitFor()
            .then(() => 'told' as const),
        ]),
      ),
    )
    expect(ends.toSorted()).toEqual(['in', 'told'])

    const loser = kiosks[ends.indexOf('told')]
    if (!loser) throw new Error('both got the desk')
    await pickDesk(loser, 'C4')
    await button(loser, 'Buy a day pass').click()
    await heading(loser, "You're checked in").waitFor()
  })

  it('a desk taken at one is shown taken at the other (R1.3)', async () => {
    const [one, two] = await Promise.all(apps.map((app) => app.page('kiosk')))
    if (!one || !two) throw new Error('two kiosks expected')
    // Whoever won is still signed in and has C3 for their own; the other one's is C4.
    for (const [kiosk, taken] of [
      [one, ends[0] === 'in' ? 'C4' : 'C3'],
      [two, ends[1] === 'in' ? 'C4' : 'C3'],
    ] as const) {
      await button(kiosk, 'Done').click()
      await button(kiosk, 'Book a desk').click()
      await expect.poll(() => kiosk.getByRole('radio', { name: taken, exact: true }).isDisabled()).toBe(true)
    }
  })
})
