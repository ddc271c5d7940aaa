import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { wrongCodesPerHour } from './codes.ts'
import { codesPerHour } from './send-code.ts'

const minute = 60_000

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
})
afterEach(() => hub.close())

const request = (device: TestDevice, email: string) => device.ask('code.request', { email, language: 'en' })
const verify = (device: TestDevice, email: string, code: string) =>
  device.ask('code.verify', { email, code, language: 'en' })
const wrong = () => (hub.code() === '000000' ? '000001' : '000000')

/** Wrong codes for one email after the other, never so many that an email is locked. */
async function guess(device: TestDevice, times: number, name: string): Promise<void> {
  for (let n = 0; n < times; n++) {
    const email = `${name}-${Math.floor(n / 4)}@example.com`
    if (n % 4 === 0) must(await request(device, email))
    expect(errorOf(await verify(device, email, wrong())).code).toBe('code-wrong')
  }
}

describe('wrong codes (R2.6)', () => {
  it('stop a device that guesses, and no email is locked by it', async () => {
    must(await request(kiosk, 'ada@example.com'))
    const code = hub.code()
    hub.system.advance(minute)
    await guess(kiosk, wrongCodesPerHour.device, 'guess')
    const until = hub.system.now() + 60 * minute
    const refused = { code: 'rate-limited', params: { untilAt: until } }
    expect(errorOf(await verify(kiosk, 'guess-0@example.com', wrong()))).toEqual(refused)
    // Not even a right code goes through here: the guesser would only have to go on.
    expect(errorOf(await verify(kiosk, 'ada@example.com', code))).toEqual(refused)
    expect(hub.rows('reception', 'lockout')).toEqual([])
    // It is neither used up nor wrong: another device takes it.
    must(await verify(await hub.device(['kiosk'], 'Kiosk 2'), 'ada@example.com', code))
  })

  it('count for an hour, each on its own', async () => {
    await guess(kiosk, wrongCodesPerHour.device - 1, 'early')
    hub.system.advance(30 * minute)
    await guess(kiosk, 1, 'late')
    must(await request(kiosk, 'ada@example.com'))
    const first = errorOf(await verify(kiosk, 'ada@example.com', hub.code()))
    expect(first).toEqual({ code: 'rate-limited', params: { untilAt: hub.system.now() + 30 * minute } })
    hub.system.advance(30 * minute)
    must(await request(kiosk, 'ada@example.com'))
    must(await verify(kiosk, 'ada@example.com', hub.code()))
  })

  it('stop everybody when they come from everywhere', async () => {
    const devices = Array.from({ length: wrongCodesPerHour.hub / 20 }, (_, n) => hub.phone(`p${n}`))
    for (const device of devices) await guess(device, 20, device.id.replace(':', '-'))
    const next = hub.phone('next')
    must(await request(next, 'ada@example.com'))
    expect(errorOf(await verify(next, 'ada@example.com', hub.code())).code).toBe('rate-limited')
    hub.system.advance(60 * minute)
    must(await request(next, 'ada@example.com'))
    must(await verify(next, 'ada@example.com', hub.code()))
  })

  it('are no sends: a device that may not try may still ask for a code, and the other way round', async () => {
    await guess(kiosk, wrongCodesPerHour.device, 'guess')
    must(await request(kiosk, 'ada@example.com'))
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    for (let n = 0; n < codesPerHour.device; n++) must(await request(other, `s${n}@example.com`))
    const code = hub.code()
    expect(errorOf(await request(other, 'more@example.com')).code).toBe('rate-limited')
    must(await verify(other, `s${codesPerHour.device - 1}@example.com`, code))
  })

  it('are forgotten after a day', async () => {
    await guess(kiosk, 3, 'guess')
    const tries = () => hub.look().prepare('SELECT count(*) FROM wrong_try').pluck().get()
    expect(tries()).toBe(9)
    hub.system.advance(26 * 60 * minute)
    must(await request(kiosk, 'ada@example.com'))
    expect(tries()).toBe(0)
  })
})

it('other mails of a device are no codes: they do not count (R2.6)', async () => {
  const desk = await hub.device('both', 'Both')
  const session = await hub.staff(desk)
  const invited = {
    name: 'Ida',
    company: '',
    language: 'en',
    role: 'member',
    plan: null,
  } as const
  for (let n = 0; n <= codesPerHour.device; n++) {
    const email = `i${n}@example.com`
    must(
      await desk.ask(
        'staff.invite',
        { ...invited, email, resources: [], startsOn: '2026-11-23' },
        { session },
      ),
    )
  }
  must(await request(desk, 'ada@example.com'))
})
