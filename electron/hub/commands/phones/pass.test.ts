import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'
import { newSigningKey, signingKeyFromPem } from '../../../lib/ed25519.ts'
import { type PassClaims, signPass } from '../../../lib/pass.ts'
import { newId } from '../../../lib/system.ts'
import { wrongPassesPerHour } from './pass.present.ts'

const minute = 60_000
const today = '2026-11-23'

let hub: TestHub
let kiosk: TestDevice
let phone: TestDevice
let own: string
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device(['kiosk'], 'Lobby')
  phone = hub.phone('paul')
  own = await hub.signIn(phone, 'paul.passes@example.com')
})
afterEach(() => hub.close())

const rotate = async (id = newId(hub.system)) =>
  must(await phone.ask('pass.rotate', {}, { session: own, id }))
const present = (text: string, device = kiosk) => device.ask('pass.present', { text })
const shown = async () => (await rotate()).codes[0]?.text ?? ''

describe('the rotating pass (R7.2)', () => {
  it('is told for now and the three steps after, 30 s each', async () => {
    const { now, codes } = await rotate()
    expect(now).toBe(hub.system.now())
    expect(codes.map(({ from, until }) => [from - now, until - now])).toEqual([
      [0, 30_000],
      [30_000, 60_000],
      [60_000, 90_000],
      [90_000, 120_000],
    ])
    expect(codes[0]?.text).toMatch(/^FOYER2\.[\w-]{36}\.\d{8}$/)
  })

  it('opens a session on the kiosk for its person', async () => {
    const { session, person } = must(await present(await shown()))
    expect(person.profile.name).toBe('Paul Weber')
    must(await kiosk.ask('person.get', {}, { session }))
    expect(hub.rows('reception', 'activity').map(({ row }) => row)).toContainEqual(
      expect.objectContaining({ what: 'pass-shown', who: 'Paul Weber', subject: 'Lobby' }),
    )
  })

  it('is worth nothing to whoever shows it second: a screenshot', async () => {
    const text = await shown()
    must(await present(text))
    expect(errorOf(await present(text)).code).toBe('pass-used')
    expect(errorOf(await present(text, await hub.device(['kiosk'], 'Side door'))).code).toBe('pass-used')
    hub.system.advance(30_000)
    must(await present(await shown()))
  })

  it('is taken one step to either side, and never after a later one', async () => {
    const { codes } = await rotate()
    const at = (n: number) => codes[n]?.text ?? ''
    expect(errorOf(await present(at(2))).code).toBe('pass-invalid')
    must(await present(at(1)))
    expect(errorOf(await present(at(0))).code).toBe('pass-used')
    hub.system.advance(90_000)
    must(await present(at(2)))
    must(await present(at(3)))
    hub.system.advance(60_000)
    expect(errorOf(await present(at(3))).code).toBe('pass-invalid')
  })

  it('is the same for the same person, and follows from a key that is not in the database', async () => {
    const [first] = (await rotate()).codes
    const other = hub.phone('second')
    const session = await hub.signIn(other, 'paul.passes@example.com')
    expect(must(await other.ask('pass.rotate', {}, { session })).codes[0]).toEqual(first)
    const digits = first?.text.split('.')[2] ?? ''
    for (const table of ['rotating_pass', 'command', 'audit'])
      expect(JSON.stringify(hub.look().prepare(`SELECT * FROM ${table}`).all())).not.toContain(digits)
    const again = await openTestHub({ dir: hub.dir, system: hub.system })
    const answer = await again.phone('paul').ask('pass.rotate', {}, { session: own })
    expect(must(answer).codes[0]).toEqual(first)
    await again.engine.close()
  })

  it('gives the same answer to the same question (I2)', async () => {
    const id = newId(hub.system)
    const first = await rotate(id)
    hub.system.advance(45_000)
    expect(await rotate(id)).toEqual(first)
  })
})

