import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
})
afterEach(() => hub.close())

const door = (more: object = {}) => ({
  id: 'front',
  online: true,
  detail: '',
  confirmedAt: hub.system.now() as number | null,
  clockSkewMs: 12 as number | null,
  credentials: 3 as number | null,
  held: [
    {
      grant: 'subscription:01990000-0000-7000-8000-000000000007',
      state: 'held' as const,
      at: hub.system.now(),
    },
  ],
  ...more,
})
const report = (doors = [door()], queue = 0) =>
  hub.engine.deviceReport(kiosk.id, { queue, now: hub.system.now(), doors })
const deviceRow = () => hub.rows('reception', 'device').find(({ id }) => id === kiosk.id)?.row
const doorRow = () => hub.rows('reception', 'door')[0]?.row

it('shows reception how devices and doors are, and which grants have reached them (R6.3, R8.1)', async () => {
  await hub.engine.devicePresence(kiosk.id, { online: true, version: '0.1.0', clockSkewMs: 40 })
  await report([door()], 2)
  expect(deviceRow()).toMatchObject({ online: true, version: '0.1.0', queue: 2, revoked: false })
  expect(doorRow()).toMatchObject({ online: true, credentials: 3, host: kiosk.id })
  const grant = hub
    .rows('reception', 'grant')
    .find(({ id }) => id === 'subscription:01990000-0000-7000-8000-000000000007')
  expect(grant?.row.held).toEqual({ front: { state: 'held', at: hub.system.now() } })
})

it('writes nothing when a report says nothing new', async () => {
  await report()
  const before = hub.commits.length
  hub.system.advance(2000)
  await report()
  await hub.engine.devicePresence(kiosk.id, { online: true })
  expect(hub.commits).toHaveLength(before)
  hub.system.advance(30_000)
  await report()
  expect(doorRow()?.confirmedAt).toBe(hub.system.now())
})

it('a report adds to what the last one said of the grants: only what changed is in it (R6.3)', async () => {
  const first = 'subscription:01990000-0000-7000-8000-000000000007'
  const second = 'subscription:01990000-0000-7000-8000-000000000009'
  const held = (grant: string, state: 'held' | 'pending' | 'gone') => [{ grant, state, at: hub.system.now() }]
  const states = () =>
    [first, second].map((grant) => {
      const row = hub.rows('reception', 'grant').find(({ id }) => id === grant)?.row
      return (row?.held as Record<string, { state: string }> | undefined)?.front?.state
    })
  await report()
  await report([door({ held: held(second, 'pending') })])
  expect(states()).toEqual(['held', 'pending'])
  await report([door({ held: [] })])
  await report([door({ held: held(first, 'gone') })])
  await report([door({ held: held(first, 'held') })])
  await report([door({ held: held(second, 'held') })])
  expect(states()).toEqual(['held', 'held'])
  const before = hub.commits.length
  await report([door({ held: [...held(first, 'held'), ...held(second, 'held')] })])
  expect(hub.commits).toHaveLength(before)
})

it('does not believe a device about a door that it does not host', async () => {
  const other = await hub.device(['kiosk'], 'Kiosk 2')
  await hub.engine.deviceReport(other.id, {
    queue: 0,
    now: hub.system.now(),
    doors: [door({ detail: 'mine!' })],
  })
  expect(doorRow()).toMatchObject({ online: false, detail: '' })
  await report()
  const [grant] = hub.rows('reception', 'grant').filter(({ row }) => 'front' in (row.held as object))
  expect(grant?.row.held).toMatchObject({ front: { state: 'held' } })
})

it('does not know how a door is when the device behind it is away', async () => {
  await report()
  await hub.engine.devicePresence(kiosk.id, { online: false })
  expect(deviceRow()).toMatchObject({ online: false })
  expect(doorRow()).toMatchObject({ online: false, detail: 'host-away' })
  await report()
  expect(doorRow()).toMatchObject({ online: true, detail: '' })
})

it('shows what became of a mail (R2.5)', async () => {
  await kiosk.ask('code.request', { email: 'ada@example.com', language: 'en' })
  const { id } = hub.mails[0]!
  await hub.engine.mailStatus(id, 'refused', 'no such mailbox')
  expect(hub.rows('reception', 'mail')[0]?.row).toMatchObject({
    status: 'refused',
    detail: 'no such mailbox',
  })
  expect(hub.rows('reception', 'activity').at(-1)?.row).toMatchObject({
    what: 'mail-refused',
    subject: 'ada@example.com',
    detail: 'no such mailbox',
  })
})

it('knows no device that was never paired', () => {
  expect(hub.engine.device('nobody')).toBeNull()
})
