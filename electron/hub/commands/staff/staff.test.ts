import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'
import { newSigningKey } from '../../../lib/ed25519.ts'

const minute = 60_000
const today = '2026-11-23'

let hub: TestHub
let kiosk: TestDevice
let desk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device(['kiosk'], 'Kiosk 1')
  desk = await hub.device(['reception'], 'Desk')
})
afterEach(() => hub.close())

const signIn = (pin: string) => desk.ask('staff.signIn', { staff: 'staff-noor', pin })
const happenings = () => hub.rows('reception', 'activity').map(({ row }) => row.what)
const checkIn = async () => {
  const session = await hub.signIn(kiosk, 'paul.passes@example.com')
  const payload = { booking: bookingId(), desk: 'desk-a1', date: today, pay: 'pass', price: null } as const
  return { session, booking: must(await kiosk.ask('desk.book', payload, { session })).booking }
}

describe('signing in (R8.5)', () => {
  it('lists who works here, without their PINs', async () => {
    expect(must(await desk.ask('staff.list', {}))).toEqual({
      staff: [
        { id: 'staff-noor', name: 'Noor Haddad' },
        { id: 'staff-tom', name: 'Tom Berger' },
      ],
    })
  })

  it('opens a session of 12 h that ends at sign-out', async () => {
    const { session, name } = must(await signIn('2468'))
    expect(name).toBe('Noor Haddad')
    expect(hub.engine.staffSession(desk.id, session)).toBe(true)
    expect(hub.engine.staffSession(kiosk.id, session)).toBe(false)
    must(await desk.ask('staff.signOut', {}, { session }))
    expect(hub.engine.staffSession(desk.id, session)).toBe(false)
    const later = must(await signIn('2468')).session
    hub.system.advance(12 * 60 * minute)
    expect(hub.engine.staffSession(desk.id, later)).toBe(false)
    expect(errorOf(await desk.ask('staff.signOut', {}, { session: later })).code).toBe('session-invalid')
  })

  it('locks after 5 wrong PINs, even when they come at once', async () => {
    const start = hub.system.now()
    const answers = await Promise.all(Array.from({ length: 5 }, () => signIn('0000')))
    // Hashes take their time: which of the five is counted last is chance.
    const codes = answers.map((answer) => errorOf(answer).code)
    expect(codes.filter((code) => code === 'pin-wrong')).toHaveLength(4)
    expect(codes.filter((code) => code === 'pin-locked')).toHaveLength(1)
    expect(errorOf(await signIn('2468'))).toMatchObject({
      code: 'pin-locked',
      params: { untilAt: start + 20 * minute },
    })
    hub.system.advance(20 * minute)
    must(await signIn('2468'))
  })

  it('knows nobody who is not on staff', async () => {
    expect(errorOf(await desk.ask('staff.signIn', { staff: 'who', pin: '2468' })).code).toBe('pin-wrong')
  })
})

it('lets any member of staff leave the kiosk with their PIN, counted per kiosk (R10.4)', async () => {
  expect(must(await kiosk.ask('kiosk.leave', { pin: '1357' })).name).toBe('Tom Berger')
  for (let n = 0; n < 5; n++) errorOf(await kiosk.ask('kiosk.leave', { pin: '9999' }))
  expect(errorOf(await kiosk.ask('kiosk.leave', { pin: '1357' })).code).toBe('pin-locked')
  const other = await hub.device(['kiosk'], 'Kiosk 2')
  must(await other.ask('kiosk.leave', { pin: '2468' }))
  expect(happenings()).toContain('kiosk-left')
})

describe('revoking a grant (R6.1, I6)', () => {
  it('cuts it at the door and at the person in one commit; the booking stays', async () => {
    const { session, booking } = await checkIn()
    const staff = await hub.staff(desk)
    const grant = `day-booking:${booking.id}`
    must(await desk.ask('staff.revokeGrant', { grant, reason: 'lost pass' }, { session: staff }))
    const told = hub.commits.at(-1)!.effects.filter(({ kind }) => kind === 'person')
    expect(told).toMatchObject([{ device: kiosk.id, session: session.split('.')[0] }])
    const at = hub.system.now()
    const atDoor = hub.rows(`doors:${kiosk.id}`, 'grant').find(({ id }) => id === grant)
    expect(atDoor?.row).toMatchObject({ revokedAt: at })
    expect(hub.rows('reception', 'grant').find(({ id }) => id === grant)?.row).toMatchObject({
      revoked: { at, by: 'Noor Haddad', reason: 'lost pass' },
    })
    expect(hub.rows('reception', 'presence').map(({ id }) => id)).toContain(booking.id)
    expect(errorOf(await kiosk.ask('door.request', { door: 'front' }, { session })).code).toBe(
      'grant-revoked',
    )
  })

  it('holds when the person moves to another desk', async () => {
    const { session, booking } = await checkIn()
    const staff = await hub.staff(desk)
    const grant = `day-booking:${booking.id}`
    must(await desk.ask('staff.revokeGrant', { grant, reason: 'x' }, { session: staff }))
    const move = { booking: bookingId(), desk: 'desk-a2', date: today, pay: 'pass', price: null } as const
    expect(must(await kiosk.ask('desk.book', move, { session })).pass).toBe('')
    expect(errorOf(await kiosk.ask('door.request', { door: 'front' }, { session })).code).toBe(
      'grant-revoked',
    )
  })

  it('is done once, of grants that exist', async () => {
    const session = await hub.staff(desk)
    const revoke = (grant: string) => desk.ask('staff.revokeGrant', { grant, reason: 'x' }, { session })
    must(await revoke('subscription:01990000-0000-7000-8000-000000000007'))
    expect(errorOf(await revoke('subscription:01990000-0000-7000-8000-000000000007')).code).toBe(
      'already-done',
    )
    expect(errorOf(await revoke('subscription:nobody')).code).toBe('grant-unknown')
  })
})

