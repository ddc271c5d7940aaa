import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { newId } from '../../../lib/system.ts'

const minute = 60_000
const paul = 'paul.passes@example.com'

let hub: TestHub
let kiosk: TestDevice
let desk: TestDevice
let session: string
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
  desk = await hub.device(['reception'], 'Desk')
  session = await hub.staff(desk)
})
afterEach(() => hub.close())

const issue = (email = paul, id = newId(hub.system)) =>
  desk.ask('staff.issueCode', { email, reason: 'known by sight' }, { session, id })
const vouch = (email: string, name = 'Walid Noor', id = newId(hub.system)) =>
  desk.ask('staff.vouch', { email, name, language: 'fr', reason: 'no phone' }, { session, id })
const verify = (code: string, email = paul, device = kiosk) =>
  device.ask('code.verify', { email, code, language: 'en' })
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
const activities = () => hub.rows('reception', 'activity').map(({ row }) => row)

describe('a code told by mouth (R2.7)', () => {
  it('works on any kiosk as one that was mailed, once, for 10 minutes', async () => {
    const { code, expiresAt } = must(await issue())
    expect(code).toMatch(/^\d{6}$/)
    expect(expiresAt).toBe(hub.system.now() + 10 * minute)
    expect(hub.mails).toEqual([])
    const other = await hub.device(['kiosk'], 'Kiosk 2')
    expect(must(await verify(code, ' Paul.Passes@EXAMPLE.com ', other)).person.profile.name).toBe(
      'Paul Weber',
    )
    expect(errorOf(await verify(code)).code).toBe('code-used')
    const second = must(await issue())
    hub.system.advance(10 * minute)
    expect(errorOf(await verify(second.code)).code).toBe('code-expired')
  })

  it('takes the place of the newest, and is replaced by one that is mailed (R2.2)', async () => {
    must(await kiosk.ask('code.request', { email: paul, language: 'en' }))
    const mailed = hub.code()
    const told = must(await issue()).code
    if (mailed !== told) expect(errorOf(await verify(mailed)).code).toBe('code-wrong')
    hub.system.advance(minute)
    must(await kiosk.ask('code.request', { email: paul, language: 'en' }))
    if (hub.code() !== told) expect(errorOf(await verify(told)).code).toBe('code-wrong')
    must(await verify(hub.code()))
  })

  it('is the same when the answer is asked for again, and stands nowhere (I2, R2.2)', async () => {
    const id = newId(hub.system)
    const first = must(await issue(paul, id))
    expect(must(await issue(paul, id))).toEqual(first)
    expect(must(await issue()).code).not.toBe(first.code)
    const kept = hub.look().prepare('SELECT outcome_json FROM command WHERE id = ?').pluck().get(id)
    expect(kept).not.toContain(first.code)
    expect(JSON.stringify(hub.look().prepare('SELECT * FROM audit').all())).not.toContain(first.code)
    expect(JSON.stringify(activities())).not.toContain(first.code)
  })

  it('is only for somebody who is known', async () => {
    expect(errorOf(await issue('nobody@example.com')).code).toBe('account-unknown')
  })

  it('is not given while the email is locked: no code works then (R2.3)', async () => {
    const { code } = must(await issue())
    for (let n = 0; n < 5; n++) await verify(wrong(code))
    const locked = { code: 'locked', params: { untilAt: hub.system.now() + 20 * minute } }
    expect(errorOf(await issue())).toEqual(locked)
    expect(errorOf(await vouch(paul))).toEqual(locked)
    expect(errorOf(await verify(code))).toEqual(locked)
    const lockout = hub.rows('reception', 'lockout')[0]?.id ?? ''
    must(await desk.ask('staff.liftLockout', { lockout }, { session }))
    must(await verify(must(await issue()).code))
  })

  it('is written down with who, whom and why', async () => {
    must(await issue())
    expect(activities()).toContainEqual(
      expect.objectContaining({
        what: 'code-issued',
        who: 'Noor Haddad',
        subject: 'Paul Weber',
        detail: 'known by sight',
      }),
    )
    const audit = hub.look().prepare("SELECT actor, detail_json FROM audit WHERE action = 'staff.issueCode'")
    expect(audit.get()).toEqual({ actor: 'staff-noor', detail_json: '{"reason":"known by sight"}' })
  })
})

describe('vouching for a walk-in (R2.7)', () => {
  it('makes an account with their name, says who vouched, and gives a code', async () => {
    const { code } = must(await vouch('Walid@Example.com'))
    const account = hub.look().prepare("SELECT * FROM account WHERE email = 'walid@example.com'").get()
    expect(account).toMatchObject({ name: 'Walid Noor', language: 'fr', vouched_by: 'staff-noor' })
    const { person } = must(await verify(code, 'walid@example.com'))
    expect(person).toMatchObject({
      profile: { name: 'Walid Noor' },
      facts: { hasName: true, acceptedTerms: [] },
    })
    expect(activities()).toContainEqual(
      expect.objectContaining({
        what: 'vouched',
        who: 'Noor Haddad',
        subject: 'Walid Noor',
        detail: 'no phone',
      }),
    )
  })

  it('leaves whoever has an account as they are, and gives them a code', async () => {
    const { code } = must(await vouch(paul, 'Somebody Else'))
    expect(must(await verify(code)).person.profile.name).toBe('Paul Weber')
    const vouched = hub.look().prepare('SELECT vouched_by FROM account WHERE email = ?').pluck().get(paul)
    expect(vouched).toBeNull()
  })

  it('is done once, however often it is asked (I2)', async () => {
    const id = newId(hub.system)
    const first = must(await vouch('walid@example.com', 'Walid', id))
    expect(must(await vouch('walid@example.com', 'Walid', id))).toEqual(first)
    expect(hub.look().prepare("SELECT count(*) FROM audit WHERE action = 'staff.vouch'").pluck().get()).toBe(
      1,
    )
  })

  it('needs a name that one can see', async () => {
    expect(errorOf(await vouch('x@example.com', '\u202E')).code).toBe('name-needed')
  })
})
