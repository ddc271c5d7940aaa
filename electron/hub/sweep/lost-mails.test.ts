import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FakeSystem, fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { must, openTestHub, type TestDevice, type TestHub } from '../../../test/fixtures/hub.ts'
import { silentLog } from '../../lib/log.ts'
import { openEngine } from '../engine/open.ts'
import type { OutgoingMail } from '../seam/mails.ts'

let dir: string
let system: FakeSystem
let hub: TestHub
let desk: TestDevice
let session: string
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-lost-'))
  system = fakeSystem()
  hub = await openTestHub({ dir, system })
  desk = await hub.device(['reception'], 'Desk')
  session = await hub.staff(desk)
})
afterEach(() => rmSync(dir, { recursive: true }))

const who = { name: 'Ida Falk', company: '', language: 'de', role: 'member', plan: null } as const
const invite = async (email: string) =>
  must(
    await desk.ask(
      'staff.invite',
      { ...who, email, resources: ['desk-a5'], startsOn: '2026-12-01' },
      { session },
    ),
  ).invitation

/** Starts the hub again, as after a crash: what was on its way was lost. Returns what goes out once it listens. */
async function startAgain() {
  await hub.engine.close()
  system.advance(60_000)
  const engine = await openEngine({
    dir,
    system,
    log: silentLog,
    config: {},
    demo: true,
    simDoor: null,
  })
  const mails: OutgoingMail[] = []
  engine.onCommit(({ effects }) => {
    for (const effect of effects) if (effect.kind === 'mail') mails.push(effect.mail)
  })
  await engine.setUrl('https://foyer.example')
  return { engine, mails }
}

describe('a mail that was queued when the hub stopped', () => {
  it('with a code has failed: nobody knows the code any more (R2.2)', async () => {
    const kiosk = await hub.device()
    const { mail } = must(await kiosk.ask('code.request', { email: 'ada@example.com', language: 'en' }))
    const { engine, mails } = await startAgain()
    expect(mails).toEqual([])
    const row = engine
      .since('reception:lindenhof', 0, 9999)
      .rows.find(({ kind, id }) => kind === 'mail' && id === mail)
    expect(row?.row).toMatchObject({ status: 'failed' })
    await engine.close()
  })

  it('of an invitation is written again, with a new link that logs in', async () => {
    await invite('ida@example.com')
    const lost = hub.invitation()
    const { engine, mails } = await startAgain()
    const [again] = mails
    expect(mails).toHaveLength(1)
    expect(again).toMatchObject({
      id: lost.id,
      kind: 'invitation',
      to: 'ida@example.com',
      name: 'Ida Falk',
      by: 'Noor Haddad',
      brings: ['A5'],
      startsOn: '2026-12-01',
    })
    const url = again?.kind === 'invitation' ? again.url : ''
    expect(url).toMatch(/^https:\/\/foyer\.example\/activate\/[\w-]{43}$/)
    const use = (token: string) =>
      engine.execute(
        { id: 'phone:ida', roles: ['phone'], location: 'lindenhof' },
        {
          id: `018f0000-0000-7000-8000-0000000${token === lost.token ? '1' : '2'}0000`,
          type: 'activation.use',
          payload: { token },
          seq: 0,
          at: system.now(),
        },
      )
    expect(await use(lost.token)).toMatchObject({ result: { error: { code: 'activation-late' } } })
    expect(await use(url.slice(url.lastIndexOf('/') + 1))).toMatchObject({ result: { ok: true } })
    await engine.close()
  })

  it('whose place a newer one took is not sent', async () => {
    const invitation = await invite('ida@example.com')
    const first = hub.invitation().id
    must(await desk.ask('staff.resendInvite', { invitation }, { session }))
    const { engine, mails } = await startAgain()
    expect(mails.map(({ id }) => id)).toEqual([hub.invitation().id])
    const row = engine.since('reception:lindenhof', 0, 9999).rows.find(({ id }) => id === first)
    expect(row?.row).toMatchObject({ status: 'failed' })
    await engine.close()
  })

  it('of an answer is written again in the person’s language', async () => {
    const kiosk = await hub.device()
    await hub.signIn(kiosk, 'nia@example.com', 'Nia')
    const db = hub.look()
    const account = db.prepare("SELECT id FROM account WHERE email = 'nia@example.com'").pluck().get()
    const at = system.now()
    // As an answer leaves them: both of the same moment.
    db.prepare('INSERT INTO request VALUES (?, ?, NULL, ?, ?, ?, ?, ?)').run(
      'r1',
      account,
      'A shower?',
      at - 5,
      'Yes.',
      at,
      'staff-tom',
    )
    db.prepare(
      "INSERT INTO mail (id, device, location, recipient, kind, at, status, detail) VALUES ('m1', ?, 'lindenhof', 'Nia@example.com', 'answer', ?, 'queued', '')",
    ).run(desk.id, at)
    const { engine, mails } = await startAgain()
    expect(mails).toEqual([
      {
        kind: 'answer',
        place: { name: 'Foyer Lindenhof', zone: 'Europe/Berlin' },
        id: 'm1',
        device: desk.id,
        to: 'Nia@example.com',
        language: 'en',
        name: 'Nia',
        question: 'A shower?',
        answer: 'Yes.',
        by: 'Tom Berger',
      },
    ])
    await engine.close()
  })

  it('and was handed over before is not sent twice', async () => {
    await invite('ida@example.com')
    await hub.engine.mailStatus(hub.invitation().id, 'accepted', '250')
    const { engine, mails } = await startAgain()
    expect(mails).toEqual([])
    await engine.setUrl('https://foyer.example')
    expect(mails).toEqual([])
    await engine.close()
  })
})

it('links wait for the address: nobody is reminded with half a link', async () => {
  await invite('ida@example.com')
  await hub.engine.mailStatus(hub.invitation().id, 'accepted', '250')
  await hub.engine.close()
  system.advance(4 * 24 * 3_600_000)
  const engine = await openEngine({ dir, system, log: silentLog, config: {}, demo: true, simDoor: null })
  const row = () =>
    engine.since('reception:lindenhof', 0, 9999).rows.find(({ kind }) => kind === 'invitation')?.row
  expect(row()).toMatchObject({ remindedAt: null })
  await engine.setUrl('https://foyer.example')
  system.advance(61_000)
  await engine.pairingCode('kiosk', 'lindenhof')
  expect(row()).toMatchObject({ remindedAt: system.now() })
  await engine.close()
})
