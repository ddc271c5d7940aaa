import { afterEach, beforeEach, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import { ok } from '../../../shared/domain/result.ts'
import { type FakeSystem, fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import type { Commit } from '../seam/engine.ts'
import type { Payments } from '../seam/payments.ts'
import { type PaymentWatch, watchPayments } from './watch.ts'

const second = 1000

let system: FakeSystem
let asked: string[]
let settled: string[]
let answer: Awaited<ReturnType<Payments['status']>>
let commit: (commit: Commit) => void
let watch: PaymentWatch

const begin = (unsettled: string[] = []): void => {
  const engine = {
    settlePayment: async (ref: string, verdict: string) => void settled.push(`${ref} ${verdict}`),
    unsettledPayments: () => unsettled,
    onCommit: (listen: (commit: Commit) => void) => void (commit = listen),
  }
  const payments: Payments = {
    open: async () => failure('payment-unavailable'),
    status: async (ref) => (asked.push(ref), answer),
  }
  watch = watchPayments(engine, payments, { system, log: silentLog })
}
const openPage = (ref: string): void => commit({ changes: [], effects: [{ kind: 'payment-opened', ref }] })
/** Second by second, each question answered before the next. */
const pass = async (seconds: number): Promise<number> => {
  const before = asked.length
  for (let n = 0; n < seconds; n++) {
    system.advance(second)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  return asked.length - before
}

beforeEach(() => {
  system = fakeSystem()
  asked = []
  settled = []
  answer = ok('open')
})
afterEach(() => watch.close())

it('asks often at first, then more and more seldom, and never stops before the last word', async () => {
  begin()
  openPage('tr_1')
  expect(await pass(60)).toBe(20)
  await pass(60)
  const afterwards = await pass(600)
  expect(afterwards).toBeGreaterThan(3)
  expect(afterwards).toBeLessThan(12)
  await pass(3600)
  expect(await pass(3000)).toBe(10)
  answer = ok('paid')
  await pass(300)
  expect(settled).toEqual(['tr_1 paid'])
  expect(await pass(600)).toBe(0)
})

it('asks about what was open before a start', async () => {
  begin(['tr_1', 'tr_2'])
  answer = ok('expired')
  await pass(3)
  expect(settled).toEqual(['tr_1 expired', 'tr_2 expired'])
})

it('goes on when the provider cannot be asked', async () => {
  begin(['tr_1'])
  answer = failure('payment-unavailable')
  expect(await pass(9)).toBe(3)
  expect(await watch.ask('tr_1')).toBe(false)
  answer = ok('failed')
  expect(await watch.ask('tr_1')).toBe(true)
  expect(settled).toEqual(['tr_1 failed'])
})

it('asks one question at a time about a page, however many want to know', async () => {
  begin(['tr_1'])
  await Promise.all([watch.ask('tr_1'), watch.ask('tr_1'), watch.ask('tr_1')])
  expect(asked).toEqual(['tr_1'])
})

it('hurries when somebody comes back from a page, but never hurries itself to death', async () => {
  begin(['tr_1'])
  await pass(600)
  const before = asked.length
  system.advance(3 * second)
  watch.hurry()
  watch.hurry()
  await pass(0)
  expect(asked.length).toBeLessThanOrEqual(before + 1)
  for (let n = 0; n < 50; n++) watch.hurry()
  expect(asked.length).toBeLessThanOrEqual(before + 1)
})

it('leaves nothing behind when it is closed', async () => {
  begin(['tr_1', 'tr_2'])
  const asking = watch.ask('tr_1')
  answer = ok('paid')
  watch.close()
  await asking
  expect([system.pendingTimers, settled]).toEqual([0, []])
  openPage('tr_3')
  expect(await pass(60)).toBe(0)
})
