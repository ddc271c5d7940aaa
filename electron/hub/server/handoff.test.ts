import { afterEach, beforeEach, expect, it } from 'vitest'
import { person } from '../../../test/fixtures/place.ts'
import { type Bench, openBench, until } from './device.fixture.ts'

let bench: Bench
beforeEach(async () => {
  bench = await openBench()
})
afterEach(() => bench.close())

it('a kiosk is told of its phone and of whom to greet, and no other kiosk is (R7.4)', async () => {
  const kiosk = await bench.device('kiosk-1')
  const other = await bench.device('kiosk-2')
  const ada = person()
  bench.engine.commit(
    'catalogue:lindenhof',
    [],
    [
      { kind: 'handoff', device: 'kiosk-1', handoff: 'h1', step: 'email' },
      { kind: 'greeted', device: 'kiosk-1', handoff: 'h1', session: 's1.secret', person: ada },
    ],
  )
  await until(() => kiosk.events.length === 2)
  expect(kiosk.events).toEqual([
    { name: 'handoff', body: { handoff: 'h1', step: 'email' } },
    { name: 'greeted', body: { handoff: 'h1', session: 's1.secret', person: ada } },
  ])
  await other.ask('unsubscribe', { scopes: [] })
  expect(other.events).toEqual([])
})

it('a mail that a stop left unsent stays queued if it can be written again, and a code has failed (R2.2)', async () => {
  const place = { name: 'Foyer', zone: 'Europe/Berlin' }
  const base = { device: 'kiosk-1', to: 'ada@example.com', language: 'en', place } as const
  bench.outcome = { status: 'failed', detail: 'The hub was stopped before the mail left.', stopped: true }
  const answer = {
    ...base,
    kind: 'answer',
    id: 'm1',
    name: 'Ada',
    question: 'Q',
    answer: 'A',
    by: 'Tom',
  } as const
  const code = { ...base, kind: 'code', id: 'm2', code: '123456', expiresAt: 1 } as const
  bench.engine.commit(
    'catalogue:lindenhof',
    [],
    [
      { kind: 'mail', mail: answer },
      { kind: 'mail', mail: code },
    ],
  )
  await until(() => bench.engine.mails.length === 1)
  expect(bench.sent.map(({ id }) => id)).toEqual(['m1', 'm2'])
  expect(bench.engine.mails).toMatchObject([{ mail: 'm2', status: 'failed' }])
})
