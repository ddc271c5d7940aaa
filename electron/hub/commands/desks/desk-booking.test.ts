import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  applyBooking,
  type DeskBookingOutcome,
  decideDeskBooking,
} from '../../../../shared/domain/booking.ts'
import { everyDay } from '../../../../shared/domain/facts.fixture.ts'
import type { PersonFacts } from '../../../../shared/domain/facts.ts'
import { addDays, atLocal } from '../../../../shared/domain/time.ts'
import { bookingId, openTestHub, type TestHub } from '../../../../test/fixtures/hub.ts'
import { silentLog } from '../../../lib/log.ts'
import { openDatabase } from '../../../lib/sqlite.ts'
import { createDeps } from '../../engine/open.ts'
import { createChangeSet } from '../../pipeline/change-set.ts'
import { createContext, type PersonContext } from '../../pipeline/context.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { migrations } from '../../store/migrations/index.ts'
import { createStore } from '../../store/store.ts'
import { bookingFactsFor, writeBooking } from './desk-booking.ts'

const today = '2026-11-23'
const desks = ['desk-a1', 'desk-a2', 'desk-a3', 'desk-a4', 'desk-b1', 'desk-b2']
const account = 'account-of-the-test'
const price = { amount: 2500, currency: 'EUR' }

const days = fc.constantFrom(-1, 0, 1, 2)
/** Everything that a person's facts may hold and a booking may meet, in a hub with others at their desks. */
const situation = fc.record({
  passes: fc.array(
    fc.record({ from: fc.integer({ min: -40, max: 1 }), lasts: fc.integer({ min: 0, max: 60 }) }),
    {
      maxLength: 3,
    },
  ),
  plan: fc.constantFrom('none', 'none', 'whole day', 'mornings'),
  /** Own bookings, one desk each: how each stands, and how its day was paid for. */
  bookings: fc.uniqueArray(
    fc.record({
      day: days,
      state: fc.constantFrom('live', 'cancelled', 'checked out'),
      paid: fc.constantFrom('pass', 'order', 'not'),
    }),
    { maxLength: 3, selector: ({ day }) => day },
  ),
  revoked: fc.constantFrom('nothing', 'nothing', 'a booking', 'the plan'),
  others: fc.subarray(desks.slice(0, 4)),
})
const request = fc.record({
  desk: fc.constantFrom(...desks),
  day: fc.constantFrom(0, 0, 1, 2),
  pay: fc.constantFrom('pass', 'single', 'included'),
  promised: fc.boolean(),
  /** Minutes after 07:00. */
  minutes: fc.integer({ min: 0, max: 8 * 60 }),
})
type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never

/** The hub's own database in this process, to write to it without the engine; what is written is rolled back each time. */
function openHubStore(hub: TestHub) {
  const { db } = openDatabase(join(hub.dir, 'hub.db'), migrations, hub.system, silentLog)
  const options = { dir: hub.dir, system: hub.system, log: silentLog, config: {}, demo: true, simDoor: null }
  return { db, deps: createDeps(createStore(db), options) }
}

