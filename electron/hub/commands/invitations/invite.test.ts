import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PayloadOf } from '../../../../shared/contract/commands.ts'
import { errorOf, must, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { newId } from '../../../lib/system.ts'

const today = '2026-11-23'
const day = 24 * 3_600_000

let hub: TestHub
let kiosk: TestDevice
let desk: TestDevice
let session: string
beforeEach(async () => {
  hub = await openTestHub()
  // Plans and an office of the test's own: a plan that is on offer is an item of the same id.
  hub.look().exec(`
    INSERT INTO plan (id, name, kind) VALUES ('t-full', 'Studio', 'continuous');
    INSERT INTO plan (id, name, kind, pass_count, pass_days, period) VALUES ('t-ten', 'Ten days', 'passes', 10, 365, 'once');
    INSERT INTO item (id, location, kind, name) VALUES
      ('t-full', 'lindenhof', 'plan', 'Studio'), ('t-ten', 'lindenhof', 'plan', 'Ten days'),
      ('t-office', 'lindenhof', 'office', 'Office 9');
  `)
  kiosk = await hub.device()
  desk = await hub.device(['reception'], 'Desk')
  session = await hub.staff(desk)
})
afterEach(() => hub.close())

type Invite = PayloadOf<'staff.invite'>
const invite = (over: Partial<Invite> = {}, id = newId(hub.system)) =>
  desk.ask(
    'staff.invite',
    {
      email: 'Ida@Example.com',
      name: 'Ida Falk',
      company: 'Falk & Co',
      language: 'de',
      role: 'member',
      plan: null,
      resources: [],
      startsOn: today,
      ...over,
    },
    { session, id },
  )
const use = (token = hub.invitation().token, phone = hub.phone('ida')) =>
  phone.ask('activation.use', { token })
const row = () => hub.rows('reception', 'invitation')[0]?.row
const count = (sql: string) => hub.look().prepare(sql).pluck().get()

describe('inviting a member (R4.1)', () => {
  it('makes the account as it was filled in, and sends the mail in their language', async () => {
    const { invitation } = must(await invite({ plan: 't-full', resources: ['desk-a5', 't-office'] }))
    expect(hub.invitation()).toMatchObject({
      kind: 'invitation',
      to: 'ida@example.com',
      device: desk.id,
      language: 'de',
      name: 'Ida Falk',
      by: 'Noor Haddad',
      brings: ['Studio', 'A5', 'Office 9'],
      startsOn: null,
      expiresAt: hub.system.now() + day,
    })
    expect(hub.invitation().url).toMatch(/^http:\/\/hub\.example\/activate\/[\w-]{43}$/)
    expect(hub.rows('reception', 'invitation')).toEqual([
      {
        id: invitation,
        row: {
          account: expect.any(String) as string,
          name: 'Ida Falk',
          email: 'ida@example.com',
          plan: 'Studio',
          state: 'sent',
          sentAt: hub.system.now(),
          remindedAt: null,
          activatedAt: null,
          mail: hub.invitation().id,
        },
      },
    ])
    const { person } = must(await use())
    expect(person.profile).toMatchObject({ name: 'Ida Falk', company: 'Falk & Co', email: 'ida@example.com' })
    expect(person.facts).toMatchObject({
      memberships: [{ location: 'lindenhof', role: 'member' }],
      acceptedTerms: [],
      subscriptions: [{ plan: { id: 't-full' }, startsOn: today, endsOn: null, renewsOn: '2026-12-23' }],
      assignments: [{ item: 'desk-a5' }, { item: 't-office' }],
    })
    // This plan costs nothing.
    expect(person.orders).toEqual([])
  })

  it('makes due what their plan costs, as with any plan that reception gives (R3.5)', async () => {
    hub.look().exec("UPDATE item SET price_amount = 29000, price_currency = 'EUR' WHERE id = 't-full'")
    must(await invite({ plan: 't-full' }))
    const { orders } = must(await use()).person
    expect(orders).toMatchObject([{ what: `Studio, ${today}`, price: { amount: 29000 }, state: 'due' }])
  })

  it('takes what was given off the list of what can be given', async () => {
    const offered = () => hub.rows('reception', 'offer').map(({ id }) => id)
    must(await invite({ email: 'o@example.com', resources: ['desk-a6'] }))
    expect(offered()).toEqual(expect.arrayContaining(['desk-a5', 't-office', 't-full']))
    must(await invite({ resources: ['desk-a5', 't-office'] }))
    expect(offered()).not.toEqual(expect.arrayContaining(['desk-a5']))
    for (const id of ['desk-a5', 'desk-a6', 't-office']) expect(offered()).not.toContain(id)
    expect(offered()).toContain('t-full')
  })

  it('gives all that a plan brings right away, with the doors that follow from it (R4.3)', async () => {
    must(await invite({ plan: 't-ten' }))
    const { passes } = must(await use()).person.facts
    expect(passes).toHaveLength(10)
    expect(passes[0]).toMatchObject({ validFrom: today, expiresOn: '2027-11-22', usedOn: null })
    must(await invite({ email: 'o@example.com', plan: 't-full' }))
    const grants = hub.rows(`doors:${kiosk.id}`, 'grant').map(({ row: grant }) => grant.from)
    expect(grants).toContain(Date.parse('2026-11-22T23:00:00Z'))
    expect(
      hub.rows('reception', 'subscription').map(({ row: one }) => [one.name, one.planName]),
    ).toContainEqual(['Ida Falk', 'Studio'])
  })

  it('that begins later begins at 00:00 at the location, and says so (R4.3)', async () => {
    must(await invite({ plan: 't-full', startsOn: '2026-12-01', resources: ['desk-a5'] }))
    expect(hub.invitation().startsOn).toBe('2026-12-01')
    const { facts } = must(await use()).person
    expect(facts.subscriptions[0]?.startsOn).toBe('2026-12-01')
    const grants = hub
      .rows('reception', 'grant')
      .filter(({ row: grant }) => grant.email === 'ida@example.com')
    expect(grants.map(({ row: grant }) => grant.from)).toEqual([
      Date.parse('2026-11-30T23:00:00Z'),
      Date.parse('2026-11-30T23:00:00Z'),
    ])
    // They are a member today already (R4.3).
    expect(facts.memberships).toEqual([{ location: 'lindenhof', role: 'member' }])
  })

  it('makes desks theirs: nobody books them, now and after a restart (R5.3)', async () => {
    const bookable = (h: TestHub) =>
      h.rows('catalogue', 'desk').find(({ id }) => id === 'desk-a5')?.row.bookable
    expect(bookable(hub)).toBe(true)
    must(await invite({ resources: ['desk-a5', 'desk-a5'] }))
    expect(bookable(hub)).toBe(false)
    expect(count("SELECT count(*) FROM assignment WHERE item = 'desk-a5'")).toBe(1)
    const again = await openTestHub({ dir: hub.dir, system: hub.system })
    expect(bookable(again)).toBe(false)
    await again.engine.close()
  })

  it('may make an administrator', async () => {
    must(await invite({ role: 'administrator' }))
    expect(must(await use()).person.facts.memberships[0]?.role).toBe('administrator')
  })

  it('invites somebody who has an account all the same, and leaves what they wrote', async () => {
    await hub.signIn(kiosk, 'ida@example.com', 'Ida with her own name')
    must(await invite())
    const { person } = must(await use())
    expect(person.profile).toMatchObject({ name: 'Ida with her own name', company: 'Falk & Co' })
    expect(person.facts.memberships).toHaveLength(1)
    expect(count("SELECT count(*) FROM account WHERE email = 'ida@example.com'")).toBe(1)
  })

  it.each([
    ['a member by their plan', 'paul.passes@example.com', 'Paul Weber'],
    ['one by their own desk', 'Omar.Office@example.com', 'Omar Haddad'],
    ['one whose plan is to come', 'tina.tomorrow@example.com', 'Tina Okafor'],
  ])('knows %s', async (_what, email, name) => {
    expect(errorOf(await invite({ email }))).toEqual({ code: 'already-member', params: { name } })
    expect(hub.mails).toEqual([])
  })

  it('says what is wrong, and then nothing was done', async () => {
    must(await invite({ email: 'first@example.com', resources: ['desk-a5'] }))
    const codes = []
    for (const over of [
      { email: 'first@example.com' },
      { plan: 'no-plan' },
      { plan: 't-office' },
      { startsOn: '2026-11-22' },
      { resources: ['room-atrium'] },
      { resources: ['desk-a6', 'desk-a5'] },
      { name: '\u202E' },
    ] satisfies Partial<Invite>[])
      codes.push(errorOf(await invite(over)))
    expect(codes).toEqual([
      { code: 'already-member', params: { name: 'Ida Falk' } },
      { code: 'plan-unknown' },
      { code: 'plan-unknown' },
      { code: 'date-past' },
      { code: 'item-unknown' },
      { code: 'item-assigned', params: { item: 'A5' } },
      { code: 'name-needed' },
    ])
    expect(hub.mails).toHaveLength(1)
    expect(count("SELECT count(*) FROM account WHERE email = 'ida@example.com'")).toBe(0)
  })

  it('is done once, however often it is asked (I2), and the link stands nowhere', async () => {
    const id = newId(hub.system)
    const first = must(await invite({}, id))
    expect(must(await invite({}, id))).toEqual(first)
    expect(hub.mails).toHaveLength(1)
    const { token } = hub.invitation()
    for (const table of ['command', 'activation', 'invitation', 'mail', 'audit', 'scope_row'])
      expect(JSON.stringify(hub.look().prepare(`SELECT * FROM ${table}`).all())).not.toContain(token)
  })
})

describe('one reminder after three days (R4.2)', () => {
  const pass = async (ms: number) => {
    hub.system.advance(ms)
    // Whatever is decided next comes after what has become due.
    await kiosk.ask('handoff.begin', {})
  }

  it('goes to whoever did not come, once, with a link of its own', async () => {
    must(await invite({ plan: 't-full' }))
    const first = hub.invitation().token
    await pass(3 * day - 1)
    expect(hub.mails).toHaveLength(1)
    await pass(60_001)
    expect(hub.invitation()).toMatchObject({
      kind: 'reminder',
      name: 'Ida Falk',
      by: 'Noor Haddad',
      device: '',
    })
    expect(hub.invitation().token).not.toBe(first)
    expect(row()).toMatchObject({ state: 'sent', remindedAt: hub.system.now(), mail: hub.invitation().id })
    expect(hub.rows('reception', 'mail').map(({ row: mail }) => mail.kind)).toEqual([
      'invitation',
      'reminder',
    ])
    expect(errorOf(await use(first)).code).toBe('activation-late')
    must(await use())
    await pass(30 * day)
    expect(hub.mails).toHaveLength(2)
  })

  it('does not go to whoever came, by the link or by a code', async () => {
    must(await invite())
    must(await use())
    must(await invite({ email: 'o@example.com' }))
    await hub.signIn(kiosk, 'o@example.com')
    hub.mails.length = 0
    await pass(4 * day)
    expect(hub.mails).toEqual([])
    expect(hub.rows('reception', 'invitation').map(({ row: one }) => one.state)).toEqual([
      'activated',
      'activated',
    ])
    expect(hub.rows('reception', 'activity').map(({ row: one }) => one.what)).toContain('activated')
  })

  it('does not go where the mail server said no', async () => {
    must(await invite())
    await hub.engine.mailStatus(hub.invitation().id, 'refused', 'No such mailbox here')
    await pass(4 * day)
    expect(hub.mails).toHaveLength(1)
  })
})

describe('sending it again (R4.2)', () => {
  it('brings a new link at any time; the old one leads to the account by a code', async () => {
    const { invitation } = must(await invite())
    const old = hub.invitation()
    hub.system.advance(1)
    must(await desk.ask('staff.resendInvite', { invitation }, { session }))
    expect(row()).toMatchObject({ sentAt: hub.system.now(), mail: hub.invitation().id })
    const look = must(await hub.phone().ask('activation.look', { token: old.token }))
    expect(look).toEqual({ state: 'late', name: '', email: 'i…@example.com', language: 'de' })
    must(await use())
    must(await desk.ask('staff.resendInvite', { invitation }, { session }))
    expect(row()?.state).toBe('activated')
    must(await use())
  })

  it('needs one that there is', async () => {
    const answer = await desk.ask('staff.resendInvite', { invitation: 'x' }, { session })
    expect(errorOf(answer).code).toBe('invitation-unknown')
  })
})
