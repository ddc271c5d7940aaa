import { commands, type OutcomeOf } from '../../../shared/contract/commands.ts'
import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { newId, type System } from '../../lib/system.ts'
import type { Catalogue } from '../sync/catalogue.ts'
import { delays } from '../sync/delays.ts'
import type { Link } from '../sync/link.ts'
import type { Answered, Outbox } from '../sync/outbox.ts'
import type { Promises } from '../sync/promises.ts'
import { decideHere } from './decide.ts'
import type { DeskDeed } from './deed.ts'
import type { Booked, FlowEvent } from './events.ts'

interface Parts {
  link: Link
  outbox: Outbox
  promises: Promises
  /** As whoever is signed in sees it (R1.2). */
  catalogue(): Catalogue
  system: System
  dispatch(event: FlowEvent): void
}

export interface Booking {
  /** Books for whoever is signed in; `facts` are asked for when it is decided here. */
  book(session: string, choice: DeskDeed, facts: () => PersonFacts | null): Promise<void>
  close(): void
}

/**
 * Booking, online or not (R9.1). On disk before it is sent or shown (I3). The hub has 2 s; when it is known to be away,
 * none. Then it is decided here and shown as provisional, and the hub's answer replaces it when it comes.
 *
 * When the verdict here is a refusal although the command is in the outbox: it is taken back if it surely was never
 * sent. If it may have been sent, the hub decides; the screen shows the refusal until it has.
 */
export function createBooking({ link, outbox, promises, catalogue, system, dispatch }: Parts): Booking {
  /** What was asked for, until the hub has answered. */
  const asked = new Map<string, DeskDeed>()

  const say = (
    booking: string,
    session: string,
    choice: DeskDeed,
    result: Result<Booked, FoyerError>,
  ): void => dispatch({ type: 'booked', booking, session, choice, result })

  const onAnswer = ({ row, result }: Answered): void => {
    if (row.type !== 'desk.book') return
    const { booking, desk, date, pay, price } = commands['desk.book'].payload.parse(row.payload)
    const outcome = result as Result<OutcomeOf<'desk.book'>, FoyerError>
    promises.settle(booking, outcome.ok ? outcome.value.booking : null)
    const choice = asked.get(booking) ?? { kind: 'desk', desk, date, pay, price, free: false }
    asked.delete(booking)
    const booked = outcome.ok ? ok({ outcome: outcome.value, provisional: false, made: null }) : outcome
    if (row.session) say(booking, row.session, choice, booked)
  }

  const book: Booking['book'] = async (session, choice, facts) => {
    const booking = newId(system)
    const { desk, date, pay, price } = choice
    const payload = { booking, desk, date, pay, price }
    const decide = () => {
      const known = facts()
      return known && decideHere(catalogue(), known, booking, choice, system.now())
    }
    if (link.view() === 'offline') {
      const verdict = decide()
      if (!verdict) return
      if (!verdict.ok) return say(booking, session, choice, verdict)
      const { promise, ...rest } = verdict.value
      outbox.enqueue('desk.book', payload, { session, promised: promise })
      asked.set(booking, choice)
      if (rest.made) promises.add(promise)
      return say(booking, session, choice, ok({ ...rest, provisional: true }))
    }
    asked.set(booking, choice)
    const id = outbox.request('desk.book', payload, session)
    if (await outbox.waitFor(id, delays.decideLocally)) return
    const verdict = decide()
    if (!verdict) return
    if (!verdict.ok) {
      if (outbox.withdraw(id)) asked.delete(booking)
      return say(booking, session, choice, verdict)
    }
    const { promise, ...rest } = verdict.value
    // Answered in this very moment: the hub's word counts and is on its way to the screen.
    if (!outbox.promise(id, promise)) return
    if (rest.made) promises.add(promise)
    say(booking, session, choice, ok({ ...rest, provisional: true }))
  }

  return { book, close: outbox.answered.on(onAnswer) }
}
