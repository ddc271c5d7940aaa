import { describe, expect, it } from 'vitest'
import type { CommandType, PayloadOf } from '../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { type StaffCommand, type StaffCommandType, staffCommandTypes } from '../../../shared/contract/ipc.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { testPage } from '../../../test/fixtures/core-page.ts'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { place } from '../../../test/fixtures/place.ts'
import { silentLog } from '../../lib/log.ts'
import { signal } from '../signal.ts'
import type { Call } from '../sync/calls.ts'
import type { Catalogue } from '../sync/catalogue.ts'
import { delays } from '../sync/delays.ts'
import type { Link } from '../sync/link.ts'
import { createReception } from './reception.ts'

type Answer = Result<unknown, FoyerError>
type CallOptions = Parameters<Call>[2]

/** A console whose hub is a script, on a clock that stands still. */
function unlockable(roles: ('kiosk' | 'reception')[] = ['kiosk', 'reception']) {
  const system = fakeSystem()
  const hub = {
    online: true,
    calls: [] as { type: CommandType; payload: unknown; session: string | undefined }[],
    /** How long each call may last, where it was said. */
    timeouts: [] as (number | undefined)[],
  }
  const answers: Partial<Record<CommandType, Answer>> = {
    'staff.list': ok({ staff: [{ id: 'noor', name: 'Noor' }] }),
    'staff.signIn': ok({ session: 'staff.secret', name: 'Noor' }),
    'staff.pairingCode': ok({ code: 'ABCD2345', expiresAt: 1 }),
  }
  const events: Link['events'] = signal()
  const changed = signal<void>()
  const row = {
    id: 'front',
    name: 'Front door',
    host: null,
    online: true,
    detail: '',
    confirmedAt: null,
    clockSkewMs: null,
    credentials: null,
    pulse: 5,
  }
  const verbs: Record<string, () => Answer> = {
    subscribe: () => ok({ heads: { reception: 1 } }),
    unsubscribe: () => ok({}),
    since: () => ok({ from: 0, to: 1, more: false, rows: [{ kind: 'door', id: 'front', rev: 1, row }] }),
  }
  const link = {
    state: () => (hub.online ? { name: 'online', hub: 'h' } : { name: 'waiting', failed: 1 }),
    view: () => (hub.online ? 'online' : 'offline'),
    paired: () => true,
    changed,
    events,
    ask: async (verb: string) => verbs[verb]?.() ?? ok({}),
  } as unknown as Link
  const call = (async (type: CommandType, payload: unknown, options?: CallOptions) => {
    if (!hub.online) return failure('hub-unreachable')
    hub.calls.push({ type, payload, session: options?.session })
    hub.timeouts.push(options?.timeoutMs)
    return answers[type] ?? ok({})
  }) as unknown as Call
  const kept = new Map<string, string>()
  const meta = {
    get: (key: string) => kept.get(key) ?? null,
    set: (key: string, value: string) => void kept.set(key, value),
  }
  const reception = createReception({
    link,
    call,
    catalogue: { location: () => place } as unknown as Catalogue,
    system,
    log: silentLog,
    language: null,
    meta,
    device: () => ({ device: 'd1', hub: 'h', roles }),
  })
  const page = testPage<'reception'>((port) => reception.attach(port))
  // The port is real: what crosses it arrives in a later turn, and drawing waits for the clock.
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      system.advance(50)
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  const send: typeof page.send = async (verb, input) => {
    const answer = page.send(verb, input)
    await settle()
    return answer
  }
  return { system, hub, answers, link, changed, events, reception, page, settle, send, verbs, row }
}

async function opened() {
  const at = unlockable()
  await at.settle()
  await at.send('signIn', { staff: 'noor', pin: '2468' })
  return at
}

