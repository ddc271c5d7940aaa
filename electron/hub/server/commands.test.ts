import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import { commandsAtOnce } from '../../../shared/contract/socket.ts'
import { ok } from '../../../shared/domain/result.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { type Bench, openBench, type TestDevice } from './device.fixture.ts'
import { limits } from './limits.ts'

let bench: Bench
let kiosk: TestDevice
beforeEach(async () => {
  bench = await openBench()
  kiosk = await bench.device('kiosk-1')
})
afterEach(() => bench.close())

const envelope = (n: number) => ({
  id: `019c2f00-0000-7000-8000-${String(n).padStart(12, '0')}`,
  type: 'session.end',
  payload: {},
  seq: n,
  at: 1,
  session: 's',
})
const many = (count: number) => Array.from({ length: count }, (_, n) => envelope(n + 1))
const executed = () => bench.engine.executed.map(({ envelope: { seq } }) => seq)

describe('several commands in one packet', () => {
  it('are run in order, and answered each at its place', async () => {
    bench.engine.onExecute = (_, { seq }) => ({
      kind: 'answer',
      result: seq === 2 ? failure('session-invalid') : ok({ n: seq }),
    })
    expect(await kiosk.ask('commands', { commands: many(3) })).toEqual(
      ok({ answers: [ok({ n: 1 }), failure('session-invalid'), ok({ n: 3 })] }),
    )
    expect(executed()).toEqual([1, 2, 3])
  })

  it('one that cannot be read, or that no outbox holds, is refused alone and says why', async () => {
    const odd = [
      'nothing',
      { ...envelope(5), seq: -1 },
      { ...envelope(6), type: 'code.request' },
      { ...envelope(7), id: 'x' },
    ]
    const answer = await kiosk.ask('commands', { commands: [envelope(1), ...odd, envelope(8)] })
    const bad = (field: string) => ({ ok: false, error: { code: 'invalid-input', params: { field } } })
    expect(answer).toMatchObject(
      ok({ answers: [ok({}), { ok: false }, bad('seq'), bad('type'), bad('id'), ok({})] }),
    )
    expect(executed()).toEqual([1, 8])
  })

  it('nothing is answered after one that may pass later', async () => {
    bench.engine.onExecute = (_, { seq }) => ({
      kind: 'answer',
      result: seq === 2 ? failure('internal') : ok({}),
    })
    const commands = [envelope(1), envelope(2), 'unreadable', envelope(3)]
    expect(await kiosk.ask('commands', { commands })).toEqual(ok({ answers: [ok({}), failure('internal')] }))
  })

  it.each([
    ['none at all', { commands: [] }],
    ['more than there may be', { commands: many(commandsAtOnce + 1) }],
    ['no list', { commands: envelope(1) }],
    ['nothing', {}],
  ])('%s: refused as a whole, and none is run', async (_, input) => {
    expect(await kiosk.ask('commands', input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-input', params: { field: 'commands' } },
    })
    expect(executed()).toEqual([])
  })

  it('count against the rate as if each came by itself, all of them or none', async () => {
    const system = fakeSystem()
    const own = await openBench({ system })
    const other = await own.device('kiosk-1')
    const full = { commands: many(commandsAtOnce) }
    for (let n = 0; n < limits.verbsPerSecond / commandsAtOnce - 1; n++)
      expect(await other.ask('commands', full)).toMatchObject({ ok: true })
    expect(await other.ask('unsubscribe', { scopes: [] })).toMatchObject({ ok: true })
    const before = own.engine.executed.length
    expect(await other.ask('commands', full)).toEqual(failure('rate-limited'))
    expect(own.engine.executed).toHaveLength(before)
    expect(await other.ask('commands', { commands: many(commandsAtOnce - 1) })).toMatchObject({ ok: true })
    system.advance(1_000)
    expect(await other.ask('commands', full)).toMatchObject({ ok: true })
    await own.close()
  })
})
