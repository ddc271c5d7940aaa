import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Envelope } from '../../../shared/contract/commands.ts'
import { type FoyerError, failure, isTransient } from '../../../shared/contract/errors.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { type FakeSystem, fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { signal } from '../signal.ts'
import { openStore, type Store } from '../store/store.ts'
import type { Link } from './link.ts'
import { type Answered, createOutbox, type Outbox } from './outbox.ts'

type Answer = Result<unknown, FoyerError> | 'lost'

let dir: string
let system: FakeSystem
let store: Store
let outbox: Outbox
let online: boolean
/** What reached the hub and was looked at by it. */
let sent: Envelope[]
let batches: number[]
let answer: (envelope: Envelope) => Answer | Promise<Answer>
let answered: Answered[]
const changed = signal<void>()

const link = {
  state: () => (online ? { name: 'online', hub: 'h' } : { name: 'waiting', failed: 1 }),
  changed,
  ask: async (_verb: 'commands', { commands }: { commands: Envelope[] }) => {
    batches.push(commands.length)
    const answers: Answer[] = []
    for (const envelope of commands) {
      sent.push(envelope)
      const told = answer(envelope)
      const given = told instanceof Promise ? await told : told
      if (given === 'lost') return failure('hub-unreachable')
      answers.push(given)
      if (isTransient(given)) break
    }
    return ok({ answers })
  },
} as unknown as Link

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve()
}
const go = async (to: boolean): Promise<void> => {
  online = to
  changed.emit()
  await settle()
}
const open = (): void => {
  store = openStore(dir, system, silentLog)
  outbox = createOutbox(store.outbox, link, system, silentLog)
  outbox.answered.on((one) => answered.push(one))
}
/** The power goes and comes back: what is in memory is lost, what is on disk is not. */
const powerCut = (): void => {
  outbox.close()
  store.close()
  open()
}

const booking = {
  booking: '0193a1b2-0000-7000-8000-000000000001',
  desk: 'd',
  date: '2026-11-23',
  pay: 'pass' as const,
  price: null,
}
const promise = { booking: booking.booking, item: 'd', date: booking.date, from: 1, until: 2, cancels: null }
const refusal = (why: string) => ({ door: 'front', why })
const outcome = ok({
  kind: 'booked',
  booking: { id: booking.booking, item: 'd', date: booking.date, from: 1, until: 2, cancelled: false },
  deskLabel: 'A1',
  pass: 'jws',
  insteadOf: null,
  person: null,
})

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-outbox-'))
  system = fakeSystem()
  online = true
  sent = []
  batches = []
  answered = []
  answer = () => ok({})
  open()
})
afterEach(() => {
  outbox.close()
  store.close()
  rmSync(dir, { recursive: true, force: true })
})

