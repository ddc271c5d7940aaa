import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DurableEnvelope } from '../../../shared/contract/commands.ts'
import { bookingId, openTestHub, type TestDevice, type TestHub } from '../../../test/fixtures/hub.ts'

/** `Engine.executeInOrder`: what waited in an outbox. */

let hub: TestHub
let kiosk: TestDevice
let session: string
let seq = 0
beforeEach(async () => {
  hub = await openTestHub()
  kiosk = await hub.device()
  session = await hub.signIn(kiosk, 'paul.passes@example.com')
})
afterEach(() => hub.close())

const envelope = (type: DurableEnvelope['type'], payload: unknown): DurableEnvelope => ({
  id: bookingId(),
  type,
  payload,
  seq: ++seq,
  at: hub.system.now(),
  session,
})
const refusals = (count: number): DurableEnvelope[] =>
  Array.from({ length: count }, (_, n) => envelope('door.refusal', { door: 'front', why: `why ${n}` }))
const audited = (): string[] =>
  hub
    .look()
    .prepare(
      "SELECT json_extract(detail_json, '$.why') FROM audit WHERE action = 'door.refusal' ORDER BY seq",
    )
    .pluck()
    .all() as string[]
const whys = (from: number, until: number): string[] =>
  Array.from({ length: until - from }, (_, n) => `why ${from + n}`)
const inOrder = async (envelopes: DurableEnvelope[]): Promise<string[]> =>
  (await hub.engine.executeInOrder(kiosk, envelopes)).map((answer) => (answer.ok ? 'ok' : answer.error.code))

/** A bug that one command meets, until it is mended. */
function bugIn({ id }: DurableEnvelope): { mend(): void } {
  hub
    .look()
    .exec(
      `CREATE TRIGGER bug BEFORE INSERT ON command WHEN NEW.id = '${id}' BEGIN SELECT RAISE(ABORT, 'a bug'); END`,
    )
  return { mend: () => void hub.look().exec('DROP TRIGGER bug') }
}

/** A disk that refuses the commit in which one command is. */
function badCommitOf({ id }: DurableEnvelope): { mend(): void } {
  hub.look().exec(`
    CREATE TABLE child (meta TEXT REFERENCES meta DEFERRABLE INITIALLY DEFERRED);
    CREATE TRIGGER bad AFTER INSERT ON command WHEN NEW.id = '${id}' BEGIN INSERT INTO child VALUES ('none'); END`)
  return { mend: () => void hub.look().exec('DROP TRIGGER bad') }
}

it('shares one commit, and each is answered at its place', async () => {
  const before = hub.commits.length
  const [a, b, c] = refusals(3) as [DurableEnvelope, DurableEnvelope, DurableEnvelope]
  const unknown = { ...b, payload: { door: 'no such door', why: 'x' } }
  expect(await inOrder([a, unknown, c])).toEqual(['ok', 'door-unknown', 'ok'])
  expect(hub.commits).toHaveLength(before + 1)
  expect(audited()).toEqual(['why 0', 'why 2'])
})

it('gives the same answers again, and does nothing twice (I2)', async () => {
  const payload = { booking: bookingId(), desk: 'desk-a1', date: '2026-11-24', pay: 'pass', price: null }
  const envelopes = [envelope('desk.book', payload), ...refusals(2), envelope('session.end', {})]
  const first = await hub.engine.executeInOrder(kiosk, envelopes)
  expect(first.map(({ ok }) => ok)).toEqual([true, true, true, true])
  expect(await hub.engine.executeInOrder(kiosk, envelopes)).toMatchObject(first.map(({ ok }) => ({ ok })))
  expect(audited()).toEqual(whys(0, 2))
})

it('a refusal stops nobody: by the rules, by the schema, or because it cannot be read', async () => {
  const booking = { booking: bookingId(), desk: 'desk-a1', date: '2026-11-24', pay: 'pass', price: null }
  expect(
    await inOrder([
      envelope('desk.book', booking),
      envelope('desk.book', { ...booking, date: '2026-11-25' }),
      envelope('door.refusal', { door: 'front' }),
      { ...(refusals(1)[0] as DurableEnvelope), seq: 1 },
      ...refusals(1),
    ]),
  ).toEqual(['ok', 'invalid-input', 'invalid-input', 'invalid-input', 'ok'])
})

it('stops at a bug: those before it are done, those after it are not, and all can come again (I2)', async () => {
  const envelopes = refusals(5)
  const bug = bugIn(envelopes[2] as DurableEnvelope)
  expect(await inOrder(envelopes)).toEqual(['ok', 'ok', 'internal'])
  expect(audited()).toEqual(whys(0, 2))
  bug.mend()
  expect(await inOrder(envelopes.slice(2))).toEqual(['ok', 'ok', 'ok'])
  expect(audited()).toEqual(whys(0, 5))
})

it('a bug in the command of another device stops nobody here', async () => {
  const envelopes = refusals(4)
  const other = await hub.device()
  const [theirs] = refusals(1) as [DurableEnvelope]
  const itsSession = await hub.signIn(other, 'nia@example.com', 'Nia')
  const bug = bugIn(theirs)
  const answers = await Promise.all([
    inOrder(envelopes),
    hub.engine.executeInOrder(other, [{ ...theirs, session: itsSession }]),
  ])
  expect(answers).toMatchObject([['ok', 'ok', 'ok', 'ok'], [{ ok: false, error: { code: 'internal' } }]])
  expect(audited()).toEqual(whys(0, 4))
  bug.mend()
})

it('when the disk refuses the commit none is done, though a part is in the next one', async () => {
  const envelopes = refusals(100)
  const bad = badCommitOf(envelopes[0] as DurableEnvelope)
  // Before them in the queue, so that they do not fit into one commit.
  const others = Array.from({ length: 480 }, () => kiosk.ask('person.get', {}, { session }))
  const answers = inOrder(envelopes)
  await Promise.allSettled(others)
  expect(await answers).toEqual(['internal'])
  expect(audited()).toEqual([])
  bad.mend()
  expect(await inOrder(envelopes)).toEqual(envelopes.map(() => 'ok'))
  expect(audited()).toEqual(whys(0, 100))
})

it('a device that was revoked is told so once', async () => {
  hub.look().prepare('UPDATE device SET revoked_at = 1 WHERE id = ?').run(kiosk.id)
  expect(await inOrder(refusals(3))).toEqual(['device-revoked'])
  expect(audited()).toEqual([])
})
