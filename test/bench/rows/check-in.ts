import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import { dataFolder, writeConfig } from '../../fixtures/app.ts'
import { type KioskPage, openPage } from '../../fixtures/kiosk-page.ts'
import { startMailSink } from '../../fixtures/mail-sink.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { contest, quantile, type Row } from '../measure.ts'

const bench = join(import.meta.dirname, '..')
const bound = 2.5
/** Check-ins per run; a member can book this many days ahead in the kiosk's strip. */
const daysEach = 14
const membersEach = 4

/** `check-in`: tap in the page → "You're checked in" in the view, hub beside it; p50 and p99, milliseconds. */
export async function checkInRows(): Promise<Row[]> {
  const shares = (took: number[]) => ({ p50: quantile(took, 0.5), p99: quantile(took, 0.99) })
  return contest({
    figures: {
      p50: { name: 'check-in p50', unit: 'ms', bound },
      p99: { name: 'check-in p99', unit: 'ms', bound },
    },
    foyer: async () => shares(await throughFoyer()),
    floor: async () => shares(await throughTheFloor(daysEach * membersEach)),
  })
}

/** One hub process, one core, one page; members who book a desk for each day of the strip. */
async function throughFoyer(): Promise<number[]> {
  const data = dataFolder()
  const mail = await startMailSink()
  const desks = Array.from(
    { length: membersEach },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${n * 40}, y: 0 }`,
  )
  writeConfig(join(data.dir, 'hub'), `location: { zone: Etc/UTC }\ndesks:\n${desks.join('\n')}\n`)
  const hub = await startStandaloneHub([
    '--data',
    join(data.dir, 'hub'),
    '--port',
    '0',
    '--demo',
    '--smtp',
    mail.url,
  ])
  const core = new Worker(join(bench, 'core-worker.ts'), {
    workerData: { dir: join(data.dir, 'kiosk'), hub: hub.url, pair: hub.pair[0] },
  })
  await once(core, 'message')
  const page = openPage((port) => core.postMessage({ port }, [port]))
  try {
    await page.screen('home')
    const took: number[] = []
    for (let n = 0; n < membersEach; n++) {
      await signIn(page, `member${n}@example.com`, (email) => mail.codeFor(email))
      took.push(...(await bookTheStrip(page, `T${n}`, n)))
      page.send('logOut', {})
      await page.until(({ shell }) => shell?.person === null)
    }
    return took
  } finally {
    core.postMessage('close')
    await once(core, 'exit')
    page.close()
    await hub.end()
    await mail.close()
    data.remove()
  }
}

async function signIn(
  page: KioskPage,
  email: string,
  codeFor: (email: string) => Promise<string>,
): Promise<void> {
  page.send('start', { purpose: 'account' })
  await page.screen('email')
  page.send('submitEmail', { email })
  await page.screen('code')
  page.send('submitCode', { code: await codeFor(email) })
  await page.screen('account')
}

async function bookTheStrip(page: KioskPage, label: string, who: number): Promise<number[]> {
  const took: number[] = []
  for (let day = 0; day < daysEach; day++) {
    page.send('home', {})
    await page.screen('home')
    page.send('start', { purpose: 'book' })
    const { days } = await page.screen('desks')
    const date = days[day] as string
    page.send('pickDate', { date })
    await page.until(({ catalogue }) => catalogue?.date === date)
    const desk = page.view().catalogue?.desks.find((each) => each.label === label)
    if (!desk) throw new Error(`no desk ${label}`)
    page.send('pickDesk', { desk: desk.id })
    const { pay } = await page.screen('desks', (screen) => screen.selected === desk.id)
    const began = performance.now()
    page.send('book', { pay: 'single', price: pay.single })
    if (day === 0) {
      // The first booking asks for name and terms; it is not counted.
      const { version } = await page.screen('terms')
      page.send('acceptTerms', { name: `Member ${who}`, version })
    }
    await page.screen('done')
    if (day > 0) took.push(performance.now() - began)
  }
  return took
}

/** Port hop + FULL commit + emitWithAck + FULL commit + port hop, with the same libraries and nothing else. */
async function throughTheFloor(count: number): Promise<number[]> {
  const data = dataFolder()
  const hub: ChildProcess = spawn(
    process.execPath,
    [join(bench, 'floors/check-in-hub.ts'), join(data.dir, 'hub.db')],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [port] = (await once(createInterface({ input: hub.stdout as NodeJS.ReadableStream }), 'line')) as [
    string,
  ]
  const core = new Worker(join(bench, 'floors/check-in-core.ts'), {
    workerData: { url: `http://127.0.0.1:${port}`, file: join(data.dir, 'core.db') },
  })
  await once(core, 'message')
  const took: number[] = []
  for (let n = 0; n < count; n++) {
    const began = performance.now()
    core.postMessage(`booking-${n}`)
    await once(core, 'message')
    took.push(performance.now() - began)
  }
  await core.terminate()
  hub.kill()
  await once(hub, 'exit')
  data.remove()
  return took
}
