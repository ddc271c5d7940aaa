import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../test/fixtures/hub.ts'
import { silentLog } from '../../lib/log.ts'
import { openDatabase } from '../../lib/sqlite.ts'
import { verifyAudit } from '../store/audit.ts'
import { migrations } from '../store/migrations/index.ts'

const today = '2026-11-23'
const minute = 60_000

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
})
afterEach(() => hub.close())

const booking = (desk = 'desk-a1', date = today) =>
  ({ booking: bookingId(), desk, date, pay: 'pass', price: null }) as const
const count = (table: string) => hub.look().prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number

describe('a command takes effect exactly once (I2)', () => {
  it('gives the same answer to the same id', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const before = count('booking')
    const as = { session, id: bookingId(), seq: 1 }
    const payload = booking()
    const first = must(await kiosk.ask('desk.book', payload, as))
    hub.system.advance(minute)
    expect(must(await kiosk.ask('desk.book', payload, as))).toEqual(first)
    expect(count('booking')).toBe(before + 1)
  })

  it('does so within one batch too, and with others in between', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const before = count('booking')
    const payload = booking()
    const next = booking('desk-a2', '2026-11-25')
    const as = { session, id: bookingId(), seq: 1 }
    const later = { session, id: bookingId(), seq: 2 }
    const [a, , b, c] = await Promise.all([
      kiosk.ask('desk.book', payload, as),
      kiosk.ask('desk.book', next, later),
      kiosk.ask('desk.book', payload, as),
      kiosk.ask('desk.book', next, later),
    ])
    expect(must(b).booking).toEqual(must(a).booking)
    must(c)
    expect(count('booking')).toBe(before + 2)
  })

  it('repeats a refusal', async () => {
    const session = await hub.signIn(kiosk, 'nobody@example.com')
    const as = { session, id: bookingId(), seq: 1 }
    const payload = booking()
    expect(errorOf(await kiosk.ask('desk.book', payload, as)).code).toBe('terms-needed')
    must(await kiosk.ask('terms.accept', { name: 'N', version: 1, language: 'en' }, { session }))
    expect(errorOf(await kiosk.ask('desk.book', payload, as)).code).toBe('terms-needed')
  })

  it('keeps an id to the device and type that it came with', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const id = bookingId()
    must(await kiosk.ask('desk.book', booking(), { session, id }))
    const other = await hub.device()
    expect(errorOf(await other.ask('desk.book', booking(), { session, id })).code).toBe('not-allowed')
    expect(errorOf(await kiosk.ask('session.end', {}, { session, id })).code).toBe('invalid-input')
  })

  it('takes the durable commands of a device in their order', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    must(await kiosk.ask('desk.book', booking(), { session, seq: 5 }))
    for (const seq of [5, 4, 0]) {
      expect(errorOf(await kiosk.ask('session.end', {}, { session, seq }))).toMatchObject({
        code: 'invalid-input',
        params: { field: 'seq' },
      })
    }
    must(await kiosk.ask('session.end', {}, { session, seq: 9 }))
  })
})

describe('who may ask for what (I9)', () => {
  it('knows only the commands of the contract', async () => {
    const execution = await kiosk.execute('toString' as 'staff.list', {})
    expect(execution).toMatchObject({ result: { error: { code: 'unknown-verb' } } })
  })

  it('gives the kiosk nothing of reception, and the other way round', async () => {
    const desk = await hub.device(['reception'], 'Desk')
    expect(errorOf(await kiosk.ask('staff.list', {})).code).toBe('not-allowed')
    expect(errorOf(await desk.ask('code.request', { email: 'a@b.co', language: 'en' })).code).toBe(
      'not-allowed',
    )
    must(await desk.ask('staff.list', {}))
  })

  it('says which field is wrong', async () => {
    const bad = await kiosk.execute('code.request', { email: 'no', language: 'en' })
    expect(bad).toMatchObject({ result: { error: { code: 'invalid-input', params: { field: 'email' } } } })
  })

  it('takes a session from its own device only', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const other = await hub.device()
    const tries = [
      other.ask('desk.book', booking(), { session }),
      kiosk.ask('desk.book', booking(), { session: `${session}x` }),
      kiosk.ask('desk.book', booking(), { session: '' }),
      kiosk.ask('desk.book', booking()),
    ]
    for (const answer of await Promise.all(tries)) expect(errorOf(answer).code).toBe('session-invalid')
  })

  it('ends a session at log out, after 30 minutes, and when another begins', async () => {
    const first = await hub.signIn(kiosk, 'paul.passes@example.com')
    const second = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    expect(errorOf(await kiosk.ask('desk.book', booking(), { session: first })).code).toBe('session-invalid')
    must(await kiosk.ask('session.end', {}, { session: second }))
    expect(errorOf(await kiosk.ask('desk.book', booking(), { session: second })).code).toBe('session-invalid')
    must(await kiosk.ask('session.end', {}, { session: second }))

    const third = await hub.signIn(kiosk, 'paul.passes@example.com')
    hub.system.advance(30 * minute)
    expect(errorOf(await kiosk.ask('desk.book', booking(), { session: third })).code).toBe('session-invalid')
  })

  it('takes a durable command late: its session was live when it was made (R9.3)', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const at = hub.system.now() + minute
    hub.system.advance(60 * minute)
    must(await kiosk.ask('desk.book', booking(), { session, at, promised: true }))
  })

  it('takes a time in the future as now', async () => {
    const session = await hub.signIn(kiosk, 'paul.passes@example.com')
    const at = hub.system.now() + 24 * 60 * minute
    const out = must(await kiosk.ask('desk.book', booking(), { session, at, promised: true }))
    expect(out.booking.from).toBe(hub.system.now())
  })
})

it('puts everything that was done into the audit log, and the chain verifies (I8, R8.3)', async () => {
  const session = await hub.signIn(kiosk, 'paul.passes@example.com')
  must(await kiosk.ask('desk.book', booking(), { session }))
  must(await kiosk.ask('session.end', {}, { session }))
  const actions = hub.look().prepare('SELECT action, actor_kind FROM audit ORDER BY seq').raw().all()
  expect(actions.slice(-4)).toEqual([
    ['code.request', 'device'],
    ['code.verify', 'device'],
    ['desk.book', 'account'],
    ['session.end', 'account'],
  ])
  const { db } = openDatabase(join(hub.dir, 'hub.db'), migrations, hub.system, silentLog)
  expect(verifyAudit(db)).toMatchObject({ ok: true })
  db.close()
})
