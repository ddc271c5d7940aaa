import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { _electron, type Page } from 'playwright'
import { dataFolder, electron, root, writeConfig } from '../../fixtures/app.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { contest, type Row } from '../measure.ts'

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
const floor = join(root, 'test/bench/floors/bare-app')

/**
 * `start`: from starting the process until a tap on the home screen is answered. Kiosk role, hub elsewhere, a replica of 1,000
 * items; not the first start. Floor: a window, a process and a port between them, answering a tap on its one button.
 */
export async function startRow(): Promise<Row[]> {
  const data = dataFolder()
  const desks = Array.from(
    { length: 1000 },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${(n % 40) * 25}, y: ${Math.floor(n / 40) * 28} }`,
  )
  writeConfig(join(data.dir, 'hub'), `desks:\n${desks.join('\n')}\n`)
  const hub = await startStandaloneHub(['--data', join(data.dir, 'hub'), '--port', '0', '--demo'])
  const kiosk = join(data.dir, 'kiosk')
  const args = ['.', '--data', kiosk, '--role', 'kiosk', '--windowed', '--lang', 'en', '--hub', hub.url]
  try {
    const first = await startAndTap([...args, '--pair', hub.pair[0] as string])
    // A kiosk that ran for some seconds has kept how its home screen looks.
    while (!existsSync(join(kiosk, 'kiosk', 'last-home.json'))) await setTimeout(100)
    await first.close()
    return await contest({
      figures: { tap: { name: 'start', unit: 'ms', bound: 1.5 } },
      foyer: async () => ({ tap: await timeToAnswer(args) }),
      floor: async () => ({ tap: await timeToAnswer([floor]) }),
    })
  } finally {
    await hub.end()
    data.remove()
  }
}

async function timeToAnswer(args: string[]): Promise<number> {
  const { took, close } = await startAndTap(args)
  await close()
  return took
}

/** Starts an app and taps "Check in" as soon as it can be; answered is when there is a field to type into. */
async function startAndTap(args: string[]): Promise<{ took: number; close(): Promise<void> }> {
  const executablePath = electron()
  const began = performance.now()
  const app = await _electron.launch({ executablePath, cwd: root, args: [...args, ...sandbox] })
  const page: Page = await app.firstWindow()
  await page.getByRole('button', { name: 'Check in', exact: true }).click()
  await page.locator('input').first().waitFor()
  return { took: performance.now() - began, close: () => app.close() }
}
