import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { contest, type Row } from '../measure.ts'
import { bareApp, kioskOn, type Launched, launch } from '../windows.ts'

/**
 * `start`: from starting the process until a tap on the home screen is answered. Kiosk role, hub elsewhere, a replica of 1,000
 * items; not the first start. Floor: a window, a process and a port between them, answering a tap on its one button.
 */
export async function startRow(): Promise<Row[]> {
  const desks = Array.from(
    { length: 1000 },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${(n % 40) * 25}, y: ${Math.floor(n / 40) * 28} }`,
  )
  const kiosk = await kioskOn(`desks:\n${desks.join('\n')}\n`, [], async (first, dir) => {
    await tap(first)
    // A kiosk that ran for some seconds has kept how its home screen looks.
    while (!existsSync(join(dir, 'last-home.json'))) await setTimeout(100)
  })
  try {
    return await contest({
      figures: { tap: { name: 'start', unit: 'ms', bound: 1.5 } },
      foyer: async () => ({ tap: await timeToAnswer(kiosk.args) }),
      floor: async () => ({ tap: await timeToAnswer(bareApp) }),
    })
  } finally {
    await kiosk.close()
  }
}

async function timeToAnswer(args: string[]): Promise<number> {
  const began = performance.now()
  const launched = await launch(args)
  await tap(launched)
  const took = performance.now() - began
  await launched.close()
  return took
}

/** Taps "Check in" as soon as it can be; answered is when there is a field to type into. */
async function tap({ page }: Launched): Promise<void> {
  await page.getByRole('button', { name: 'Check in', exact: true }).click()
  await page.locator('input').first().waitFor()
}
