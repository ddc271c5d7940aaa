import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { newId } from '../../../lib/system.ts'

const hour = 3_600_000

let hub: TestHub
let desk: TestDevice
let phone: TestDevice
let token: string
beforeEach(async () => {
  hub = await openTestHub()
  desk = await hub.device(['reception'], 'Desk')
  phone = hub.phone('ida')
  const session = await hub.staff(desk)
  const who = {
    email: 'ida@example.com',
    name: 'Ida Falk',
    company: '',
    language: 'fr',
    role: 'member',
  } as const
  must(
    await desk.ask(
      'staff.invite',
      { ...who, plan: null, resources: [], startsOn: '2026-11-23' },
      { session },
    ),
  )
  token = hub.invitation().token
})
afterEach(() => hub.close())

const look = (t = token, device = phone) => device.ask('activation.look', { token: t })
const use = (t = token, device = phone, id = newId(hub.system)) =>
  device.ask('activation.use', { token: t }, { id })
const code = (t = token, device = phone) => device.ask('activation.code', { token: t })
const verify = (typed: string, t = token, device = phone) =>
  device.ask('activation.verify', { token: t, code: typed })
const dump = () =>
  ['activation', 'invitation', 'session', 'audit', 'command', 'scope_row']
    .map((table) => JSON.stringify(hub.look().prepare(`SELECT * FROM ${table}`).all()))
    .join()
const state = () => hub.rows('reception', 'invitation')[0]?.row.state
const unknown = 'x'.repeat(43)

describe('a link that is fresh (R4.2)', () => {
  it('survives a mail scanner that follows it a hundred times', async () => {
    const before = dump()
    for (let n = 0; n < 100; n++)
      expect(must(await look(token, hub.phone(`scanner-${n}`)))).toEqual({
        state: 'fresh',
        name: 'Ida Falk',
        email: 'i…@example.com',
        language: 'fr',
      })
    expect(dump()).toBe(before)
    must(await use())
  })

  it('logs the phone in for 30 days, with no further check, and is used up', async () => {
    const { session, person } = must(await use())
    expect(person.profile).toMatchObject({ name: 'Ida Falk', email: 'ida@example.com' })
    expect(state()).toBe('activated')
    expect(must(await look()).state).toBe('used')
    expect(errorOf(await use()).code).toBe('activation-used')
    expect(errorOf(await use(token, hub.phone('eve'))).code).toBe('activation-used')
    hub.system.advance(30 * 24 * hour - 1)
    must(await phone.ask('person.get', {}, { session }))
    hub.system.advance(1)
    expect(errorOf(await phone.ask('person.get', {}, { session })).code).toBe('session-invalid')
  })

  it('gives the same answer to the same click, when the first was lost (I2)', async () => {
    const id = newId(hub.system)
    const first = must(await use(token, phone, id))
    expect(must(await use(token, phone, id))).toEqual(first)
    const kept = hub.look().prepare('SELECT outcome_json FROM command WHERE id = ?').pluck().get(id) as string
    expect(kept).not.toContain('ida@example.com')
    expect(kept).not.toContain(first.session.split('.')[1])
  })

  it('still logs in when its person came by a code first', async () => {
    await hub.signIn(hub.phone('other'), 'ida@example.com')
    expect(state()).toBe('activated')
    must(await use())
  })

  it('holds for 24 hours from its mail', async () => {
    hub.system.advance(24 * hour - 1)
    expect(must(await look()).state).toBe('fresh')
    hub.system.advance(1)
    expect(must(await look())).toMatchObject({ state: 'late', name: '', email: 'i…@example.com' })
    expect(errorOf(await use()).code).toBe('activation-late')
    expect(state()).toBe('sent')
  })
})

describe('a link that is late or used', () => {
  beforeEach(() => hub.system.advance(25 * hour))

  it('leads to the account by a code to the address, which nobody is told', async () => {
    const sent = must(await code())
    expect(hub.mails.at(-1)).toMatchObject({
      kind: 'code',
      to: 'ida@example.com',
      language: 'fr',
      device: phone.id,
    })
    expect(JSON.stringify(sent)).not.toContain('ida@')
    expect(must(await phone.ask('mail.status', { mail: sent.mail })).status).toBe('queued')
    const { person, session } = must(await verify(hub.code()))
    expect(person.profile.email).toBe('ida@example.com')
    expect(state()).toBe('activated')
    must(await phone.ask('person.get', {}, { session }))
    expect(errorOf(await verify(hub.code())).code).toBe('code-used')
  })

  it('is bound by the limits of any code (R2.3, R2.4)', async () => {
    must(await code())
    expect(errorOf(await code()).code).toBe('resend-too-soon')
    const wrong = hub.code() === '000000' ? '000001' : '000000'
    for (let n = 4; n > 0; n--)
      expect(errorOf(await verify(wrong))).toEqual({ code: 'code-wrong', params: { left: n } })
    expect(errorOf(await verify(wrong)).code).toBe('locked')
    expect(errorOf(await verify(hub.code())).code).toBe('locked')
    expect(errorOf(await code()).code).toBe('locked')
  })
})

describe('a link that was never sent', () => {
  it.each(['activation.look', 'activation.use', 'activation.code', 'activation.verify'] as const)(
    'is unknown to %s, and so is one that was tampered with',
    async (type) => {
      const tampered = [
        unknown,
        token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A'),
        token.slice(0, 42),
        `${token}A`,
        token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
      ]
      for (const one of tampered) {
        const answer = await phone.ask(type, { token: one, code: '123456' })
        if (type === 'activation.look')
          expect(answer).toEqual({
            ok: true,
            value: { state: 'unknown', name: '', email: '', language: 'en' },
          })
        else expect(errorOf(answer).code).toBe('activation-unknown')
      }
      must(await use())
    },
  )

  it.each(['', '../../etc', 'a b', '<script>', 'x'.repeat(65)])('%o is no link at all', async (bad) => {
    expect(errorOf(await look(bad)).code).toBe('invalid-input')
    expect(errorOf(await use(bad)).code).toBe('invalid-input')
  })

  it('is no matter of kiosks', async () => {
    const kiosk = await hub.device()
    expect(errorOf(await look(token, kiosk)).code).toBe('not-allowed')
    expect(errorOf(await use(token, kiosk)).code).toBe('not-allowed')
  })
})

it('one phone has one session: the next one ends it (R10.3)', async () => {
  const first = must(await use()).session
  const second = await hub.signIn(phone, 'ida@example.com')
  expect(errorOf(await phone.ask('person.get', {}, { session: first })).code).toBe('session-invalid')
  must(await phone.ask('person.get', {}, { session: second }))
})
