import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Envelope } from '../../../shared/contract/commands.ts'
import { realSystem } from '../../lib/system.ts'
import type { UnlockOrder } from '../seam/engine.ts'
import { type Bench, openBench, type TestDevice, until } from './device.fixture.ts'

let bench: Bench
let notAfter: number
beforeEach(async () => {
  bench = await openBench()
  notAfter = realSystem.now() + 5_000
  bench.engine.onExecute = (_device, { id }) => ({ kind: 'unlock', order: order(id) })
})
afterEach(() => bench.close())

const order = (command: string): UnlockOrder => ({
  command,
  host: 'host-1',
  door: 'front',
  grant: null,
  reason: 'delivery',
  notAfter,
  by: { staff: 'staff-1' },
})
const envelope = (id = '019c2f00-0000-7000-8000-000000000001'): Envelope => ({
  id,
  type: 'staff.openDoor',
  payload: {},
  seq: 0,
  at: 1,
})
const whenAsked = (host: TestDevice, reply: (answer: (result: unknown) => void) => void): unknown[] => {
  const asked: unknown[] = []
  host.socket.on('unlock', (input: unknown, answer: (result: unknown) => void) => {
    asked.push(input)
    reply(answer)
  })
  return asked
}

describe('opening a door that another device hosts', () => {
  it('asks its host once and answers with what it said', async () => {
    const host = await bench.device('host-1')
    const desk = await bench.device('desk-1', ['reception'])
    const asked = whenAsked(host, (answer) => answer({ ok: true, value: { result: 'opened' } }))
    expect(await desk.ask('command', envelope())).toEqual({ ok: true, value: { result: 'opened' } })
    expect(asked).toEqual([{ door: 'front', grant: null, reason: 'delivery', notAfter }])
    expect(bench.engine.settled).toMatchObject([{ order: { door: 'front' }, result: { ok: true } }])
  })

  it('hands on what the host refused', async () => {
    const host = await bench.device('host-1')
    const desk = await bench.device('desk-1')
    whenAsked(host, (answer) => answer({ ok: false, error: { code: 'door-refused' } }))
    expect(await desk.ask('command', envelope())).toMatchObject({ error: { code: 'door-refused' } })
  })

  it('is unreachable when the host is away', async () => {
    const desk = await bench.device('desk-1')
    expect(await desk.ask('command', envelope())).toMatchObject({ error: { code: 'door-unreachable' } })
    expect(bench.engine.settled).toMatchObject([{ result: { error: { code: 'door-unreachable' } } }])
  })

  it('does not ask for an opening whose time is over', async () => {
    const host = await bench.device('host-1')
    const desk = await bench.device('desk-1')
    const asked = whenAsked(host, (answer) => answer({ ok: true, value: { result: 'opened' } }))
    notAfter = realSystem.now() - 1
    expect(await desk.ask('command', envelope())).toMatchObject({ error: { code: 'door-unreachable' } })
    expect(asked).toEqual([])
  })

  it('has an unknown outcome when the host stays silent, and is not retried', async () => {
    const host = await bench.device('host-1')
    const desk = await bench.device('desk-1')
    const asked = whenAsked(host, () => {})
    notAfter = realSystem.now() + 100
    expect(await desk.ask('command', envelope())).toMatchObject({ error: { code: 'door-unknown-outcome' } })
    expect(asked).toHaveLength(1)
    expect(bench.engine.settled).toMatchObject([{ result: { error: { code: 'door-unknown-outcome' } } }])
  })

  it('has an unknown outcome at once when the host is lost, or answers nonsense', async () => {
    const desk = await bench.device('desk-1')
    const host = await bench.device('host-1')
    whenAsked(host, () => host.socket.disconnect())
    expect(await desk.ask('command', envelope())).toMatchObject({ error: { code: 'door-unknown-outcome' } })
    const again = await bench.device('host-1')
    whenAsked(again, (answer) => answer('yes'))
    expect(await desk.ask('command', envelope())).toMatchObject({ error: { code: 'door-unknown-outcome' } })
  })

  it('opens once when the same command comes again while the door is being asked (I2)', async () => {
    const host = await bench.device('host-1')
    const desk = await bench.device('desk-1')
    const answers: ((result: unknown) => void)[] = []
    const asked = whenAsked(host, (answer) => answers.push(answer))
    const both = [desk.ask('command', envelope()), desk.ask('command', envelope())]
    await until(() => bench.engine.executed.length === 2 && answers.length === 1)
    answers[0]?.({ ok: true, value: { result: 'accepted' } })
    for (const one of both) expect(await one).toEqual({ ok: true, value: { result: 'accepted' } })
    expect(asked).toHaveLength(1)
    expect(bench.engine.settled).toHaveLength(1)
  })
})
