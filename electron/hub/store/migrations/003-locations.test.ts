import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../../lib/sqlite.ts'
import { createStore } from '../store.ts'
import { initial } from './001-initial.ts'
import { onboarding } from './002-onboarding.ts'
import { migrations } from './index.ts'

function before() {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, 'test', [initial, onboarding])
  return db
}

it('a hub of one location keeps what it had, each at that location (R12.1)', () => {
  const db = before()
  db.exec(`
    INSERT INTO location (id, name, zone, hours_json, day_end, single_amount, currency, languages_json, privacy_json, help_phone,
      terms_version, idle_ask_after, idle_forget_after)
      VALUES ('l', 'Loft', 'Europe/Berlin', '{}', '24:00', 2500, 'EUR', '["en"]', '{}', '', 3, 45, 15);
    INSERT INTO item (id, location, kind, name) VALUES ('a1', 'l', 'desk', 'A1'), ('a2', 'l', 'desk', 'A2');
    INSERT INTO account (id, email, language, created_at) VALUES ('ada', 'ada@example.com', 'en', 1);
    INSERT INTO staff VALUES ('s', 'Noor', 'x', 1);
    INSERT INTO device (id, name, public_key, kiosk, reception, paired_at) VALUES ('k', 'Kiosk', 'key', 1, 0, 1);
    INSERT INTO pairing VALUES (x'01', 1, 0, 99, NULL);
    INSERT INTO booking (id, account, item, date, from_at, until_at, made_at, device)
      VALUES ('b1', 'ada', 'a1', '2026-11-23', 10, 20, 5, 'k');
    INSERT INTO mail VALUES ('m1', 'k', 'ada@example.com', 'invitation', 7, 'queued', '');
    INSERT INTO lockout VALUES ('x1', 'ada@example.com', 50, 0);
    INSERT INTO invitation (id, account, language, staff, starts_on, sent_at, mail) VALUES ('i', 'ada', 'en', 's', '2026-11-23', 7, 'm1');
    INSERT INTO meta VALUES ('terms', '3'), ('place', '{}'), ('plans', '[]'), ('hub', 'h');
    INSERT INTO scope (key, head) VALUES ('catalogue', 4), ('reception', 5), ('doors:k', 6);
  `)
  migrate(db, 'test', migrations)
  const store = createStore(db)
  expect(store.places.locations()).toEqual(['l'])
  expect(store.devices.ofLocation('l')).toMatchObject([{ id: 'k', location: 'l' }])
  expect(store.devices.pairing(Uint8Array.of(1))).toMatchObject({ location: 'l' })
  expect(store.bookings.find('b1')).toMatchObject({ location: 'l', item: 'a1' })
  expect(store.mails.queued('l')).toMatchObject([{ id: 'm1' }])
  expect(store.codes.endedLockouts('l', 60)).toEqual(['x1'])
  expect(store.invitations.find('i')).toMatchObject({ location: 'l' })
  expect(['terms:l', 'place:l', 'plans:l', 'hub', 'terms'].map(store.meta.get)).toEqual([
    '3',
    '{}',
    '[]',
    'h',
    undefined,
  ])
  expect([...store.scopes.heads()].map(([key, { head }]) => [key, head])).toEqual([
    ['catalogue:l', 4],
    ['reception:l', 5],
    ['doors:k', 6],
  ])
})

it('an empty database has no location, and nothing is named after one', () => {
  const db = before()
  db.exec("INSERT INTO meta VALUES ('hub', 'h')")
  migrate(db, 'test', migrations)
  const store = createStore(db)
  expect(store.places.locations()).toEqual([])
  expect(store.meta.get('hub')).toBe('h')
})

it('one day is one live booking at each location, and none is without its location (R5.1, R12.1)', () => {
  const db = before()
  migrate(db, 'test', migrations)
  const columns =
    'id, name, zone, hours_json, day_end, single_amount, currency, languages_json, privacy_json, help_phone, terms_version, idle_ask_after, idle_forget_after'
  const values = "'L', 'Etc/UTC', '{}', '24:00', 2500, 'EUR', '[]', '{}', '', 1, 45, 15"
  db.exec(`
    INSERT INTO location (${columns}) VALUES ('l', ${values}), ('m', ${values});
    INSERT INTO item (id, location, kind, name) VALUES ('a', 'l', 'desk', 'A'), ('b', 'l', 'desk', 'B'), ('c', 'm', 'desk', 'C');
    INSERT INTO account (id, email, language, created_at) VALUES ('ada', 'ada@example.com', 'en', 1);
  `)
  const { bookings } = createStore(db)
  const booking = (id: string, location: string, item: string) =>
    bookings.add({
      id,
      account: 'ada',
      location,
      item,
      date: '2026-11-23',
      from: 10,
      until: 20,
      madeAt: 0,
      device: 'k',
    })
  booking('1', 'l', 'a')
  booking('2', 'm', 'c')
  expect(() => booking('3', 'l', 'b')).toThrow('UNIQUE')
  expect(() => booking('4', '', 'b')).toThrow('a booking needs its location')
})
