import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSystem } from '../../../test/fixtures/fake-system.ts'
import { silentLog } from '../../lib/log.ts'
import { openDatabase } from '../../lib/sqlite.ts'
import { identityFile } from './identity.ts'
import { outboxTable } from './outbox-table.ts'
import { migrations } from './schema.ts'
import { openStore } from './store.ts'

let dir: string
const system = fakeSystem()
const open = () => openStore(dir, system, silentLog)
const row = (id: string) => ({
  id,
  type: 'session.end' as const,
  payload: {},
  session: 's.secret',
  at: 5,
  promised: null,
})
const uuid = (n: number): string => `0193a1b2-0000-7000-8000-${String(n).padStart(12, '0')}`

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'foyer-store-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('core.db', () => {
  it('takes no scope that knows people and no command that carries what they typed (I7)', () => {
    open().close()
    const db = new Database(join(dir, 'core.db'))
    expect(() => db.exec("INSERT INTO replica VALUES ('reception', 'k', 'i', 1, '{}')")).toThrow(/CHECK/)
    expect(() => db.exec("INSERT INTO cursor VALUES ('reception', 'h', 1)")).toThrow(/CHECK/)
    const add = "INSERT INTO outbox (id, type, payload, at) VALUES ('i', 'code.request', '{}', 1)"
    expect(() => db.exec(add)).toThrow(/CHECK/)
    db.close()
  })

  it('takes an answered command away without waiting for the disk, and waits for everything else (I3)', () => {
    const { db } = openDatabase(join(dir, 'core.db'), migrations, system, silentLog)
    const table = outboxTable(db)
    table.add(row(uuid(1)))
    table.settle([uuid(1)])
    expect(table.size()).toBe(0)
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    db.close()
  })

  it('applies rows and position together', () => {
    const store = open()
    const rows = [
      { kind: 'desk', id: 'a', rev: 1, row: { x: 1 } },
      { kind: 'desk', id: 'b', rev: 2, row: { x: 2 } },
    ]
    store.replica.apply('catalogue', { hub: 'h', to: 2, rows, reset: true })
    store.replica.apply('catalogue', {
      hub: 'h',
      to: 3,
      rows: [{ kind: 'desk', id: 'a', rev: 3, row: null }],
      reset: false,
    })
    const broken = [
      { kind: 'desk', id: 'c', rev: 4, row: {} },
      { kind: null as unknown as string, id: 'd', rev: 5, row: {} },
    ]
    expect(() => store.replica.apply('catalogue', { hub: 'h', to: 5, rows: broken, reset: true })).toThrow(
      /NOT NULL/,
    )
    expect(store.replica.rows('catalogue')).toEqual([rows[1]])
    expect(store.replica.position('catalogue')).toEqual({ hub: 'h', rev: 3 })
    store.close()
  })

  it('numbers never fall, not even when the file is lost', () => {
    const first = open()
    const before = first.outbox.add(row(uuid(1)))
    first.close()
    for (const name of readdirSync(dir)) rmSync(join(dir, name))
    system.advance(60_000)
    const second = open()
    expect(second.outbox.add(row(uuid(2)))).toBeGreaterThan(before)
    second.close()
  })

  it('a broken file is put aside, and what its outbox still gives is carried over with its numbers (I3)', () => {
    const first = open()
    const seqs = [1, 2, 3].map((n) => first.outbox.add(row(uuid(n))))
    const rows = Array.from({ length: 3000 }, (_, n) => ({
      kind: 'desk',
      id: `d${n}`,
      rev: n + 1,
      row: { text: 'x'.repeat(100) },
    }))
    first.replica.apply('catalogue', { hub: 'h', to: 3000, rows, reset: true })
    first.close()
    // Rubbish in the middle of the replica's pages, as a dying SD card leaves it.
    const path = join(dir, 'core.db')
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(8192, 0xa5), 0, 8192, Math.floor(statSync(path).size / 8192 / 2) * 8192)
    closeSync(file)

    const second = open()
    expect(readdirSync(dir).some((name) => name.startsWith('core.db.broken-'))).toBe(true)
    expect(second.outbox.all().map(({ id, seq }) => [id, seq])).toEqual(
      seqs.map((seq, n) => [uuid(n + 1), seq]),
    )
    expect(second.replica.position('catalogue')).toEqual({ hub: null, rev: 0 })
    expect(second.outbox.add(row(uuid(4)))).toBeGreaterThan(seqs.at(-1) ?? 0)
    second.close()
  })

  it('a file that is no database at all is put aside too', () => {
    writeFileSync(join(dir, 'core.db'), 'rubbish '.repeat(1000))
    const store = open()
    expect(store.outbox.all()).toEqual([])
    store.close()
  })

  it('a wipe leaves nothing behind, nor what was put aside (R10.2)', () => {
    writeFileSync(join(dir, 'core.db'), 'rubbish '.repeat(1000))
    const store = open()
    store.outbox.add(row(uuid(1)))
    store.meta.set('hub', 'hub-secret-name')
    store.wipe()
    expect(store.outbox.size()).toBe(0)
    expect(store.meta.get('hub')).toBeNull()
    for (const name of readdirSync(dir)) {
      expect(name).not.toMatch(/broken/)
      expect(readFileSync(join(dir, name)).includes('secret')).toBe(false)
    }
    store.close()
  })
})

describe('identity', () => {
  it('is kept outside the database, its key for the owner only', () => {
    const identity = { device: 'd1', hub: 'h', roles: ['kiosk' as const] }
    const first = identityFile(dir, silentLog)
    const { publicKey } = first.key()
    first.set(identity)
    const second = identityFile(dir, silentLog)
    expect(second.get()).toEqual(identity)
    expect(second.key().publicKey).toBe(publicKey)
    if (process.platform !== 'win32') expect(statSync(join(dir, 'device-key.pem')).mode & 0o777).toBe(0o600)
  })

  it('without its key, or unreadable, it is none', () => {
    const first = identityFile(dir, silentLog)
    first.key()
    first.set({ device: 'd1', hub: 'h', roles: ['kiosk'] })
    writeFileSync(join(dir, 'device.json'), '{"device":')
    expect(identityFile(dir, silentLog).get()).toBeNull()
    writeFileSync(join(dir, 'device-key.pem'), 'no key')
    expect(identityFile(dir, silentLog).get()).toBeNull()
  })

  it('a wipe takes both files', () => {
    const file = identityFile(dir, silentLog)
    file.key()
    file.set({ device: 'd1', hub: 'h', roles: ['kiosk'] })
    file.wipe()
    expect(readdirSync(dir)).toEqual([])
    expect(file.get()).toBeNull()
  })
})
