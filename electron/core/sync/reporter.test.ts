import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { failure } from '../../../shared/contract/errors.ts'
import { type DeviceVerbIn, deviceVerbs, heldAtOnce } from '../../../shared/contract/socket.ts'
import { ok } from '../../../shared/domain/result.ts'
import { settle } from '../../../test/fixtures/fake-driver.ts'
import { type FakeSystem, fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { signal } from '../signal.ts'
import { delays } from './delays.ts'
import type { Link } from './link.ts'
import type { LinkState } from './link-state.ts'
import { createReporter, type Reporter } from './reporter.ts'

type Report = DeviceVerbIn<'report'>
type Held = Report['doors'][number]['held'][number]

describe('reporter', () => {
  let system: FakeSystem
  let reporter: Reporter
  let sent: Report[]
  let isOnline: boolean
  let dropped: number
  /** How the hub answers; null = not until `release`. */
  let answers: boolean | null
  let release: () => void
  let held: Held[]
  const changed = signal<void>()

  const door = (id: string, all: Held[]): Report['doors'][number] => ({
    id,
    online: true,
    detail: '',
    confirmedAt: null,
    clockSkewMs: null,
    credentials: null,
    held: all,
  })
  const grant = (n: number, state: Held['state'] = 'held'): Held => ({ grant: `g${n}`, state, at: 1 })
  const ask = async (_verb: string, input: Report) => {
    sent.push(deviceVerbs.report.in.parse(input))
    if (answers === null)
      await new Promise<void>((resolve) => {
        release = resolve
      })
    return answers === false ? failure('hub-unreachable') : ok({})
  }
  const go = async (online: boolean): Promise<void> => {
    isOnline = online
    changed.emit()
    await due()
  }
  /** Until what is wanted soon has gone out. */
  const due = async (): Promise<void> => {
    system.advance(delays.report.atMostEvery)
    await settle()
  }
  const told = (): string[][] =>
    sent.map(({ doors }) => doors.flatMap((one) => one.held.map(({ grant: id, state }) => `${id} ${state}`)))

  beforeEach(() => {
    system = fakeSystem()
    ;[sent, isOnline, dropped, answers, held] = [[], false, 0, true, [grant(1), grant(2)]]
    release = () => {}
    const link = {
      ask: ask as Link['ask'],
      state: (): LinkState => (isOnline ? { name: 'online', hub: 'h' } : { name: 'waiting', failed: 1 }),
      drop: () => void dropped++,
      changed,
    }
    const doors = { reports: () => [door('front', held), door('back', [])] }
    reporter = createReporter(link, { size: () => 3 }, doors, system)
  })
  afterEach(() => reporter.close())

  it('reports when the link is there, and then every five seconds what changed', async () => {
    await go(true)
    system.advance(delays.report.every)
    await settle()
    held = [grant(1), grant(2, 'gone'), grant(3, 'pending')]
    reporter.soon()
    await due()
    expect(told()).toEqual([['g1 held', 'g2 held'], [], ['g2 gone', 'g3 pending']])
    expect(sent.map(({ queue, doors }) => [queue, doors.length])).toEqual([
      [3, 2],
      [3, 2],
      [3, 2],
    ])
  })

  it('thousands of grants go out in reports of five hundred, one after the other', async () => {
    held = Array.from({ length: 1_200 }, (_, n) => grant(n))
    await go(true)
    expect(told().map((one) => one.length)).toEqual([heldAtOnce, heldAtOnce, 200])
    expect(new Set(told().flat()).size).toBe(1_200)
  })

  it('what was not acknowledged is said again, and the line is started anew', async () => {
    answers = false
    await go(true)
    expect([told(), dropped]).toEqual([[['g1 held', 'g2 held']], 1])
    answers = true
    system.advance(delays.report.every)
    await settle()
    expect(told().at(-1)).toEqual(['g1 held', 'g2 held'])
  })

  it('a hub that is back is told everything again: it may be another one, or from a backup', async () => {
    await go(true)
    await go(false)
    await go(true)
    expect(told()).toEqual([
      ['g1 held', 'g2 held'],
      ['g1 held', 'g2 held'],
    ])
  })

  it('a change while an answer is awaited goes into the next report', async () => {
    answers = null
    await go(true)
    held = [grant(1, 'gone'), grant(2)]
    reporter.soon()
    await due()
    expect(sent).toHaveLength(1)
    answers = true
    release()
    await settle()
    await due()
    expect(told()).toEqual([['g1 held', 'g2 held'], ['g1 gone']])
  })
})
