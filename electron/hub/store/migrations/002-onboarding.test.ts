import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { migrate } from '../../../lib/sqlite.ts'
import { createStore } from '../store.ts'
import { initial } from './001-initial.ts'
import { migrations } from './index.ts'

it('a hub of before onboarding keeps its people, bookings, mails and orders', () => {
  const db = new Database(':memory:')
  db.pragma('foreign_keys = ON')
  migrate(db, 'test', [initial])
  db.exec(`
    INSERT INTO location VALUES ('l', 'Loft', 'Europe/Berlin', '{}', '24:00', 2500, 'EUR', '["en"]', '{}', '', 3, 45, 15);
    INSERT INTO terms VALUES ('l', 3, 'en', 'Be kind.', 'h');
    INSERT INTO item (id, location, kind, name) VALUES ('a1', 'l', 'desk', 'A1'), ('r1', 'l', 'room', 'Atrium');
    INSERT INTO account VALUES ('ada', 'ada@example.com', 'Ada', '+49', 'bio', 'en', 1);
    INSERT INTO staff VALUES ('s', 'Noor', 'x', 1);
    INSERT INTO plan VALUES ('full', 'Full-time', 'continuous', NULL);
    INSERT INTO subscription VALUES ('sub', 'ada', 'l', 'full', '2026-01-01', NULL);
    INSERT INTO day_pass VALUES ('p1', 'ada', 'l', '2026-01-01', '2026-12-31', NULL);
    INSERT INTO purchase VALUES ('o1', 'ada', 'l', 'A1', 2500, 'EUR', 'paid', 5, 6, 's'), ('o2', 'ada', 'l', 'A1', 2500, 'EUR', 'due', 9, NULL, NULL);
    INSERT INTO booking (id, account, item, date, from_at, until_at, made_at, device)
      VALUES ('b1', 'ada', 'a1', '2026-11-23', 10, 20, 5, 'k');
    INSERT INTO day_use VALUES ('ada', 'l', '2026-11-23', NULL, 'o1');
    INSERT INTO mail VALUES ('m1', 'k', 'ada@example.com', 'code', 7, 'accepted', '');
  `)
  migrate(db, 'test', migrations)
  const store = createStore(db)

  expect(store.places.location('l')).toMatchObject({
    name: 'Loft',
    termsVersion: 3,
    asksBilling: false,
    tax: { percent: 0 },
    paysOnline: false,
  })
  expect(store.items.item('r1')?.row).toMatchObject({ name: 'Atrium', visibility: 'public', bookable: null })
  expect(store.mails.find('m1')).toMatchObject({ kind: 'code', status: 'accepted' })
  const person = store.facts.load('ada', 'l', '2026-11-22')
  expect(person).toMatchObject({
    profile: { name: 'Ada', company: '', photo: null, bannerDismissed: false },
    billing: null,
    requests: [],
    facts: {
      hasBilling: false,
      memberships: [{ location: 'l', role: 'member' }],
      subscriptions: [{ id: 'sub', renewsOn: null, plan: { minutes: 0, resources: [] } }],
      passes: [{ id: 'p1' }],
      bookings: [{ id: 'b1' }],
      dayUses: [{ order: 'o1' }],
    },
  })
  expect(person?.orders.map(({ id, state, tax }) => [id, state, tax.amount])).toEqual([
    ['o2', 'due', 0],
    ['o1', 'paid', 0],
  ])
  expect(db.pragma('foreign_key_check')).toEqual([])
})
