import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Person } from '../../../shared/contract/person.ts'
import { addDays, localDateOf } from '../../../shared/domain/time.ts'
import { bookingId, must, openTestHub } from '../../../test/fixtures/hub.ts'
import { createStore } from '../store/store.ts'

const today = '2026-11-23'
const price = { amount: 2500, currency: 'EUR' }
const five = { amount: 9500, currency: 'EUR' }
const minute = 60_000

const step = fc.oneof(
  fc.record({
    what: fc.constant('book' as const),
    desk: fc.integer({ min: 1, max: 6 }),
    days: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({
    what: fc.constantFrom(
      'profile',
      'ask',
      'subscribe',
      'pay',
      'answer',
      'revoke',
      'check-out',
      'refused',
      'wait',
    ),
  }),
)

it('knows of a person what is on disk, whatever was done: nothing that was written is remembered as it was (I4)', async () => {
  const hub = await openTestHub()
  const kiosk = await hub.device('both')
  const people = ['nia@example.com', 'sam@example.com']
  const sessions: string[] = []
  // A kiosk has one session at a time, so each has a kiosk of their own.
  const kiosks = [kiosk, await hub.device(['kiosk'], 'Kiosk 2')]
  for (const [n, email] of people.entries()) sessions.push(await hub.signIn(kiosks[n]!, email, email))
  const staff = await hub.staff(kiosk)
  const look = createStore(hub.look())

  const known = async (n: number): Promise<Person> =>
    must(await kiosks[n]!.ask('person.get', {}, { session: sessions[n]! })).person
  /** As somebody reads it who keeps nothing. */
  const fresh = (account: string): Person | undefined => {
    look.transactions.rollback()
    const from = addDays(localDateOf(hub.system.now(), 'Europe/Berlin'), -1)
    return look.facts.load(account, 'lindenhof', from)
  }

  let written = 0
  const act = async (
    one: typeof step extends fc.Arbitrary<infer T> ? T : never,
    n: number,
  ): Promise<boolean> => {
    const [ask, session] = [kiosks[n]!.ask, sessions[n]!]
    const person = await known(n)
    if ('desk' in one) {
      const payload = {
        booking: bookingId(),
        desk: `desk-a${one.desk}`,
        date: addDays(today, one.days),
        pay: 'single',
        price,
      } as const
      return (await ask('desk.book', payload, { session })).ok
    }
    switch (one.what) {
      case 'profile':
        return (await ask('profile.update', { name: `Name ${written}`, phone: '', bio: '' }, { session })).ok
      case 'ask':
        return (await ask('support.ask', { request: bookingId(), item: null, text: 'Where?' }, { session }))
          .ok
      case 'subscribe': {
        const payload = {
          subscription: bookingId(),
          plan: 'plan-five',
          startsOn: addDays(today, 1),
          price: five,
        }
        return (await ask('plan.subscribe', payload, { session })).ok
      }
      case 'pay': {
        const due = person.orders.find(({ state }) => state === 'due')
        return (
          due !== undefined && (await kiosk.ask('staff.markPaid', { order: due.id }, { session: staff })).ok
        )
      }
      case 'answer': {
        const open = person.requests.find(({ answer }) => answer === null)
        return (
          open !== undefined &&
          (await kiosk.ask('staff.answer', { request: open.id, text: 'There.' }, { session: staff })).ok
        )
      }
      case 'revoke': {
        const grant = `day-booking:${person.facts.bookings[0]?.id ?? ''}`
        return (await kiosk.ask('staff.revokeGrant', { grant, reason: 'a test' }, { session: staff })).ok
      }
      case 'check-out': {
        const booking = person.facts.bookings.find(({ cancelled }) => !cancelled)?.id ?? ''
        return (await kiosk.ask('staff.checkOut', { booking }, { session: staff })).ok
      }
      case 'refused': {
        // The schema refuses the id: what was written until then is undone, together with whatever shares the batch.
        const taken = person.facts.bookings[0]?.id ?? bookingId()
        const payload = {
          booking: taken,
          desk: 'desk-b1',
          date: addDays(today, 9),
          pay: 'single',
          price,
        } as const
        const both = await Promise.all([
          ask('profile.update', { name: `Beside ${written}`, phone: '1', bio: '' }, { session }),
          ask('desk.book', payload, { session }),
        ])
        return both[0].ok
      }
      case 'wait':
        hub.system.advance(minute)
        return true
    }
  }

  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.integer({ min: 0, max: 1 })), { minLength: 4, maxLength: 10 }),
      async (steps) => {
        for (const [one, n] of steps) {
          if (await act(one, n)) written++
          for (const index of [0, 1]) {
            const person = await known(index)
            expect(person).toEqual(fresh(person.facts.account))
          }
        }
      },
    ),
    { numRuns: 12, seed: 11 },
  )
  expect(written).toBeGreaterThan(20)
  await hub.close()
})