function seed(context: PersonContext, { passes, plan, bookings, revoked, others }: Situation): void {
  const { store, now } = context
  const { facts, terms } = context.place()
  store.people.add(account, 'somebody@example.com', 'Somebody', 'en', now)
  const hash = terms.texts.en?.hash ?? ''
  const accepted = { account, location: facts.id, version: terms.version, hash, language: 'en' }
  store.people.accept({ ...accepted, device: 'test', at: now })
  passes.forEach(({ from, lasts }, n) => {
    const validFrom = addDays(today, from)
    store.entitlements.addPass(facts.id, {
      id: `p${n}`,
      account,
      validFrom,
      expiresOn: addDays(validFrom, lasts),
    })
  })
  if (plan !== 'none') {
    const hours = plan === 'mornings' ? everyDay('06:00', '12:00') : null
    const offer = { kind: 'continuous', hours, passes: null, minutes: 0, period: 'month' } as const
    store.entitlements.putPlan('plan-of-the-test', 'Plan', { ...offer, resources: [] })
    const term = { startsOn: '2026-11-01', endsOn: null, renewsOn: '2026-12-01', price: null }
    store.entitlements.subscribe(facts.id, { id: 's1', account, plan: 'plan-of-the-test', ...term })
  }
  bookings.forEach(({ day, state, paid }, n) => {
    const date = addDays(today, day)
    const [from, until] = [atLocal(date, '06:30', facts.zone), atLocal(date, '24:00', facts.zone)]
    const id = `b${n}`
    const item = desks[n + 3] ?? ''
    store.bookings.add({
      id,
      account,
      location: facts.id,
      item,
      date,
      from,
      until,
      madeAt: now,
      device: 'test',
    })
    if (state === 'cancelled') store.bookings.cancel(id, now)
    if (state === 'checked out') store.bookings.checkOut(id, atLocal(date, '06:45', facts.zone))
    if (paid === 'order') {
      const order = {
        id: `o${n}`,
        account,
        what: 'A day',
        price,
        tax: { ...price, amount: 0 },
        at: now - 86_400_000,
      }
      store.orders.add(facts.id, { ...order, state: 'due' }, null)
      store.bookings.useDay(account, facts.id, date, { pass: null, purchase: order.id })
    } else if (paid === 'pass') {
      const pass = { id: `u${n}`, account, validFrom: '2026-01-01', expiresOn: '2027-12-31' }
      store.entitlements.addPass(facts.id, pass)
      store.bookings.spendPass(pass.id, date)
      store.bookings.useDay(account, facts.id, date, { pass: pass.id, purchase: null })
    }
  })
  if (revoked !== 'nothing') {
    const grant = revoked === 'the plan' ? 'subscription:s1' : 'day-booking:b0'
    store.grants.revoke(grant, account, 'staff-noor', now, 'test')
  }
  others.forEach((item, n) => {
    const other = `other${n}`
    store.people.add(other, `${other}@example.com`, 'Other', 'en', now)
    const date = addDays(today, n % 3)
    const [from, until] = [atLocal(date, '06:00', facts.zone), atLocal(date, '24:00', facts.zone)]
    // The demo's own people have some desks already.
    if (store.bookings.held(item, from, until).length > 0) return
    store.bookings.add({
      id: `x${n}`,
      account: other,
      location: facts.id,
      item,
      date,
      from,
      until,
      madeAt: now,
      device: 'test',
    })
  })
}

/** Facts say nothing by their order. */
function inOrder(facts: PersonFacts): PersonFacts {
  const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
  return {
    ...facts,
    bookings: facts.bookings.toSorted(byId),
    passes: facts.passes.toSorted(byId),
    dayUses: facts.dayUses.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}

it('the facts after a booking are those that the store reads back, whatever was there before (I4)', async () => {
  const hub = await openTestHub({ dir: mkdtempSync(join(tmpdir(), 'foyer-apply-')) })
  const device = await hub.device()
  const { db, deps } = openHubStore(hub)
  const seen = new Set<string>()
  const note = (outcome: DeskBookingOutcome, before: PersonFacts): void => {
    seen.add(outcome.kind)
    if (outcome.spends) seen.add('by a pass')
    if (outcome.charges) seen.add('for money')
    if (outcome.insteadOf) seen.add('another desk than was promised')
    if (outcome.cancels && before.revocations.length > 0) seen.add('moved after a revocation')
    if (outcome.kind === 'booked' && !outcome.spends && !outcome.charges) seen.add('for nothing')
  }
  fc.assert(
    fc.property(situation, request, (given, { minutes, day, promised, ...asked }) => {
      const at = atLocal(today, '07:00', deps.placeOf(device.location).facts.zone) + minutes * 60_000
      const job = createContext(deps, createChangeSet(), { now: at, location: device.location })
      const context: PersonContext = { ...job, command: 'c', device, at, promised, session: 's', account }
      db.exec('BEGIN')
      try {
        seed(context, given)
        const before = loadPerson(context, account, at)!
        const payload = { ...asked, booking: bookingId(), date: addDays(today, day), price, promised }
        const decided = decideDeskBooking(bookingFactsFor(context, before.facts, payload), payload, at)
        if (!decided.ok) return
        const outcome = decided.value
        const after = outcome.kind === 'already' ? before : writeBooking(context, before, outcome, at)
        const again = loadPerson(context, account, at)!
        const order = again.orders.find(({ id }) => before.orders.every((one) => one.id !== id))
        const applied = applyBooking(before.facts, outcome, order?.id ?? null)
        expect(inOrder(applied)).toEqual(inOrder(again.facts))
        // What the hub answers with.
        expect({ ...after, facts: inOrder(after.facts) }).toEqual({ ...again, facts: inOrder(again.facts) })
        note(outcome, before.facts)
      } finally {
        db.exec('ROLLBACK')
      }
    }),
    { seed: 20261123, numRuns: 400 },
  )
  db.close()
  await hub.close()
  rmSync(hub.dir, { recursive: true, force: true })
  expect([...seen].toSorted()).toEqual(
    [
      'already',
      'another desk than was promised',
      'booked',
      'by a pass',
      'for money',
      'for nothing',
      'moved',
      'moved after a revocation',
    ].toSorted(),
  )
})
