import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fakeSystem } from '../../test/fixtures/fake-system.ts'
import { silentLog } from './log.ts'
import { type Check, type Migration, NewerDatabaseError, openDatabase } from './sqlite.ts'

const first: Migration = {
  name: '001',
  sql: 'CREATE TABLE guest (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT',
}
const second: Migration = { name: '002', sql: "ALTER TABLE guest ADD COLUMN note TEXT NOT NULL DEFAULT ''" }

describe('opening a database', () => {
  let dir: string
  let file: string
  const system = fakeSystem()
  const open = (migrations = [first], check: Check = 'always') =>
    openDatabase(file, migrations, system, silentLog, { check })
  const aside = () =>
    readdirSync(dir).filter((name) => name.includes('.broken-') && !/-(wal|shm)$/.test(name))

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'foyer-sqlite-'))
    file = join(dir, 'core', 'core.db')
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  it('is durable: WAL with synchronous=FULL, and says so itself (I3)', () => {
    const { db } = open()
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(db.pragma('synchronous', { simple: true })).toBe(2)
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
    db.close()
  })

  it('upgrades real rows', () => {
    const old = open().db
    old.prepare("INSERT INTO guest (name) VALUES ('Ada')").run()
    old.close()
    const { db } = open([first, second])
    expect(db.prepare('SELECT name, note FROM guest').all()).toEqual([{ name: 'Ada', note: '' }])
    db.close()
  })

  it('undoes a migration that fails half-way', () => {
    open().db.close()
    const broken: Migration = {
      name: '002',
      sql: 'ALTER TABLE guest ADD COLUMN note TEXT; ALTER TABLE nobody ADD COLUMN x TEXT',
    }
    expect(() => open([first, broken])).toThrow(/nobody/)
    const { db } = open([first, second])
    expect(db.pragma('user_version', { simple: true })).toBe(2)
    db.close()
  })

  it('refuses a newer database and leaves it as it is', () => {
    open([first, second]).db.close()
    const before = readFileSync(file)
    expect(() => open([first])).toThrow(NewerDatabaseError)
    expect(readFileSync(file)).toEqual(before)
  })

  it('puts a file that is no database aside, never deletes it', () => {
    open().db.close()
    writeFileSync(file, 'rubbish, whatever its name says'.repeat(500))
    dir = join(dir, 'core')
    const { db, asideAs } = open()
    expect(asideAs).toContain('core.db.broken-')
    expect(aside()).toHaveLength(1)
    expect(statSync(asideAs as string).size).toBeGreaterThan(1000)
    expect(db.prepare('SELECT count(*) AS n FROM guest').get()).toEqual({ n: 0 })
    db.close()
  })

  it('looks at every page, or only after a stop that closed nothing, and puts a file with a bad one aside', () => {
    const { db: old } = open()
    const insert = old.prepare('INSERT INTO guest (name) VALUES (?)')
    for (let n = 0; n < 2000; n++) insert.run(`guest ${n} ${'x'.repeat(50)}`)
    old.pragma('wal_checkpoint(TRUNCATE)')
    insert.run('the last one')
    // As a killed process leaves it: with its log.
    const left = readFileSync(`${file}-wal`)
    const pages = readFileSync(file)
    old.close()
    const middle = pages.length / 2 - ((pages.length / 2) % 4096)
    writeFileSync(
      file,
      Buffer.concat([pages.subarray(0, middle), Buffer.alloc(4096, 7), pages.subarray(middle + 4096)]),
    )
    writeFileSync(`${file}-wal`, left)
    const { db, asideAs } = open([first], 'after-unclean-stop')
    expect(asideAs).not.toBeNull()
    db.close()
  })

  it('puts a file with a page torn out aside', () => {
    const { db: old } = open()
    const insert = old.prepare('INSERT INTO guest (name) VALUES (?)')
    for (let n = 0; n < 2000; n++) insert.run(`guest ${n} ${'x'.repeat(50)}`)
    old.pragma('wal_checkpoint(TRUNCATE)')
    old.close()
    truncateSync(file, statSync(file).size - 8192)
    const { db, asideAs } = open()
    expect(asideAs).not.toBeNull()
    db.close()
  })
})
