import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../../test/fixtures/fake-system.ts'
import { errorOf, openTestHub, type TestDevice, type TestHub } from '../../../../test/fixtures/hub.ts'
import { silentLog } from '../../../lib/log.ts'
import { openDatabase } from '../../../lib/sqlite.ts'
import { createDeps } from '../../engine/open.ts'
import { createChangeSet } from '../../pipeline/change-set.ts'
import { type CommandContext, createContext, type EngineDeps } from '../../pipeline/context.ts'
import { openKeys } from '../../pipeline/keys.ts'
import { migrations } from '../../store/migrations/index.ts'
import { createStore, type Store } from '../../store/store.ts'
import { commandOf } from '../index.ts'

const known = 'paul.passes@example.com'
const unknown = 'nobody.at.all@example.com'

let hub: TestHub
let kiosk: TestDevice
beforeEach(async () => {
  hub = await openTestHub({ dir: mkdtempSync(join(tmpdir(), 'foyer-same-')) })
  kiosk = await hub.device()
})
afterEach(async () => {
  await hub.close()
  rmSync(hub.dir, { recursive: true, force: true })
})

/** Every call that a command makes to the store, by name: what takes time, and what could take another way. */
function watched(store: Store, calls: string[]): Store {
  const watch = (name: string, part: object): object =>
    new Proxy(part, {
      get(target, key, receiver) {
        const value: unknown = Reflect.get(target, key, receiver)
        if (typeof value !== 'function') return value
        return (...args: unknown[]): unknown => {
          calls.push(`${name}.${String(key)}`)
          return Reflect.apply(value, target, args)
        }
      },
    })
  return Object.fromEntries(
    Object.entries(store).map(([name, part]) => [name, typeof part === 'object' ? watch(name, part) : part]),
  ) as Store
}

/** What a command does for an email, step by step, in a hub with real people. */
function workOf(type: 'code.request' | 'code.verify', payload: Record<string, unknown>) {
  const { db } = openDatabase(join(hub.dir, 'hub.db'), migrations, hub.system, silentLog)
  const calls: string[] = []
  const hashes: string[] = []
  const system = fakeSystem(hub.system.now())
  const keys = openKeys(hub.dir, system)
  const options = { dir: hub.dir, system, log: silentLog, config: {}, demo: true, simDoor: null }
  const real = createDeps(createStore(db), options)
  const deps: EngineDeps = {
    ...real,
    store: watched(real.store, calls),
    keys: { ...keys, hash: (purpose, text) => (hashes.push(purpose), keys.hash(purpose, text)) },
  }
  const changeSet = createChangeSet()
  const command = commandOf(type)
  if (!command) throw new Error(type)
  const context: CommandContext = {
    ...createContext(deps, changeSet, { now: system.now(), location: kiosk.location }),
    command: '018f0000-0000-7000-8000-00000000aaaa',
    device: kiosk,
    at: system.now(),
    promised: false,
  }
  db.exec('BEGIN')
  const result = command.run(context, payload, undefined)
  db.exec('ROLLBACK')
  db.close()
  return {
    calls,
    hashes,
    publications: [...changeSet.publications.values()].map(({ key, kind }) => `${key} ${kind}`),
    audits: changeSet.audits.map(({ action }) => action),
    activities: changeSet.activities.map(({ row }) => row.what),
    effects: changeSet.effects.map(({ kind }) => kind),
    ok: 'ok' in result && result.ok,
  }
}

describe('nothing tells whether an email has an account (R2.6)', () => {
  it('asking for a code does the same work, call by call, and never looks for the account', () => {
    const [ofKnown, ofUnknown] = [known, unknown].map((email) =>
      workOf('code.request', { email, language: 'en' }),
    )
    expect(ofKnown).toEqual(ofUnknown)
    expect(ofKnown?.ok).toBe(true)
    expect(ofKnown?.calls.filter((call) => /^(people|facts|invitations)\./.test(call))).toEqual([])
    expect(ofKnown?.hashes).toEqual(['code'])
  })

  it('so does a wrong code, with a code under way and without', async () => {
    const attempts = () =>
      [known, unknown].map((email) => workOf('code.verify', { email, code: '000000', language: 'en' }))
    const [ofKnown, ofUnknown] = attempts()
    expect(ofKnown).toEqual(ofUnknown)
    for (const email of [known, unknown]) await kiosk.ask('code.request', { email, language: 'en' })
    const [asked, askedToo] = attempts()
    expect(asked).toEqual(askedToo)
    expect(asked?.ok).toBe(false)
    expect(asked?.calls.filter((call) => /^(people|facts|invitations)\./.test(call))).toEqual([])
    // Without a code there is as much to compute.
    expect(asked?.hashes).toEqual(ofKnown?.hashes)
  })

  it('the words are the same too: asked for, too soon, wrong, locked', async () => {
    const answers = async (email: string) => {
      const said = []
      said.push(await kiosk.ask('code.request', { email, language: 'en' }))
      said.push(await kiosk.ask('code.request', { email, language: 'en' }))
      const code = hub.code() === '000000' ? '000001' : '000000'
      for (let n = 0; n < 6; n++) said.push(await kiosk.ask('code.verify', { email, code, language: 'en' }))
      said.push(await kiosk.ask('code.request', { email, language: 'en' }))
      return said.map((one) => (one.ok ? { ...one.value, mail: '' } : errorOf(one)))
    }
    expect(await answers(known)).toEqual(await answers(unknown))
  })
})