describe('outbox', () => {
  it('sends in order and lets go of what was answered (R9.3)', async () => {
    online = false
    for (const why of ['a', 'b', 'c']) outbox.enqueue('door.refusal', refusal(why), { session: 's' })
    expect(outbox.size()).toBe(3)
    await go(true)
    expect(sent.map(({ payload }) => payload)).toEqual([refusal('a'), refusal('b'), refusal('c')])
    expect(sent.map(({ seq }) => seq)).toEqual(sent.map(({ seq }) => seq).toSorted((a, b) => a - b))
    expect(outbox.size()).toBe(0)
  })

  it('power lost between commit and answer: it is sent again with the same id and number (I2, I3)', async () => {
    answer = () => 'lost'
    const id = outbox.enqueue('session.end', {}, { session: 's' })
    await settle()
    powerCut()
    answer = () => ok({})
    await go(true)
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
    expect(sent[1]?.id).toBe(id)
    expect(outbox.size()).toBe(0)
  })

  it('the hub goes away between receiving and answering: it hears it again with the same id', async () => {
    answer = () => 'lost'
    const id = outbox.enqueue('session.end', {}, { session: 's' })
    await settle()
    await go(false)
    answer = () => ok({})
    await go(true)
    expect(new Set(sent.map((one) => one.id))).toEqual(new Set([id]))
    expect(answered).toMatchObject([{ row: { id }, result: { ok: true } }])
  })

  it('a final refusal goes, with its reason told', async () => {
    answer = () => failure('session-invalid')
    outbox.enqueue('door.refusal', refusal('x'), { session: 's' })
    await settle()
    expect(outbox.size()).toBe(0)
    expect(answered[0]?.result).toEqual(failure('session-invalid'))
  })

  it.each(['internal', 'rate-limited', 'try-again'] as const)(
    '%s is no verdict: kept and sent again after a while',
    async (code) => {
      answer = () => failure(code)
      outbox.enqueue('session.end', {}, { session: 's' })
      await settle()
      expect([outbox.size(), sent.length]).toEqual([1, 1])
      answer = () => ok({})
      system.advance(1000)
      await settle()
      expect([outbox.size(), sent.length]).toEqual([0, 2])
    },
  )

  it('a row that the hub cannot read is set aside with the reason and stops nobody', async () => {
    answer = ({ payload }) =>
      (payload as { why: string }).why === 'bad' ? failure('invalid-input', {}, 'why: too odd') : ok({})
    online = false
    const bad = outbox.enqueue('door.refusal', refusal('bad'), { session: 's' })
    outbox.enqueue('door.refusal', refusal('good'), { session: 's' })
    await go(true)
    expect(outbox.size()).toBe(0)
    expect(store.outbox.deadLetters()).toEqual([{ id: bad, type: 'door.refusal', reason: 'why: too odd' }])
    expect(sent).toHaveLength(2)
  })

  it('a row that the hub fails on again and again lets the others pass, and keeps above them in number', async () => {
    answer = ({ payload }) => ((payload as { why: string }).why === 'ill' ? failure('internal') : ok({}))
    online = false
    outbox.enqueue('door.refusal', refusal('ill'), { session: 's' })
    outbox.enqueue('door.refusal', refusal('well'), { session: 's' })
    await go(true)
    expect(sent).toHaveLength(1)
    for (let turn = 0; turn < 12; turn++) {
      system.advance(30_000)
      await settle()
    }
    expect(answered.map(({ row }) => row.payload)).toEqual([refusal('well')])
    answer = () => ok({})
    system.advance(60_000)
    await settle()
    expect(outbox.size()).toBe(0)
    const well = sent.find(({ payload }) => (payload as { why: string }).why === 'well')
    expect(sent.at(-1)?.seq).toBeGreaterThan(well?.seq ?? Number.POSITIVE_INFINITY)
    expect(sent.at(-1)?.id).toBe(sent[0]?.id)
  })

  it('an answer is waited for, but not for ever', async () => {
    online = false
    const id = outbox.enqueue('session.end', {}, { session: 's' })
    const early = outbox.waitFor(id, 2000)
    system.advance(2000)
    expect(await early).toBeNull()
    const late = outbox.waitFor(id, 2000)
    await go(true)
    expect(await late).toEqual(ok({}))
  })

  it('is taken back only if it surely was never sent', async () => {
    online = false
    const unsent = outbox.enqueue('desk.book', booking, { session: 's' })
    expect(outbox.withdraw(unsent)).toBe(true)
    expect(outbox.size()).toBe(0)
    answer = () => 'lost'
    await go(true)
    const maybe = outbox.enqueue('desk.book', booking, { session: 's' })
    await settle()
    expect(outbox.withdraw(maybe)).toBe(false)
    expect(outbox.size()).toBe(1)
  })

  it('what the screen promised meanwhile is asked again as a promise, after a refusal too (R9.4)', async () => {
    let refuse: (result: Answer) => void = () => {}
    const slow = new Promise<Answer>((resolve) => {
      refuse = resolve
    })
    answer = ({ promised }) => (promised ? outcome : slow)
    const id = outbox.enqueue('desk.book', booking, { session: 's' })
    await settle()
    expect(outbox.promise(id, promise)).toBe(true)
    refuse(failure('desk-taken'))
    await settle()
    expect(sent.map(({ id: one, promised }) => [one, promised])).toEqual([
      [id, undefined],
      [id, true],
    ])
    expect(answered.map(({ result }) => result.ok)).toEqual([true])
  })

  it('a promise after the answer is no promise', async () => {
    answer = () => outcome
    const id = outbox.enqueue('desk.book', booking, { session: 's' })
    await settle()
    expect(outbox.promise(id, promise)).toBe(false)
  })
})

