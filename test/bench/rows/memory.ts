import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright'
import { type MailSink, startMailSink } from '../../fixtures/mail-sink.ts'
import { acceptTerms, button, heading, logOut, pickDesk, proveEmail } from '../../fixtures/walk.ts'
import { contest, type Row } from '../measure.ts'
import { bareApp, kioskOn, launch, memoryOf } from '../windows.ts'

/** Members, each of whom takes a desk of their own for so many days: 100 check-ins. */
const members = 8
const days = 13
/** What was needed only in passing is given back by then, milliseconds. */
const settled = 5_000

/** `memory`: PSS of all processes after 100 check-ins; kiosk role, hub elsewhere. Floor: the bare app after 100 taps. */
export async function memoryRow(note: (text: string) => void): Promise<Row[]> {
  const rows = await contest({
    figures: { pss: { name: 'memory', unit: 'MiB', bound: 1.4 } },
    foyer: async () => ({ pss: await memoryOfKiosk() }),
    floor: async () => ({ pss: await memoryAfter(bareApp, taps) }),
  })
  note(`${members * days} check-ins a run`)
  return rows
}

/** On a hub of its own each time: a kiosk may ask for 30 codes an hour. */
async function memoryOfKiosk(): Promise<number> {
  const mail = await startMailSink()
  const desks = Array.from(
    { length: members },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${n * 60}, y: 0 }`,
  )
  const yaml = `location: { zone: Etc/UTC }\ndesks:\n${desks.join('\n')}\n`
  const kiosk = await kioskOn(yaml, ['--smtp', mail.url], ({ page }) => button(page, 'Check in').waitFor())
  try {
    return await memoryAfter(kiosk.args, (page) => checkIns(page, mail))
  } finally {
    await kiosk.close()
    await mail.close()
  }
}

async function memoryAfter(args: string[], work: (page: Page) => Promise<void>): Promise<number> {
  const { app, page, close } = await launch(args)
  try {
    await work(page)
    await setTimeout(settled)
    return memoryOf(app.process().pid as number)
  } finally {
    await close()
  }
}

/** One member after the other books a desk of their own for day after day, and logs out. */
async function checkIns(page: Page, mail: MailSink): Promise<void> {
  for (let n = 0; n < members; n++) {
    for (let day = 0; day < days; day++) {
      await button(page, 'Book a desk').click()
      await page.getByRole('group', { name: 'Day', exact: true }).getByRole('button').nth(day).click()
      await pickDesk(page, `T${n}`)
      await button(page, 'Buy a day pass').click()
      if (day === 0) {
        await proveEmail(page, mail, `member${n}@example.com`)
        await acceptTerms(page, `Member ${n}`)
      }
      await heading(page, day === 0 ? "You're checked in" : 'Your desk is booked').waitFor()
      await button(page, 'Done').click()
    }
    await logOut(page)
    await button(page, 'Check in').waitFor()
  }
}

async function taps(page: Page): Promise<void> {
  for (let n = 0; n < members * days; n++) await button(page, 'Check in').click()
}
