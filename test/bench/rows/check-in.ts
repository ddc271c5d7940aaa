import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { MessageChannel, Worker } from 'node:worker_threads'
import { v7 } from 'uuid'
import { dataFolder, writeConfig } from '../../fixtures/app.ts'
import { type KioskPage, openPage } from '../../fixtures/kiosk-page.ts'
import { type MailSink, startMailSink } from '../../fixtures/mail-sink.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { contest, quantile, type Row } from '../measure.ts'
import { need, signedIn } from '../members.ts'

const bench = join(import.meta.dirname, '..')
const bound = 2
/**
 * Members who each take a desk for every day of the strip; the first day asks for terms and is not counted. A kiosk may ask for
 * 30 codes an hour.
 */
const members = 29
const days = 14
const counted = members * (days - 1)
/** So many after the start of hub and core are cold. */
const cold = 50

/** The largest things that cross on the way of one check-in, for the floor to carry too. */
interface Payloads {
  /** File with the hub's answer. */
  answer: string
  /** File with what the page is told when the desk is booked. */
  view: string
}

/**
 * `check-in`: from the tap until the view says that the desk is theirs, hub beside it, milliseconds. Core and page each in a
 * thread, the hub in a process. Some 380 a run, so over 1,800 with the five that count.
 */
export async function checkInRows(note: (text: string) => void): Promise<Row[]> {
  const data = dataFolder()
  try {
    const payloads = { answer: join(data.dir, 'answer.json'), view: join(data.dir, 'view.json') }
    const rows = await contest({
      figures: {
        coldP50: { name: 'check-in cold p50', unit: 'ms', bound },
        coldP95: { name: 'check-in cold p95', unit: 'ms', bound },
        hotP50: { name: 'check-in hot p50', unit: 'ms', bound },
        hotP95: { name: 'check-in hot p95', unit: 'ms', bound },
      },
      foyer: async () => figuresOf(await throughFoyer(payloads)),
      floor: async () => figuresOf(await throughTheFloor(payloads)),
    })
    note(`${counted} check-ins a run, the first ${cold} of them cold`)
    return rows
  } finally {
    data.remove()
  }
}

function figuresOf(took: readonly number[]) {
  const [first, rest] = [took.slice(0, cold), took.slice(cold)]
  return {
    coldP50: quantile(first, 0.5),
    coldP95: quantile(first, 0.95),
    hotP50: quantile(rest, 0.5),
    hotP95: quantile(rest, 0.95),
  }
}

/** One hub process, one core, one page. Leaves in `payloads` what the floor is to carry. */
async function throughFoyer(payloads: Payloads): Promise<number[]> {
  const data = dataFolder()
  const mail = await startMailSink()
  const desks = Array.from(
    { length: members + 1 },
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
    for (let n = 0; n < members; n++) {
      await signIn(page, `member${n}@example.com`, mail)
      took.push(...(await bookTheStrip(page, `T${n}`, n)))
      if (n === members - 1) writeFileSync(payloads.view, JSON.stringify(page.change()))
      page.send('logOut', {})
      await page.until(({ shell }) => shell?.person === null)
    }
    writeFileSync(payloads.answer, JSON.stringify(await answerOf(hub.url, hub.pair[1] as string, mail)))
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

/** What the hub answers to somebody who has as many bookings as those who were measured. */
async function answerOf(url: string, pair: string, mail: MailSink): Promise<unknown> {
  const { device, session } = await signedIn(url, pair, mail, 'answer@example.com')
  try {
    const { rows } = need(await device.verb('since', { scope: 'catalogue', cursor: 0, limit: 2000 }))
    const last = rows.find(
      ({ kind, row }) => kind === 'desk' && (row as { label: string }).label === `T${members}`,
    )
    const today = new Date().toISOString().slice(0, 10)
    let answer: unknown
    for (let day = 0; day < days / 2; day++) {
      const date = new Date(Date.parse(today) + day * 86_400_000).toISOString().slice(0, 10)
      const price = { amount: 2500, currency: 'EUR' }
      const payload = { booking: v7(), desk: last?.id ?? '', date, pay: 'single' as const, price }
      answer = await device.command('desk.book', payload, { session })
      need(answer as Awaited<ReturnType<typeof device.command<'desk.book'>>>)
    }
    return answer
  } finally {
    device.close()
  }
}

async function signIn(page: KioskPage, email: string, mail: MailSink): Promise<void> {
  page.send('start', { purpose: 'account' })
  await page.screen('email')
  page.send('submitEmail', { email })
  await page.screen('code')
  page.send('submitCode', { code: await mail.codeFor(email) })
  await page.screen('account')
}

async function bookTheStrip(page: KioskPage, label: string, who: number): Promise<number[]> {
  const took: number[] = []
  for (let day = 0; day < days; day++) {
    page.send('home', {})
    await page.screen('home')
    page.send('start', { purpose: 'book' })
    const { days: strip } = await page.screen('desks')
    const date = strip[day] as string
    page.send('pickDate', { date })
    await page.until(({ catalogue }) => catalogue?.date === date)
    const desk = page.view().catalogue?.desks.find((each) => each.label === label)
    if (!desk) throw new Error(`no desk ${label}`)
    page.send('pickDesk', { desk: desk.id })
    const { pay } = await page.screen('desks', (screen) => screen.selected === desk.id)
    const began = performance.now()
    page.send('book', { pay: 'single', price: pay.single })
    if (day === 0) {
      const { version } = await page.screen('terms')
      page.send('acceptTerms', { name: `Member ${who}`, version })
    }
    await page.screen('done')
    if (day > 0) took.push(performance.now() - began)
  }
  return took
}

/** Port hop + FULL commit + emitWithAck + FULL commit + port hop, with the same libraries and as much to carry. */
async function throughTheFloor({ answer, view }: Payloads): Promise<number[]> {
  const data = dataFolder()
  const hub = spawn(
    process.execPath,
    [join(bench, 'floors/check-in-hub.ts'), join(data.dir, 'hub.db'), answer],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [port] = (await once(createInterface({ input: hub.stdout }), 'line')) as [string]
  const core = new Worker(join(bench, 'floors/check-in-core.ts'), {
    workerData: { url: `http://127.0.0.1:${port}`, file: join(data.dir, 'core.db'), view },
  })
  await once(core, 'message')
  const { port1, port2 } = new MessageChannel()
  core.postMessage({ port: port2 }, [port2])
  const took: number[] = []
  for (let n = 0; n < counted; n++) {
    const answered = once(port1, 'message')
    const began = performance.now()
    port1.postMessage(`booking-${n}`)
    await answered
    took.push(performance.now() - began)
  }
  port1.close()
  await core.terminate()
  hub.kill()
  await once(hub, 'exit')
  data.remove()
  return took
}