describe('a queue that has grown long', () => {
  const fill = (count: number): void => {
    online = false
    for (let n = 0; n < count; n++) outbox.enqueue('door.refusal', refusal(`${n}`), { session: 's' })
  }
  const whys = (): string[] => sent.map(({ payload }) => (payload as { why: string }).why)

  it('goes a hundred at a time, in order', async () => {
    fill(250)
    await go(true)
    expect(batches).toEqual([100, 100, 50])
    expect(whys()).toEqual(Array.from({ length: 250 }, (_, n) => `${n}`))
    expect(answered).toHaveLength(250)
    expect(outbox.size()).toBe(0)
  })

  it('one that may pass later keeps those behind it, and none is overtaken', async () => {
    answer = ({ payload }) => ((payload as { why: string }).why === '2' ? failure('try-again') : ok({}))
    fill(5)
    await go(true)
    expect(whys()).toEqual(['0', '1', '2'])
    expect(outbox.size()).toBe(3)
    answer = () => ok({})
    system.advance(1_000)
    await settle()
    expect(whys()).toEqual(['0', '1', '2', '2', '3', '4'])
    expect(sent.map(({ seq }) => seq)).toEqual(sent.map(({ seq }) => seq).toSorted((a, b) => a - b))
  })

  it('after a failure one goes alone, then twice as many each time: the first may be why', async () => {
    fill(20)
    answer = () => 'lost'
    await go(true)
    answer = () => ok({})
    system.advance(1_000)
    await settle()
    expect(batches).toEqual([20, 1, 2, 4, 8, 5])
    expect(outbox.size()).toBe(0)
  })

  it('never fills more than a packet', async () => {
    online = false
    const event = { index: 1, controller: 'c', kind: 'granted' as const, at: 1, grant: null }
    const events = Array.from({ length: 200 }, (_, n) => ({ ...event, index: n, reason: 'x'.repeat(300) }))
    for (let n = 0; n < 8; n++) outbox.enqueue('door.events', { door: 'front', events }, { session: null })
    await go(true)
    expect(batches.reduce((sum, n) => sum + n)).toBe(8)
    expect(Math.max(...batches)).toBe(3)
  })

  it('an answer that the hub left out is asked for again', async () => {
    fill(3)
    const whole = link.ask
    let cut = true
    Object.assign(link, {
      ask: async (verb: never, input: never) => {
        const all = (await whole(verb, input)) as Result<{ answers: unknown[] }, FoyerError>
        if (!all.ok || !cut) return all
        cut = false
        return ok({ answers: all.value.answers.slice(0, 1) })
      },
    })
    await go(true)
    Object.assign(link, { ask: whole })
    expect(batches).toEqual([3, 2])
    expect(answered).toHaveLength(3)
    expect(outbox.size()).toBe(0)
  })

  it('what was let pass comes behind those that wait, with a number above theirs, after a restart too', async () => {
    answer = ({ payload }) => ((payload as { why: string }).why === 'ill' ? failure('internal') : ok({}))
    outbox.enqueue('door.refusal', refusal('ill'), { session: 's' })
    for (let turn = 0; turn < 8; turn++) {
      await settle()
      system.advance(30_000)
    }
    await settle()
    // Its turn has come when others have been added meanwhile.
    online = false
    outbox.enqueue('door.refusal', refusal('well'), { session: 's' })
    await go(true)
    powerCut()
    answer = () => ok({})
    for (let turn = 0; turn < 4; turn++) {
      await go(true)
      system.advance(30_000)
    }
    expect(outbox.size()).toBe(0)
    const taken = sent.filter(({ id }, at) => sent.findLastIndex((one) => one.id === id) === at)
    expect(taken.map(({ seq }) => seq)).toEqual(taken.map(({ seq }) => seq).toSorted((a, b) => a - b))
  })
})

describe('a request', () => {
  /** What another process finds on the disk. */
  const onDisk = (): number => {
    const db = new Database(join(dir, 'core.db'), { readonly: true })
    const count = db.prepare('SELECT count(*) FROM outbox').pluck().get() as number
    db.close()
    return count
  }

  it('is under way before it is on disk, and both before anybody goes on', async () => {
    const seen: number[] = []
    answer = () => {
      seen.push(onDisk())
      return ok({})
    }
    const id = outbox.request('session.end', {}, 's')
    seen.push(onDisk())
    expect(await outbox.waitFor(id, 1_000)).toEqual(ok({}))
    expect(seen).toEqual([0, 1])
    expect(outbox.size()).toBe(0)
  })

  it('waits its turn behind others, on disk', async () => {
    online = false
    outbox.enqueue('door.refusal', refusal('a'), { session: 's' })
    const id = outbox.request('session.end', {}, 's')
    expect(onDisk()).toBe(2)
    await go(true)
    expect(sent.at(-1)?.id).toBe(id)
  })
})
