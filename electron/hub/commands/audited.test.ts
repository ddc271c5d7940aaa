import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type CommandType, commands, type PayloadOf } from '../../../shared/contract/commands.ts'
import { ok } from '../../../shared/domain/result.ts'
import { bookingId, must, openTestHub, type TestDevice, type TestHub } from '../../../test/fixtures/hub.ts'
import { newId } from '../../lib/system.ts'
import { verifyAudit } from '../store/audit.ts'

let hub: TestHub
let kiosk: TestDevice
let desk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device(['kiosk'], 'Kiosk 1')
  desk = await hub.device(['reception'], 'Desk')
})
afterEach(() => hub.close())

interface Entry {
  actor: string
  actor_kind: string
  action: string
  subject: string
  detail_json: string
}
const audit = (where: string): Entry[] =>
  hub.look().prepare<[], Entry>(`SELECT * FROM audit WHERE ${where} ORDER BY seq`).all()

it('every action of staff is in the audit log: once, in order, with who and why (I8, R8.3)', async () => {
  const visitor = await hub.signIn(kiosk, 'nia@example.com', 'Nia')
  const price = { amount: 2500, currency: 'EUR' }
  const book = { booking: bookingId(), desk: 'desk-a1', date: '2026-11-23', pay: 'single', price } as const
  must(await kiosk.ask('desk.book', book, { session: visitor }))
  must(await kiosk.ask('code.request', { email: 'lou@example.com', language: 'en' }))
  for (let n = 0; n < 5; n++)
    await kiosk.ask('code.verify', { email: 'lou@example.com', code: '000000', language: 'en' })
  const [order, lockout] = ['order', 'lockout'].map((kind) => hub.rows('reception', kind)[0]?.id ?? '')
  const signedIn = must(await desk.ask('staff.signIn', { staff: 'staff-noor', pin: '2468' }))
  const ida = { email: 'ida@example.com', name: 'Ida', company: '', language: 'en', role: 'member' } as const
  const request = bookingId()
  must(await kiosk.ask('support.ask', { request, item: null, text: 'A shower?' }, { session: visitor }))
  const walkIn = { email: 'wim@example.com', name: 'Wim', language: 'en', reason: 'no phone' } as const

  // A payload that follows from what was done before is made when its turn comes.
  const actions = new Map<CommandType, unknown>([
    ['staff.invite', { ...ida, plan: null, resources: [], startsOn: '2026-11-23' }],
    ['staff.resendInvite', () => ({ invitation: hub.rows('reception', 'invitation')[0]?.id })],
    ['staff.issueCode', { email: 'nia@example.com', reason: 'known by sight' }],
    ['staff.vouch', walkIn],
    ['staff.answer', { request, text: 'On the ground floor.' }],
    ['staff.openDoor', { door: 'front', reason: 'parcel' }],
    ['staff.revokeGrant', { grant: 'subscription:01990000-0000-7000-8000-000000000007', reason: 'lost' }],
    ['staff.liftLockout', { lockout }],
    ['staff.markPaid', { order }],
    ['staff.checkOut', { booking: book.booking }],
    [
      'staff.subscribe',
      { account: '01990000-0000-7000-8000-000000000004', plan: 'plan-full', startsOn: '2026-11-24' },
    ],
    [
      'staff.endPlan',
      { subscription: '01990000-0000-7000-8000-000000000007', endsOn: '2026-12-31', reason: 'moved' },
    ],
    ['staff.pairingCode', { role: 'kiosk' }],
    ['staff.revokeDevice', { device: kiosk.id, reason: 'stolen' }],
    ['staff.signOut', {}],
  ])
  const all = Object.keys(commands).filter((type) => type.startsWith('staff.'))
  // A new action has to come in here too.
  expect(new Set(all)).toEqual(new Set([...actions.keys(), 'staff.list', 'staff.signIn']))

  for (const [type, given] of actions) {
    const payload: unknown = typeof given === 'function' ? (given as () => unknown)() : given
    const as = { session: signedIn.session, id: newId(hub.system) }
    const first = await desk.execute(type, payload, as)
    if (first.kind === 'unlock') await hub.engine.settleUnlock(first.order, ok({ result: 'opened' }))
    else expect([type, first.result]).toMatchObject([type, { ok: true }])
    await desk.execute(type, payload, as)
  }
  const entries = audit("actor_kind = 'staff' AND action <> 'staff.signIn'")
  const names = [...actions.keys()].map((type) => (type === 'staff.pairingCode' ? 'pairing-code' : type))
  expect(entries.map(({ action }) => action)).toEqual(names)
  for (const entry of entries) expect(entry.actor).toBe('staff-noor')
  const reasons = entries.map(({ detail_json }) => (JSON.parse(detail_json) as { reason?: string }).reason)
  expect(reasons.filter(Boolean)).toEqual(['known by sight', 'no phone', 'parcel', 'lost', 'moved', 'stolen'])
  expect(audit("action = 'staff.signIn'")).toMatchObject([{ subject: 'staff-noor' }])
  expect(verifyAudit(hub.look())).toMatchObject({ ok: true })
})

it('every event of a door is in it once and in order, however often and in whatever pieces it came (I8)', async () => {
  let controllers = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ back: fc.nat({ max: 6 }), take: fc.integer({ min: 1, max: 5 }) }), {
        maxLength: 8,
      }),
      async (pages) => {
        // A device that fell over before its cursor was on disk hands the same events over again (pump.ts).
        const controller = `sim-${++controllers}`
        let newest = 0
        for (const { back, take } of pages) {
          const after = Math.max(newest - back, 0)
          const events: PayloadOf<'door.events'>['events'] = Array.from({ length: take }, (_, n) => ({
            index: after + n + 1,
            controller,
            kind: 'unlocked',
            at: hub.system.now(),
            grant: null,
            reason: '',
          }))
          must(await kiosk.ask('door.events', { door: 'front', events }))
          newest = Math.max(newest, after + take)
        }
        const details = audit("action = 'door.unlocked'").map(
          ({ detail_json }) => JSON.parse(detail_json) as { controller: string; index: number },
        )
        const indexes = details.filter((one) => one.controller === controller).map(({ index }) => index)
        expect(indexes).toEqual(Array.from({ length: newest }, (_, n) => n + 1))
      },
    ),
    { seed: 20261123, numRuns: 40 },
  )
  expect(verifyAudit(hub.look())).toMatchObject({ ok: true })
})
