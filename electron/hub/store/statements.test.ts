import Database from 'better-sqlite3'
import { beforeAll, expect, it, vi } from 'vitest'
import { migrate, type Sqlite } from '../../lib/sqlite.ts'
import { migrations } from './migrations/index.ts'
import { createStore } from './store.ts'

/** Tables with as many rows as the place has desks, doors, plans, staff and devices: all of them may be read. */
const small = 'device door event item location network_location plan scope staff terms'.split(' ')
/** Indexes that hold only what is under way, however long the table: all of them may be read too. */
const shortIndexes = ['mail_queued', 'membership_by_settings', 'payment_unsettled']

let db: Sqlite
/** Every statement that the store prepares. */
let statements: string[]
beforeAll(() => {
  db = new Database(':memory:')
  migrate(db, 'test', migrations)
  const prepare = vi.spyOn(Database.prototype, 'prepare')
  createStore(db)
  const sources = prepare.mock.calls.map(([source]) => source.replaceAll(/\s+/g, ' ').trim())
  prepare.mockRestore()
  statements = [...new Set(sources)].filter((source) => /^(SELECT|UPDATE|DELETE|WITH)\b/.test(source))
  fillEveryTable()
})

/** Columns that a statement compares with a word or number of its own, or wants to be there: of the first row and the second. */
const given: Record<string, [string, string]> = {
  'access_grant.stage': ['0', '2'],
  'access_grant.until_at': ['1', '1'],
  'day_pass.used_on': ['NULL', 'NULL'],
  'item.stock': ['1', '1'],
  'lockout.over': ['0', '0'],
  'mail.kind': ["'code'", "'code'"],
  'mail.status': ["'queued'", "'queued'"],
  'payment.state': ["'open'", "'open'"],
  'subscription.ends_on': ['NULL', "'1'"],
}

/**
 * Two rows in each table, whatever its checks say. Columns are '1'; in the first row times that may be missing are, in
 * the second one nothing is.
 */
function fillEveryTable(): void {
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  const names = (type: string): string[] =>
    db.prepare<[string], string>('SELECT name FROM sqlite_schema WHERE type = ?').pluck().all(type)
  for (const trigger of names('trigger')) db.exec(`DROP TRIGGER ${trigger}`)
  for (const table of names('table')) {
    const columns = db.pragma(`table_info(${table})`) as {
      name: string
      type: string
      notnull: 0 | 1
      pk: number
    }[]
    for (const row of [1, 2] as const) {
      const values = columns.map(({ name, type, notnull, pk }) => {
        const own = given[`${table}.${name}`]?.[row - 1]
        if (own !== undefined) return own
        if (row === 1 && notnull === 0 && pk === 0 && type === 'INTEGER') return 'NULL'
        if (type === 'BLOB') return `x'3${row}'`
        if (name.endsWith('_json')) return "'[]'"
        return pk > 0 || name === 'credential' ? `'${row}'` : "'1'"
      })
      db.exec(`INSERT OR IGNORE INTO ${table} VALUES (${values.join(', ')})`)
    }
  }
}

/** What a statement reads; of one that writes, the rows that it would write to. */
function reading(statement: string): string {
  return statement
    .replace(/^UPDATE (\w+) SET .*? WHERE (?!.* WHERE )/, 'SELECT 1 "one" FROM $1 WHERE ')
    .replace(/^DELETE FROM/, 'SELECT 1 "one" FROM')
    .replace(/ RETURNING \w+$/, '')
}

/** Values that find the rows above: smaller than theirs after `>`, greater after `<`. */
function valuesFor(statement: string, equal: string | Buffer): (string | number | Buffer)[] {
  return [...statement.matchAll(/(\S+) [+(]?\?|, \?/g)].map(([, before = '=']) => {
    if (before.startsWith('<')) return 9
    if (before === '>=') return '0'
    if (before === '>') return /\brev >|_at >|\bat >/.test(statement) ? 0 : '0'
    if (before === 'OFFSET') return 0
    return before === 'LIMIT' ? 5 : equal
  })
}

/**
 * How often SQLite compiled a statement in so many executions; 0 when none gave a row, so that nobody can tell.
 * better-sqlite3 makes a new row factory, by `Function(…)`, for the first row after each compilation of a statement whose
 * rows are objects: it compares SQLITE_STMTSTATUS_REPREPARE with what it was.
 */
function compilations(statement: string, executions: number): number {
  const prepared = db.prepare(statement)
  const { Function: real } = globalThis
  let count = 0
  globalThis.Function = new Proxy(real, {
    apply(target, self, values) {
      count++
      return Reflect.apply(target, self, values) as unknown
    },
  })
  try {
    for (let n = 0; n < executions; n++)
      if (prepared.all(...valuesFor(statement, '1')).length === 0)
        prepared.all(...valuesFor(statement, Buffer.from('1')))
  } finally {
    globalThis.Function = real
  }
  return count
}

it('notices a statement that is compiled again at every call', () => {
  expect(compilations('SELECT id, name FROM account WHERE email = ?', 3)).toBe(1)
  expect(compilations('SELECT id, name FROM account WHERE email = ? ORDER BY name LIMIT ?', 3)).toBe(3)
  expect(compilations('SELECT id, name FROM account WHERE email = +? ORDER BY name LIMIT +?', 3)).toBe(1)
})

it('compiles every statement once, however often it is used (store/README.md, "= +?")', () => {
  const counts = new Map(statements.map((statement) => [statement, compilations(reading(statement), 3)]))
  const which = (wanted: (count: number) => boolean): string[] =>
    [...counts].filter(([, count]) => wanted(count)).map(([statement]) => statement)
  expect(which((count) => count > 1)).toEqual([])
  // Of whatever finds no row nothing is known.
  expect(which((count) => count === 0)).toEqual([])
})

it('looks through no table that grows with the years', () => {
  const scans = statements.flatMap((statement) =>
    db
      .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement}`)
      .all(...valuesFor(statement, '1'))
      .filter(({ detail }) => isLongScan(statement, detail))
      .map(({ detail }) => `${detail}: ${statement}`),
  )
  expect(scans).toEqual([])
  expect(isLongScan('SELECT * FROM booking b', 'SCAN b')).toBe(true)
})

function isLongScan(statement: string, detail: string): boolean {
  const [, alias, index] = /^SCAN (\w+)(?:.* INDEX (\w+))?/.exec(detail) ?? []
  if (alias === undefined || detail.startsWith('SCAN CONSTANT ROW')) return false
  const table = new RegExp(`(?:FROM|JOIN) (\\w+) ${alias}\\b`).exec(statement)?.[1]
  return !small.includes(alias) && !small.includes(table ?? '') && !shortIndexes.includes(index ?? '')
}
