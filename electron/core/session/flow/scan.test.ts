import { describe, expect, it } from 'vitest'
import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { testFlow } from '../../../../test/fixtures/flow.ts'
import { fullTime, person } from '../../../../test/fixtures/place.ts'

const text = 'FOYER.pass'
const shown = (flow: ReturnType<typeof testFlow>, what = text) =>
  flow.send({ type: 'presentPass', text: what })
const answered = (
  flow: ReturnType<typeof testFlow>,
  result: Extract<Parameters<typeof flow.send>[0], { type: 'passPresented' }>['result'],
) => flow.send({ type: 'passPresented', step: flow.state().step, result })
const good = (who = person()) => ok({ session: 'pass.secret', person: who })

function atScan() {
  const flow = testFlow()
  flow.send({ type: 'scan' })
  return flow
}

describe('showing a pass (R7.2, R7.3)', () => {
  it('signs its holder in and goes on as checking in does', () => {
    const flow = atScan()
    expect(shown(flow, ` ${text}\n`)).toEqual([{ do: 'presentPass', step: flow.state().step, text }])
    expect(flow.view().shell.waiting).toBe('pass')
    answered(flow, good(person({ subscriptions: [fullTime()] })))
    flow.screen('welcome')
  })

  it('the same pass is ignored for 5 s after it was read, and read again then', () => {
    const flow = atScan()
    shown(flow)
    expect(shown(flow)).toEqual([])
    answered(flow, failure('pass-used'))
    expect(flow.screen('scan').error).toEqual({ code: 'pass-used' })
    flow.context.now += 4999
    expect(shown(flow)).toEqual([])
    expect(flow.screen('scan').error).toEqual({ code: 'pass-used' })
    flow.context.now += 1
    expect(shown(flow)).toHaveLength(1)
    expect(flow.screen('scan').error).toBeNull()
  })

  it('another pass is read at once', () => {
    const flow = atScan()
    shown(flow)
    answered(flow, failure('pass-over'))
    expect(shown(flow, 'another')).toHaveLength(1)
  })

  it('nothing, and what no pass can be, is not sent', () => {
    const flow = atScan()
    expect(shown(flow, '  ')).toEqual([])
    expect(flow.screen('scan').error).toBeNull()
    expect(shown(flow, 'x'.repeat(1001))).toEqual([])
    expect(flow.screen('scan').error).toEqual({ code: 'pass-invalid' })
  })

  it('is read on its own screen only', () => {
    expect(shown(testFlow())).toEqual([])
  })

  it('with the hub away it is said', () => {
    const flow = atScan()
    shown(flow)
    answered(flow, failure('hub-unreachable'))
    expect(flow.screen('scan').error).toEqual({ code: 'hub-unreachable' })
  })

  it('an answer that comes after they left opens no session: it is ended at the hub', () => {
    const flow = atScan()
    shown(flow)
    const { step } = flow.state()
    flow.send({ type: 'home' })
    expect(flow.send({ type: 'passPresented', step, result: good() })).toEqual([
      { do: 'endSession', session: 'pass.secret' },
    ])
    expect(flow.view().shell.person).toBeNull()
  })

  it('of somebody else than who is signed in ends the session of the first', () => {
    const flow = testFlow()
    flow.signIn(person(), 'account')
    flow.send({ type: 'scan' })
    shown(flow)
    expect(answered(flow, good())).toEqual([{ do: 'endSession', session: 'token.secret' }])
    expect(flow.state().signedIn?.session).toBe('pass.secret')
  })
})
