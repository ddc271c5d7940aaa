import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decideHere } from '../../electron/core/session/decide.ts'
import { createCatalogue } from '../../electron/core/sync/catalogue.ts'
import { checkedRows, scopeRows } from '../../electron/core/sync/rows.ts'
import { silentLog } from '../../electron/lib/log.ts'
import { applyBooking } from '../../shared/domain/booking.ts'
import type { PersonFacts } from '../../shared/domain/facts.ts'
import { addDays, localDateOf } from '../../shared/domain/time.ts'
import { fakeSystem } from '../fixtures/fake-system.ts'
import { bookingId, must, openTestHub, type TestDevice, type TestHub } from '../fixtures/hub.ts'

const zone = 'Europe/Berlin'
const price = { amount: 2500, currency: 'EUR' }
const people = ['paul.passes', 'fatima.fulltime', 'newcomer', 'nia'] as const
const step = fc.record({
  who: fc.constantFrom(...people, 'fatima.fulltime' as const, 'paul.passes' as const),
  desk: fc.constantFrom('desk-a1', 'desk-a1', 'desk-a2', 'desk-a2', 'desk-d1', 'desk-none'),
  day: fc.constantFrom(-1, 0, 0, 2, 2, 2, 2, 31),
  pay: fc.constantFrom('pass' as const, 'single' as const, 'included' as const),
  price: fc.constantFrom(null, price, { amount: 1, currency: 'EUR' }),
})

/** What a kiosk knows after it has caught up, read as it reads it. */
function replicaOf(hub: TestHub) {
  const rows = scopeRows('catalogue')
  rows.apply(
    checkedRows('catalogue', hub.engine.since('catalogue:lindenhof', 0, 10_000).rows, silentLog),
    true,
  )
  return createCatalogue(rows, () => [])
}

async function proveEmail(hub: TestHub, device: TestDevice, email: string) {
  must(await device.ask('code.request', { email, language: 'en' }))
  return must(await device.ask('code.verify', { email, code: hub.code(), language: 'en' }))
}

/** Facts say nothing by their order. */
function inOrder(facts: PersonFacts): PersonFacts {
  const bookings = facts.bookings.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const passes = facts.passes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return { ...facts, bookings, passes, dayUses: facts.dayUses.toSorted((a, b) => (a.date < b.date ? -1 : 1)) }
}

it('a kiosk without the hub says what the hub says, on whatever happened before (I4, R9.2)', async () => {
  const verdicts = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 71 }),
      fc.array(step, { minLength: 10, maxLength: 25 }),
      async (hour, steps) => {
        // From a Saturday on: closed days and hours come up too.
        const system = fakeSystem(Date.UTC(2026, 10, 21) + hour * 3_600_000)
        const hub = await openTestHub({ system })
        const signedIn = new Map<string, { session: string; device: TestDevice }>()
        const facts = new Map<string, PersonFacts>()
        for (const who of people) {
          const device = await hub.device()
          const { session, person } = await proveEmail(hub, device, `${who}@example.com`)
          signedIn.set(who, { device, session })
          const terms = { name: 'Nia', version: 1, language: 'en' } as const
          const accepted = who === 'nia' && must(await device.ask('terms.accept', terms, { session }))
          facts.set(who, (accepted || { person }).person.facts)
        }
        for (const { who, day, ...choice } of steps) {
          system.advance(60_000)
          const { device, session } = signedIn.get(who)!
          const date = addDays(localDateOf(system.now(), zone), day)
          const booking = bookingId()
          const here = decideHere(replicaOf(hub), facts.get(who)!, booking, { ...choice, date }, system.now())
          const there = await device.ask('desk.book', { ...choice, booking, date }, { session })
          verdicts.add(there.ok ? there.value.kind : there.error.code)
          if (!there.ok) {
            expect(here).toMatchObject({ ok: false, error: { code: there.error.code } })
            expect(!here.ok && here.error.params).toEqual(there.error.params)
            continue
          }
          const { kind, booking: made, deskLabel } = there.value
          expect(here).toMatchObject({ ok: true, value: { outcome: { kind, booking: made, deskLabel } } })
          // And what the kiosk would go on from is what the hub goes on from.
          const after = there.value.person!.facts
          const { order = null } = after.dayUses.find((use) => use.date === date) ?? {}
          const decision = here.ok ? here.value.decision : null
          expect(inOrder(applyBooking(facts.get(who)!, decision!, order))).toEqual(inOrder(after))
          facts.set(who, after)
        }
        await hub.close()
      },
    ),
    { seed: 20261123, numRuns: 40 },
  )
  expect([...verdicts].toSorted()).toEqual(
    expect.arrayContaining(['already', 'booked', 'desk-taken', 'moved', 'no-pass-left', 'price-changed']),
  )
}, 60_000)