describe('the console', () => {
  it('is locked and empty until somebody on staff gives their PIN (R8.5)', async () => {
    const { page, settle, send, answers, hub } = unlockable()
    await settle()
    expect(page.view()).toMatchObject({
      lock: { state: 'locked', staff: [{ id: 'noor' }], why: 'start' },
      data: null,
      device: 'd1',
    })
    answers['staff.signIn'] = failure('pin-wrong', { left: 4 })
    expect(await send('signIn', { staff: 'noor', pin: '0000' })).toEqual(failure('pin-wrong', { left: 4 }))
    expect(page.view().lock.state).toBe('locked')
    const openDoor = { type: 'staff.openDoor', payload: { door: 'front', reason: 'why' } } as const
    expect(await send('command', openDoor)).toEqual(failure('session-invalid'))
    expect(hub.calls.some(({ type }) => type === 'staff.openDoor')).toBe(false)
  })

  it('shows the rows of the location once it is open', async () => {
    const { page } = await opened()
    expect(page.view()).toMatchObject({
      lock: { state: 'open', staff: 'Noor' },
      data: { door: [{ id: 'front', online: true }], presence: [] },
    })
  })

  it('follows changes while it is open', async () => {
    const { page, events, settle, row } = await opened()
    const changed = { kind: 'door', id: 'front', rev: 2, row: { ...row, online: false } }
    events.emit({ event: 'changes', body: { scope: 'reception', from: 1, to: 2, rows: [changed] } })
    await settle()
    expect(page.view().data?.door[0]?.online).toBe(false)
  })

  it('every action is a command in the name of whoever is signed in, answered by its result (R8.2)', async () => {
    const { send, hub } = await opened()
    expect(await send('command', { type: 'staff.pairingCode', payload: { role: 'both' } })).toEqual(
      ok({ code: 'ABCD2345', expiresAt: 1 }),
    )
    expect(hub.calls.at(-1)).toEqual({
      type: 'staff.pairingCode',
      payload: { role: 'both' },
      session: 'staff.secret',
    })
  })

  const invitation: PayloadOf<'staff.invite'> = {
    email: 'grace@example.com',
    name: 'Grace Hopper',
    company: '',
    language: 'en',
    role: 'member',
    plan: null,
    resources: [],
    startsOn: '2026-12-01',
  }
  const who = { email: 'grace@example.com', reason: 'Known to me' }
  /** Everything that a console may send, each with what it carries. */
  const allowed: { [T in StaffCommandType]: PayloadOf<T> } = {
    'staff.openDoor': { door: 'front', reason: 'Delivery' },
    'staff.revokeGrant': { grant: 'g1', reason: 'Left early' },
    'staff.liftLockout': { lockout: 'l1' },
    'staff.checkOut': { booking: 'b1' },
    'staff.markPaid': { order: 'o1' },
    'staff.pairingCode': { role: 'kiosk' },
    'staff.revokeDevice': { device: 'd2', reason: 'Stolen' },
    'staff.invite': invitation,
    'staff.resendInvite': { invitation: 'i1' },
    'staff.issueCode': who,
    'staff.vouch': { ...who, name: 'Grace', language: 'de' },
    'staff.answer': { request: 'q1', text: 'On the second floor' },
    'staff.subscribe': { account: 'a1', plan: 'full', startsOn: '2026-12-01' },
    'staff.endPlan': { subscription: 's1', endsOn: '2026-12-31', reason: 'Moves away' },
  }
  const invalid = { ok: false, error: { code: 'invalid-input' } }

  it('has the commands of staff that may come from a console, and no other (I9)', () => {
    expect(staffCommandTypes.toSorted()).toEqual(Object.keys(allowed).toSorted())
  })

  it.each(Object.entries(allowed))(
    'sends %s in the name of whoever is signed in, with its values or its refusal as the answer',
    async (type, payload) => {
      const command = { type, payload } as StaffCommand
      const { send, hub, answers, page } = await opened()
      const values = ok({ code: '123456', expiresAt: 5, invitation: 'i1' })
      answers[command.type] = values
      expect(await send('command', command)).toEqual(values)
      expect(hub.calls.at(-1)).toEqual({ type, payload, session: 'staff.secret' })
      answers[command.type] = failure('account-unknown')
      expect(await send('command', command)).toEqual(failure('account-unknown'))
      const before = hub.calls.length
      expect(await send('command', { type, payload: {} } as never)).toMatchObject(invalid)
      expect(hub.calls).toHaveLength(before)
      expect(page.view().lock.state).toBe('open')
    },
  )

  it.each([
    ["a person's command", { type: 'desk.book', payload: {} }],
    ['an empty command of a person', { type: 'person.get', payload: {} }],
    ["a device's command", { type: 'staff.list', payload: {} }],
    ['signing in past the lock', { type: 'staff.signIn', payload: { staff: 'noor', pin: '2468' } }],
    ['ending the session without the lock', { type: 'staff.signOut', payload: {} }],
    ['a command that there is not', { type: 'staff.everything', payload: {} }],
    ['a name of every object', { type: 'constructor', payload: {} }],
    ['no name at all', { payload: {} }],
    ['no payload', { type: 'staff.markPaid' }],
    ['a payload of the wrong shape', { type: 'staff.openDoor', payload: { door: 7, reason: 'why' } }],
    ['a payload without a reason', { type: 'staff.openDoor', payload: { door: 'front', reason: ' ' } }],
    ['nothing', null],
  ])('refuses %s, and the hub does not hear of it (I9)', async (_, input) => {
    const { send, hub, page } = await opened()
    const before = hub.calls.length
    expect(await send('command', input as never)).toMatchObject(invalid)
    expect(hub.calls).toHaveLength(before)
    expect(page.view().lock.state).toBe('open')
  })

  it('has no command as a verb of its own (I9)', async () => {
    const { send } = await opened()
    expect(await send('staff.markPaid' as never, { order: 'o1' })).toMatchObject({
      ok: false,
      error: { code: 'unknown-verb' },
    })
  })

  it('gives a door more time than the rest (R6.4)', async () => {
    const { send, hub } = await opened()
    const patience = async (type: 'staff.openDoor' | 'staff.markPaid') => {
      await send('command', { type, payload: allowed[type] } as StaffCommand)
      return hub.timeouts.at(-1)
    }
    expect(await patience('staff.openDoor')).toBe(delays.door)
    expect(await patience('staff.markPaid')).toBeUndefined()
  })

  it('a command is a touch: it keeps the console open (R8.5)', async () => {
    const { page, system, settle, send } = await opened()
    system.advance(50_000)
    await send('command', { type: 'staff.markPaid', payload: { order: 'o1' } })
    system.advance(50_000)
    await settle()
    expect(page.view().lock.state).toBe('open')
  })

  it('locks itself 60 s after the last touch; the data leave the page and the session ends (R8.5)', async () => {
    const { page, system, settle, send, hub } = await opened()
    system.advance(50_000)
    await send('touch', {})
    system.advance(50_000)
    await settle()
    expect(page.view().lock.state).toBe('open')
    system.advance(10_000)
    await settle()
    expect(page.view()).toMatchObject({ lock: { state: 'locked', why: 'idle' }, data: null })
    expect(hub.calls).toContainEqual({ type: 'staff.signOut', payload: {}, session: 'staff.secret' })
  })

  it('a sign-out while the hub is away reaches it later', async () => {
    const { page, hub, changed, reception, settle, send } = await opened()
    hub.online = false
    await send('signOut', {})
    expect(page.view().lock).toMatchObject({ state: 'locked', why: 'hub-away' })
    expect(hub.calls.some(({ type }) => type === 'staff.signOut')).toBe(false)
    hub.online = true
    changed.emit()
    reception.changed()
    await settle()
    expect(hub.calls.filter(({ type }) => type === 'staff.signOut')).toHaveLength(1)
  })

  it('stays open with its data while the hub is away', async () => {
    const { page, hub, changed, reception, settle } = await opened()
    hub.online = false
    changed.emit()
    reception.changed()
    await settle()
    expect(page.view()).toMatchObject({
      link: 'offline',
      lock: { state: 'open' },
      data: { door: [{ id: 'front' }] },
    })
  })

  it('locks when the hub does not know the session any more', async () => {
    const { page, answers, send } = await opened()
    answers['staff.revokeGrant'] = failure('session-invalid')
    const revoke = { type: 'staff.revokeGrant', payload: { grant: 'g', reason: 'left' } } as const
    expect(await send('command', revoke)).toEqual(failure('session-invalid'))
    expect(page.view()).toMatchObject({ lock: { state: 'locked', why: 'signed-out' }, data: null })
  })

  it('locks when the hub ends the session', async () => {
    const { page, events, settle } = await opened()
    events.emit({ event: 'sessionEnded', body: { session: 'staff' } })
    await settle()
    expect(page.view().lock.state).toBe('locked')
  })

  it('a device without the role is no console', async () => {
    const { page, settle } = unlockable(['kiosk'])
    await settle()
    expect(page.view().lock).toEqual({ state: 'unpaired' })
  })

  it('remembers its language', async () => {
    const { page, send } = unlockable()
    await send('setLanguage', { language: 'de' })
    expect(page.view().language).toBe('de')
  })
})