describe('the day pass (R7.1)', () => {
  async function checkIn() {
    const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const price = { amount: 2500, currency: 'EUR' }
    const payload = { booking: bookingId(), desk: 'desk-a1', date: today, pay: 'single', price } as const
    return { session, ...must(await kiosk.ask('desk.book', payload, { session })) }
  }
  const claimsOf = (pass: string): PassClaims =>
    JSON.parse(Buffer.from(pass.split('.')[1] ?? '', 'base64url').toString()) as PassClaims
  const signed = (claims: PassClaims) =>
    signPass(signingKeyFromPem(readFileSync(join(hub.dir, 'hub-key.pem'), 'utf8')), claims)

  it('opens a session again and again, on any kiosk, while its booking is live', async () => {
    const { pass } = await checkIn()
    must(await present(pass))
    const other = await hub.device(['kiosk'], 'Side door')
    const { session, person } = must(await present(pass, other))
    expect(person.profile.name).toBe('Nia')
    expect(person.facts.bookings).toHaveLength(1)
    must(await other.ask('person.get', {}, { session }))
  })

  it('is over when they check out, and when they have moved to another desk', async () => {
    const { pass, session, booking } = await checkIn()
    const move = { booking: bookingId(), desk: 'desk-a2', date: today, pay: 'pass', price: null } as const
    const moved = must(await kiosk.ask('desk.book', move, { session }))
    expect(errorOf(await present(pass)).code).toBe('pass-over')
    must(await present(moved.pass))
    const desk = await hub.device(['reception'], 'Desk')
    const staff = await hub.staff(desk)
    must(await desk.ask('staff.checkOut', { booking: moved.booking.id }, { session: staff }))
    expect(errorOf(await present(moved.pass)).code).toBe('pass-over')
    expect(booking.id).not.toBe(moved.booking.id)
  })

  it('is over after its day', async () => {
    const { pass } = await checkIn()
    hub.system.setNow(claimsOf(pass).exp * 1000 - 1)
    must(await present(pass))
    hub.system.setNow(claimsOf(pass).exp * 1000)
    expect(errorOf(await present(pass)).code).toBe('pass-over')
    hub.system.advance(minute)
    expect(errorOf(await present(pass)).code).toBe('pass-over')
  })

  it('of another hub, another place or no booking is none, and so is one that was changed', async () => {
    const { pass } = await checkIn()
    const claims = claimsOf(pass)
    must(await present(signed(claims)))
    for (const text of [
      signPass(newSigningKey(), claims),
      signed({ ...claims, loc: 'elsewhere' }),
      signed({ ...claims, sub: 'no-booking' }),
      signed({ ...claims, nbf: Math.floor(hub.system.now() / 1000) + 61 }),
      pass.slice(0, -4) + (pass.endsWith('AAAA') ? 'BBBB' : 'AAAA'),
      'hello',
      'https://example.com',
      `FOYER2.${newId(hub.system)}.12345678`,
    ])
      expect([text, errorOf(await present(text))]).toEqual([text, { code: 'pass-invalid' }])
    must(await present(signed({ ...claims, nbf: Math.floor(hub.system.now() / 1000) + 60 })))
  })
})

describe('guessing', () => {
  it('is stopped per kiosk, and tells nothing of what it hit', async () => {
    const known = await shown()
    const wrong = `${known.slice(0, -8)}${known.endsWith('00000000') ? '11111111' : '00000000'}`
    const unknown = `FOYER2.${newId(hub.system)}.00000000`
    expect(errorOf(await present(wrong))).toEqual(errorOf(await present(unknown)))
    for (let n = 2; n < wrongPassesPerHour; n++) await present(unknown)
    const until = hub.system.now() + 60 * minute
    expect(errorOf(await present(known))).toEqual({ code: 'rate-limited', params: { untilAt: until } })
    must(await present(known, await hub.device(['kiosk'], 'Side door')))
    hub.system.advance(60 * minute)
    must(await present(await shown()))
  })

  it('does not come from right ones that were shown before', async () => {
    const text = await shown()
    must(await present(text))
    for (let n = 0; n < wrongPassesPerHour + 5; n++)
      expect(errorOf(await present(text)).code).toBe('pass-used')
  })
})

it('a phone scans nothing, and a kiosk has no rotating pass (I9)', async () => {
  expect(errorOf(await present('FOYER2.x.12345678', phone)).code).toBe('not-allowed')
  expect(errorOf(await kiosk.ask('pass.rotate', {}, { session: own })).code).toBe('not-allowed')
})
