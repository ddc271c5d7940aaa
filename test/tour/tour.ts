import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Page } from 'playwright'
import { dataFolder, launchApp, noonZone, root, writeConfig } from '../fixtures/app.ts'
import { startMailSink } from '../fixtures/mail-sink.ts'
import { openConsole } from '../fixtures/setting.ts'
import { acceptTerms, button, heading, logOut, pickDesk, proveEmail, textbox } from '../fixtures/walk.ts'

/**
 * The main job, driven in the real app as a person would: each step with its time, a numbered screenshot of each screen
 * in out/tour/. `--data DIR` keeps the files in DIR/kiosk and DIR/hub.
 */
const { values } = parseArgs({ options: { data: { type: 'string' } } })
const own = values.data === undefined ? dataFolder() : null
const dir = own?.dir ?? resolve(values.data as string)
const shots = join(root, 'out/tour')
rmSync(shots, { recursive: true, force: true })
mkdirSync(shots, { recursive: true })

const began = performance.now()
let shot = 0
let slowest = { step: '', ms: 0 }

async function step(name: string, page: Page, act: () => Promise<unknown>): Promise<void> {
  const at = performance.now()
  await act()
  const ms = performance.now() - at
  if (ms > slowest.ms) slowest = { step: name, ms }
  shot += 1
  const file = `${String(shot).padStart(2, '0')}-${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}.png`
  // The fonts and the last transition are part of what a person sees.
  await page.evaluate(() =>
    Promise.all([
      document.fonts.ready,
      // Not the bar that shows for a minute when the screen will forget.
      ...document
        .getAnimations()
        .filter((each) => Number(each.effect?.getComputedTiming().endTime) < 2_000)
        .map((each) => each.finished.catch(() => null)),
    ]),
  )
  await page.screenshot({ path: join(shots, file) })
  process.stdout.write(`${String(Math.round(ms)).padStart(6)} ms  ${name}\n`)
}

const mail = await startMailSink()
writeConfig(join(dir, 'hub'), `location: { zone: ${noonZone()} }\n`)
const app = await launchApp(['--data', dir, '--demo', '--smtp', mail.url, '--lang', 'en'])
try {
  const kiosk = await app.page('kiosk')
  const reception = await app.page('reception')
  await step('Home', kiosk, () => button(kiosk, 'Check in').waitFor())
  await step('Reception unlocks', reception, () => openConsole(app))
  await step('Desks that are free today', kiosk, async () => {
    await button(kiosk, 'Book a desk').click()
    await kiosk.getByRole('radio', { name: 'A5', exact: true }).waitFor()
  })
  await step('Pick a desk', kiosk, () => pickDesk(kiosk, 'A5'))
  await step('Buy a day pass', kiosk, async () => {
    await button(kiosk, 'Buy a day pass').click()
    await textbox(kiosk, 'Email').waitFor()
  })
  await step('Email and code', kiosk, async () => {
    await proveEmail(kiosk, mail, 'greta.streetwise@example.com')
    await textbox(kiosk, 'Full name').waitFor()
  })
  await step('Name and terms, checked in', kiosk, async () => {
    await acceptTerms(kiosk, 'Greta Streetwise')
    await heading(kiosk, "You're checked in").waitFor()
    await kiosk.getByRole('img', { name: 'Access pass' }).waitFor()
  })
  await step('The door opens', kiosk, async () => {
    await button(kiosk, 'Open the door').click()
    await kiosk
      .getByText(/door is open|come in/i)
      .first()
      .waitFor()
  })
  await step('Reception saw it', reception, () => reception.getByText('Greta Streetwise').first().waitFor())
  await step('Log out', kiosk, async () => {
    await button(kiosk, 'Done').click()
    await logOut(kiosk)
    await button(kiosk, 'Check in').waitFor()
  })
  await step('A member with day passes', kiosk, async () => {
    await button(kiosk, 'Check in').click()
    await proveEmail(kiosk, mail, 'paul.passes@example.com')
    await pickDesk(kiosk, 'B2')
  })
  await step('Checked in with a day pass', kiosk, async () => {
    await button(kiosk, 'Book with a day pass').click()
    await heading(kiosk, "You're checked in").waitFor()
  })
  await step('Account', kiosk, async () => {
    await button(kiosk, 'Done').click()
    await button(kiosk, 'Account').click()
    await textbox(kiosk, 'Full name').waitFor()
  })
  await step('Log out again', kiosk, async () => {
    await button(kiosk, 'More').click()
    await kiosk.getByRole('menuitem', { name: 'Log out', exact: true }).click()
    await button(kiosk, 'Check in').waitFor()
  })
  await step('A full-time member just walks in', kiosk, async () => {
    await button(kiosk, 'Check in').click()
    await proveEmail(kiosk, mail, 'fatima.fulltime@example.com')
    await kiosk.getByText('Full-time').first().waitFor()
  })
  await step('Her door opens', kiosk, async () => {
    await button(kiosk, 'Open the door').click()
    await kiosk
      .getByText(/door is open|come in/i)
      .first()
      .waitFor()
  })
  await step('Reception at the end', reception, () =>
    reception.getByText('Front door opened for Fatima El Amrani').first().waitFor(),
  )
  process.stdout.write(
    `\n${shot} steps in ${((performance.now() - began) / 1000).toFixed(1)} s; slowest: ${slowest.step} (${Math.round(slowest.ms)} ms). Screenshots: out/tour/\n`,
  )
} finally {
  await app.close()
  await mail.close()
  own?.remove()
}
