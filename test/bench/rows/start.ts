import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { _electron } from 'playwright'
import { dataFolder, root, writeConfig } from '../../fixtures/app.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { contest, type Row } from '../measure.ts'

const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** From starting the process until a tap on "Check in" is answered, milliseconds. */
async function startAndTap(args: string[], answer: string): Promise<number> {
  const executablePath = execFileSync(process.execPath, [join(root, 'scripts/electron-path.mjs')], {
    encoding: 'utf8',
  }).trim()
  const began = performance.now()
  const app = await _electron.launch({ executablePath, cwd: root, args: [...args, ...sandbox] })
  const page = await app.firstWindow()
  await page.getByRole('button', { name: 'Check in', exact: true }).click()
  await page.locator(answer).first().waitFor()
  const took = performance.now() - began
  await app.close()
  return took
}

/** `start`: kiosk role, hub elsewhere, a replica of 1,000 items (BENCH.md). */
export async function startRow(): Promise<Row[]> {
  const data = dataFolder()
  const desks = Array.from(
    { length: 1000 },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${(n % 40) * 25}, y: ${Math.floor(n / 40) * 28} }`,
  )
  writeConfig(`${data.dir}/hub`, `desks:\n${desks.join('\n')}\n`)
  const hub = await startStandaloneHub(['--data', `${data.dir}/hub`, '--port', '0', '--demo'])
  const args = [
    '.',
    '--data',
    `${data.dir}/kiosk`,
    '--role',
    'kiosk',
    '--windowed',
    '--lang',
    'en',
    '--hub',
    hub.url,
  ]
  try {
    const [code] = hub.pair
    // Paired and with a full replica before anything is counted.
    await startAndTap([...args, '--pair', code as string], 'input')
    return await contest({
      figures: { tap: { name: 'start', unit: 'ms', bound: 1.5 } },
      foyer: async () => ({ tap: await startAndTap(args, 'input') }),
      floor: async () => ({ tap: await startAndTap([join(root, 'test/bench/floors/bare-app')], 'h1') }),
    })
  } finally {
    await hub.end()
    data.remove()
  }
}
