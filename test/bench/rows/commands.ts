import { v7 } from 'uuid'
import { addDays } from '../../../shared/domain/time.ts'
import { dataFolder, writeConfig } from '../../fixtures/app.ts'
import { startMailSink } from '../../fixtures/mail-sink.ts'
import { startStandaloneHub } from '../../fixtures/standalone-hub.ts'
import { oneCommitEach } from '../floors/one-commit-each.ts'
import { contest, type Row } from '../measure.ts'
import { type Member, need, signedIn, staffDevice } from '../members.ts'

const kiosks = 50
const inFlight = 20
/** Bookings of each kiosk's member: a desk of their own on each of the days that can be booked. */
const days = 30
const price = { amount: 2500, currency: 'EUR' }

/** `commands`: milliseconds per durable booking, 50 kiosks with 20 in flight each, against one FULL commit each. */
export async function commandsRow(): Promise<Row[]> {
  return contest({
    figures: { wall: { name: 'commands', unit: 'ms each', bound: 0.5 } },
    foyer: async () => ({ wall: await bookingsThroughTheHub() }),
    floor: async () => ({ wall: oneCommitEach(kiosks * days) }),
  })
}

async function bookingsThroughTheHub(): Promise<number> {
  const data = dataFolder()
  const mail = await startMailSink()
  const desks = Array.from(
    { length: kiosks },
    (_, n) => `  - { label: T${n}, area: Hall, x: ${n * 20}, y: 0 }`,
  )
  writeConfig(data.dir, `location: { zone: Etc/UTC }\ndesks:\n${desks.join('\n')}\n`)
  const hub = await startStandaloneHub(['--data', data.dir, '--port', '0', '--demo', '--smtp', mail.url])
  const members: Member[] = []
  const staff = await staffDevice(hub.url, hub.pair[0] as string)
  try {
    for (let n = 0; n < kiosks; n++) {
      members.push(await signedIn(hub.url, await staff.pairingCode(), mail, `member${n}@example.com`))
    }
    const deskIds = await staff.deskIds()
    const today = new Date().toISOString().slice(0, 10)
    const began = performance.now()
    await Promise.all(members.map((member, n) => bookAll(member, deskIds[n] as string, today)))
    return (performance.now() - began) / (kiosks * days)
  } finally {
    for (const { device } of [...members, staff]) device.close()
    await hub.end()
    await mail.close()
    data.remove()
  }
}

/** Books one desk for every day, at most `inFlight` at once; sent in order, as an outbox does. */
async function bookAll({ device, session }: Member, desk: string, today: string): Promise<void> {
  const under = new Set<Promise<unknown>>()
  for (let day = 0; day < days; day++) {
    const payload = { booking: v7(), desk, date: addDays(today, day), pay: 'single' as const, price }
    const sent = device.command('desk.book', payload, { session }).then(need)
    under.add(sent)
    void sent.finally(() => under.delete(sent))
    if (under.size >= inFlight) await Promise.race(under)
  }
  await Promise.all(under)
}
