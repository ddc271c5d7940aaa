import Database from 'better-sqlite3'
import { beforeEach, describe, expect, it } from 'vitest'
import { migrate, NewerDatabaseError, type Sqlite } from '../../lib/sqlite.ts'
import { bookingsStore } from './bookings.ts'
import { migrations } from './migrations/index.ts'
import { paymentsStore } from './payments.ts'
import { subscriptionsStore } from './subscriptions.ts'

let db: Sqlite
beforeEach(() => {
  db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, 'test', migrations)
  db.exec(`
    INSERT INTO location (id, name, zone, hours_json, day_end, single_amount, currency, languages_json, privacy_json, help_phone,
      terms_version, idle_ask_after, idle_forget_after)
      VALUES ('l', 'L', 'Etc/UTC', '{}', '24:00', 2500, 'EUR', '["en"]', '{}', '', 1, 45, 15);
    INSERT INTO item (id, location, kind, name) VALUES ('a1', 'l', 'desk', 'A1'), ('a2', 'l', 'desk', 'A2');
    INSERT INTO account (id, email, name, phone, bio, language, created_at) VALUES ('ada', 'ada@x.org', '', '', '', 'en', 0), ('bob', 'bob@x.org', '', '', '', 'en', 0);
    INSERT INTO day_pass (id, account, location, valid_from, expires_on, used_on) VALUES ('p1', 'ada', 'l', '2026-01-01', '2026-12-31', NULL);
  `)
})

const booking = (
  id: string,
  account: string,
  item: string,
  from: number,
  until: number,
  date = '2026-11-23',
) => bookingsStore(db).add({ id, account, location: 'l', item, date, from, until, madeAt: 0, device: 'k' })

describe('no desk is held twice, whatever the code above does (I1, R5.6)', () => {
  it('refuses an overlapping booking', () => {
    booking('b1', 'ada', 'a1', 10, 20)
    expect(() => booking('b2', 'bob', 'a1', 19, 30)).toThrow('desk is held already')
    expect(() => booking('b2', 'bob', 'a1', 5, 50)).toThrow('desk is held already')
    booking('b2', 'bob', 'a1', 20, 30)
  })

  it('refuses to move a booking onto a held desk, to lengthen it into the next, and to bring it back', () => {
    booking('b1', 'ada', 'a1', 10, 20)
    booking('b2', 'bob', 'a2', 10, 20)
    expect(() => db.exec("UPDATE booking SET item = 'a1' WHERE id = 'b2'")).toThrow('desk is held already')
    bookingsStore(db).cancel('b1', 5)
    db.exec("UPDATE booking SET item = 'a1' WHERE id = 'b2'")
    expect(() => db.exec("UPDATE booking SET cancelled_at = NULL WHERE id = 'b1'")).toThrow(
      'desk is held already',
    )
  })

  it('lets the desk go at check-out and when cancelled', () => {
    booking('b1', 'ada', 'a1', 10, 20)
    bookingsStore(db).checkOut('b1', 15)
    booking('b2', 'bob', 'a1', 15, 20)
    bookingsStore(db).cancel('b2', 16)
    booking('b3', 'bob', 'a1', 16, 20)
  })
})

it('keeps one live booking per person and day (R5.4)', () => {
  booking('b1', 'ada', 'a1', 10, 20)
  expect(() => booking('b2', 'ada', 'a2', 10, 20)).toThrow('UNIQUE')
  bookingsStore(db).checkOut('b1', 15)
  booking('b2', 'ada', 'a2', 15, 20)
})

it('spends a pass once, and one pass a day (R5.1)', () => {
  const store = bookingsStore(db)
  store.spendPass('p1', '2026-11-23')
  expect(() => store.spendPass('p1', '2026-11-24')).toThrow('spent already')
  store.useDay('ada', 'l', '2026-11-23', { pass: 'p1', purchase: null })
  expect(() => store.useDay('ada', 'l', '2026-11-23', { pass: null, purchase: null })).toThrow('UNIQUE')
  expect(() => store.useDay('ada', 'l', '2026-11-24', { pass: 'p1', purchase: null })).toThrow('UNIQUE')
})

it('begins a period of a plan once, and shows one payment page of an order (I2, R3.5)', () => {
  db.exec(`
    INSERT INTO plan (id, name, kind) VALUES ('full', 'Full-time', 'continuous');
    INSERT INTO subscription (id, account, location, plan, starts_on) VALUES ('s', 'ada', 'l', 'full', '2026-11-23');
    INSERT INTO purchase (id, account, location, what, amount, currency, state, at)
      VALUES ('o', 'ada', 'l', 'Full-time', 1, 'EUR', 'due', 0);
  `)
  const periods = subscriptionsStore(db)
  periods.addPeriod('s', '2026-11-23', 'o')
  expect(() => periods.addPeriod('s', '2026-11-23', null)).toThrow('UNIQUE')
  expect(() => periods.addPeriod('s', '2026-12-23', 'o')).toThrow('UNIQUE')
  const payments = paymentsStore(db)
  payments.open('tr_1', 'o', 'https://x', 1)
  expect(() => payments.open('tr_2', 'o', 'https://y', 2)).toThrow('UNIQUE')
  payments.settle('tr_1', 'expired')
  payments.open('tr_2', 'o', 'https://y', 2)
  expect(payments.latestOf('o')).toMatchObject({ ref: 'tr_2', state: 'open' })
})

it('keeps acceptances as they were given (R3.2)', () => {
  db.exec("INSERT INTO acceptance VALUES ('ada', 'l', 1, 'h', 'en', 'k', 0)")
  expect(() => db.exec('UPDATE acceptance SET version = 2')).toThrow('append-only')
  expect(() => db.exec('DELETE FROM acceptance')).toThrow('append-only')
})

it('refuses a database of a newer Foyer', () => {
  db.pragma(`user_version = ${migrations.length + 1}`)
  expect(() => migrate(db, 'test', migrations)).toThrow(NewerDatabaseError)
})

it('leaves real rows as they are when there is nothing to migrate', () => {
  booking('b1', 'ada', 'a1', 10, 20)
  migrate(db, 'test', migrations)
  expect(bookingsStore(db).find('b1')).toMatchObject({ account: 'ada', item: 'a1', cancelled: false })
  expect(db.pragma('user_version', { simple: true })).toBe(migrations.length)
})

it('answers the hot questions from an index', () => {
  const plan = (sql: string): string =>
    db
      .prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map(({ detail }) => detail)
      .join('; ')
  expect(
    plan(
      "SELECT * FROM booking WHERE account = 'a' AND location = 'l' AND date >= 'd' AND cancelled_at IS NULL",
    ),
  ).toContain('booking_of (account=? AND location=? AND date>?)')
  expect(plan("SELECT * FROM booking WHERE item = 'a' AND until_at > 1 AND cancelled_at IS NULL")).toContain(
    'booking_item (item=? AND until_at>?)',
  )
  expect(
    plan("SELECT seq FROM command WHERE device = 'd' AND seq IS NOT NULL ORDER BY seq DESC LIMIT 1"),
  ).toContain('command_seq')
  expect(plan("SELECT * FROM subscription WHERE renews_on <= 'd'")).toContain('subscription_renewal')
  expect(plan("SELECT url FROM payment WHERE purchase = 'o' AND payment.state = 'open'")).toContain(
    'payment_open (purchase=?)',
  )
  expect(plan('SELECT * FROM scope_row WHERE scope = 1 AND rev > 5 ORDER BY rev LIMIT 5')).toContain(
    'scope_row_rev',
  )
})
