import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  bookingId,
  errorOf,
  must,
  openTestHub,
  type TestDevice,
  type TestHub,
} from '../../../../test/fixtures/hub.ts'

let hub: TestHub
let kiosk: TestDevice
let session: string
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
  // No name and no terms: a question or a comment asks for neither (R3.1).
  session = await hub.signIn(kiosk, 'nia@example.com')
})
afterEach(() => hub.close())

const happenings = () => hub.rows('reception', 'activity').map(({ row }) => row.what)

describe('a question to reception', () => {
  const question = (item: string | null = 'office-4') => ({
    request: bookingId(),
    item,
    text: ' Is it free in March? ',
  })

  it('reaches reception, and stands in the account (R3.1)', async () => {
    const payload = question()
    const { person } = must(await kiosk.ask('support.ask', payload, { session }))
    const asked = { about: 'Office for four', text: 'Is it free in March?', answer: null }
    expect(person.requests).toMatchObject([{ id: payload.request, ...asked }])
    expect(hub.rows('reception', 'request')).toMatchObject([
      { id: payload.request, row: { ...asked, email: 'nia@example.com' } },
    ])
    expect(happenings()).toContain('asked')
  })

  it('is asked once, however often it is sent (I2), and by one', async () => {
    const payload = question(null)
    must(await kiosk.ask('support.ask', payload, { session }))
    must(await kiosk.ask('support.ask', payload, { session }))
    expect(hub.rows('reception', 'request')).toHaveLength(1)
    const paul = await hub.signIn(kiosk, 'paul.passes@example.com')
    expect(errorOf(await kiosk.ask('support.ask', payload, { session: paul }))).toMatchObject({
      params: { field: 'request' },
    })
  })

  it('says something', async () => {
    const empty = { ...question(), text: '   ' }
    expect(errorOf(await kiosk.ask('support.ask', empty, { session })).code).toBe('invalid-input')
  })

  it('is answered by mail in their language and in the account, once (R8.2, R8.3)', async () => {
    const payload = question()
    must(await kiosk.ask('support.ask', payload, { session }))
    const desk = await hub.device(['reception'], 'Desk')
    const staff = await hub.staff(desk)
    const answer = { request: payload.request, text: 'From the 1st on.' }
    must(await desk.ask('staff.answer', answer, { session: staff }))

    const { effects } = hub.commits.at(-1)!
    const mail = effects.find((one) => one.kind === 'mail')?.mail
    expect(mail).toMatchObject({
      kind: 'answer',
      device: '',
      to: 'nia@example.com',
      language: 'en',
      question: 'Is it free in March?',
      answer: 'From the 1st on.',
      by: 'Noor Haddad',
    })
    const told = effects.find((one) => one.kind === 'person')
    const given = { text: 'From the 1st on.', at: hub.system.now(), by: 'Noor Haddad' }
    expect(told).toMatchObject({ device: kiosk.id, person: { requests: [{ answer: given }] } })
    expect(hub.rows('reception', 'request')[0]?.row.answer).toEqual(given)
    const kept = hub.rows('reception', 'mail').find(({ id }) => id === mail?.id)
    expect(kept?.row).toMatchObject({ kind: 'answer', status: 'queued' })

    expect(errorOf(await desk.ask('staff.answer', answer, { session: staff })).code).toBe('already-done')
    const unknown = { ...answer, request: bookingId() }
    expect(errorOf(await desk.ask('staff.answer', unknown, { session: staff })).code).toBe('request-unknown')
  })
})

describe('comments', () => {
  const comment = (text: string, item = 'feed-lift') => ({ comment: bookingId(), item, text })
  const list = async (item = 'feed-lift') => must(await kiosk.ask('comments.list', { item })).comments

  it('can be read by anybody, with who wrote them and when, newest last', async () => {
    must(await kiosk.ask('comment.add', comment('Thank you.'), { session }))
    hub.system.advance(1000)
    const paul = await hub.signIn(kiosk, 'paul.passes@example.com')
    must(await kiosk.ask('comment.add', comment('By noon?'), { session: paul }))
    expect(await list()).toMatchObject([
      { by: '', text: 'Thank you.', at: hub.system.now() - 1000 },
      { by: 'Paul Weber', text: 'By noon?' },
    ])
    expect(happenings()).toContain('commented')
    expect(await list('feed-solar')).toHaveLength(2)
  })

  it('are written once, however often they are sent (I2)', async () => {
    const payload = comment('Thank you.')
    must(await kiosk.ask('comment.add', payload, { session }))
    must(await kiosk.ask('comment.add', payload, { session }))
    expect(await list()).toHaveLength(1)
  })

  it('are shown up to a hundred: the newest', async () => {
    for (let n = 0; n < 103; n++) {
      hub.system.advance(1)
      must(await kiosk.ask('comment.add', comment(`No. ${n}`), { session }))
    }
    const shown = await list()
    expect(shown).toHaveLength(100)
    expect([shown[0]?.text, shown.at(-1)?.text]).toEqual(['No. 3', 'No. 102'])
  })

  it('belong to posts', async () => {
    const wrong = comment('Nice.', 'room-linden')
    expect(errorOf(await kiosk.ask('comment.add', wrong, { session })).code).toBe('item-unknown')
    expect(errorOf(await kiosk.ask('comments.list', { item: 'room-linden' })).code).toBe('item-unknown')
  })
})

it('keeps the questions that wait, and of the answered ones the newest', async () => {
  const db = hub.look()
  const account = db.prepare("SELECT id FROM account WHERE email = 'nia@example.com'").pluck().get() as string
  const ids = Array.from({ length: 301 }, () => bookingId())
  for (const request of ids)
    must(await kiosk.ask('support.ask', { request, item: null, text: 'Tea?' }, { session }))
  expect(account).toBeTruthy()
  db.prepare(
    "UPDATE request SET answer = 'Yes', answered_at = 1, answered_by = 'staff-noor' WHERE id <> ?",
  ).run(ids[0]!)
  hub.system.advance(3_600_000)
  await hub.engine.mailStatus('none', 'accepted', '')
  expect(hub.rows('reception', 'request')).toHaveLength(301)
  must(
    await kiosk.ask(
      'support.ask',
      { request: bookingId(), item: null, text: 'Milk?' },
      {
        session: await hub.signIn(kiosk, 'nia@example.com'),
      },
    ),
  )
  hub.system.advance(3_600_000)
  await hub.engine.mailStatus('none', 'accepted', '')
  const left = hub.rows('reception', 'request').map(({ id }) => id)
  expect(left).toHaveLength(301)
  expect(left).toContain(ids[0])
  expect(left).not.toContain(ids[1])
})