it('checks somebody out: the desk is free, access over (R5.5)', async () => {
  const { session, booking } = await checkIn()
  const staff = await hub.staff(desk)
  hub.system.advance(minute)
  must(await desk.ask('staff.checkOut', { booking: booking.id }, { session: staff }))
  expect(hub.rows('catalogue', 'occupancy').map(({ id }) => id)).not.toContain(booking.id)
  expect(hub.rows('reception', 'presence').map(({ id }) => id)).not.toContain(booking.id)
  expect(hub.rows(`doors:${kiosk.id}`, 'grant').map(({ id }) => id)).not.toContain(
    `day-booking:${booking.id}`,
  )
  expect(errorOf(await kiosk.ask('door.request', { door: 'front' }, { session })).code).toBe('grant-over')
  const again = await desk.ask('staff.checkOut', { booking: booking.id }, { session: staff })
  expect(errorOf(again).code).toBe('already-done')
  expect(errorOf(await desk.ask('staff.checkOut', { booking: 'x' }, { session: staff })).code).toBe(
    'booking-unknown',
  )

  const back = { booking: bookingId(), desk: 'desk-a1', date: today, pay: 'pass', price: null } as const
  const person = must(await kiosk.ask('desk.book', back, { session })).person!
  expect(person.facts.passes.filter(({ usedOn }) => usedOn !== null)).toHaveLength(1)
})

it('marks an order paid, once (R3.5)', async () => {
  const session = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
  const price = { amount: 2500, currency: 'EUR' }
  const payload = { booking: bookingId(), desk: 'desk-a1', date: today, pay: 'single', price } as const
  must(await kiosk.ask('desk.book', payload, { session }))
  const staff = await hub.staff(desk)
  const order = hub.rows('reception', 'order')[0]!.id
  must(await desk.ask('staff.markPaid', { order }, { session: staff }))
  expect(hub.rows('reception', 'order')[0]!.row.state).toBe('paid')
  expect(errorOf(await desk.ask('staff.markPaid', { order }, { session: staff })).code).toBe('already-done')
  expect(errorOf(await desk.ask('staff.markPaid', { order: 'x' }, { session: staff })).code).toBe(
    'order-unknown',
  )
})

describe('devices (R10.2)', () => {
  const key = () => newSigningKey().publicKey

  it('pairs one device per code, and repeats the answer to that device', async () => {
    const session = await hub.staff(desk)
    const { code, expiresAt } = must(await desk.ask('staff.pairingCode', { role: 'both' }, { session }))
    expect(code).toMatch(/^[0-9A-Z]{8}$/)
    expect(expiresAt).toBe(hub.system.now() + 10 * minute)
    const publicKey = key()
    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase()
    const paired = must(await hub.engine.pair({ code: typed, name: 'Both', publicKey }))
    expect(paired.roles).toEqual(['kiosk', 'reception'])
    expect(must(await hub.engine.pair({ code, name: 'Both', publicKey }))).toEqual(paired)
    const stolen = await hub.engine.pair({ code, name: 'Thief', publicKey: key() })
    expect(errorOf(stolen).code).toBe('pairing-code-invalid')
    expect(hub.engine.device(paired.device)).toEqual({
      publicKey,
      roles: paired.roles,
      location: 'lindenhof',
      revoked: false,
    })
  })

  it('takes a code for 10 minutes, and 10 wrong ones', async () => {
    const { code } = await hub.engine.pairingCode('kiosk', 'lindenhof')
    hub.system.advance(10 * minute)
    expect(errorOf(await hub.engine.pair({ code, name: 'Late', publicKey: key() })).code).toBe(
      'pairing-code-invalid',
    )
    for (let n = 0; n < 9; n++) await hub.engine.pair({ code: 'WRONG', name: 'x', publicKey: key() })
    const fresh = await hub.engine.pairingCode('kiosk', 'lindenhof')
    const blocked = await hub.engine.pair({ code: fresh.code, name: 'x', publicKey: key() })
    expect(errorOf(blocked)).toMatchObject({ code: 'rate-limited' })
  })

  it('cuts a revoked device off at once, and its doors move on', async () => {
    const second = await hub.device(['kiosk'], 'Kiosk 2')
    const session = await hub.staff(desk)
    expect(hub.rows('reception', 'door')[0]?.row).toMatchObject({ host: kiosk.id })
    must(await desk.ask('staff.revokeDevice', { device: kiosk.id, reason: 'stolen' }, { session }))
    expect(hub.commits.at(-1)!.effects).toContainEqual({ kind: 'device-revoked', device: kiosk.id })
    expect(hub.engine.device(kiosk.id)?.revoked).toBe(true)
    const late = await kiosk.ask('code.request', { email: 'a@b.co', language: 'en' })
    expect(errorOf(late).code).toBe('device-revoked')
    expect(hub.rows('reception', 'door')[0]?.row).toMatchObject({ host: second.id })
    expect(hub.rows(`doors:${second.id}`, 'grant').map(({ id }) => id)).toContain(
      'subscription:01990000-0000-7000-8000-000000000007',
    )
    const again = await desk.ask('staff.revokeDevice', { device: kiosk.id, reason: 'x' }, { session })
    expect(errorOf(again).code).toBe('already-done')
    const unknown = await desk.ask('staff.revokeDevice', { device: 'x', reason: 'x' }, { session })
    expect(errorOf(unknown).code).toBe('device-unknown')
  })
})
