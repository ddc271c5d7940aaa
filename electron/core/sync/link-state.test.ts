import { describe, expect, it } from 'vitest'
import { type LinkEvent, type LinkState, linkView, nextLinkState } from './link-state.ts'

const run = (...events: LinkEvent[]): LinkState => events.reduce(nextLinkState, { name: 'idle' } as LinkState)
const opened: LinkEvent[] = [{ type: 'connect' }, { type: 'opened' }]

describe('link', () => {
  it('connects, proves itself and is online', () => {
    const state = run(...opened, { type: 'challenged', hub: 'h', next: 'prove' }, { type: 'proved' })
    expect(state).toEqual({ name: 'online', hub: 'h' })
    expect(linkView(state)).toBe('online')
  })

  it('pairs first when it has a code', () => {
    const paired = run(...opened, { type: 'challenged', hub: 'h', next: 'pair' }, { type: 'paired' })
    expect(paired).toEqual({ name: 'proving', hub: 'h', failed: 0 })
  })

  it('a short blink is not called offline, a failed attempt is', () => {
    const lost = run(
      ...opened,
      { type: 'challenged', hub: 'h', next: 'prove' },
      { type: 'proved' },
      { type: 'lost', again: true },
    )
    expect(linkView(lost)).toBe('connecting')
    const failed = nextLinkState(nextLinkState(lost, { type: 'connect' }), { type: 'lost', again: true })
    expect(failed).toEqual({ name: 'waiting', failed: 1 })
    expect(linkView(failed)).toBe('offline')
    expect(linkView(nextLinkState(failed, { type: 'connect' }))).toBe('offline')
  })

  it('with nothing to connect for it stays at rest', () => {
    expect(
      run(...opened, { type: 'challenged', hub: 'h', next: 'nothing' }, { type: 'lost', again: false }),
    ).toEqual({ name: 'idle' })
  })

  it('a proof that comes too late proves nothing', () => {
    expect(run(...opened, { type: 'proved' })).toEqual({ name: 'greeting', hub: null, failed: 0 })
  })

  it('closed stays closed', () => {
    expect(run({ type: 'close' }, { type: 'connect' })).toEqual({ name: 'closed' })
  })
})
