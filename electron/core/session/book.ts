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
import { type DecidedHere, decideHere } from './decide.ts'
import type { Booked, FlowEvent } from './events.ts'
import type { DeskRequest } from './request.ts'

interface BookingDeps {
  link: Link
  outbox: Outbox
  promises: Promises
  /** As whoever is signed in sees it (R1.2). */
  catalogue(): Catalogue
  system: System
  dispatch(event: FlowEvent): void
}

export interface Booking {
  /** Books in the name of a session; `facts` are asked for when it is decided here, null = that session has ended. */
  book(session: string, request: DeskRequest, facts: () => PersonFacts | null): Promise<void>
  close(): void
}

/**
 * Booking, online or not (R9.1). On disk before it is sent or shown (I3). The hub has 2 s; when it is known to be away,
 * none. Then it is decided here and shown as provisional, and the hub's answer replaces it when it comes.
 *
 * When the verdict here is a refusal although the command is in the outbox: it is taken back if it surely was never
 * sent. If it may have been sent, the hub decides; the screen shows the refusal until it has.
 */
export function createBooking({ link, outbox, promises, catalogue, system, dispatch }: BookingDeps): Booking {
  /** By the booking's id, until the hub has answered. */
  const pending = new Map<string, DeskRequest>()

  const report = (
    booking: string,
    session: string,
    request: DeskRequest,
    result: Result<Booked, FoyerError>,
  ): void => dispatch({ type: 'booked', booking, session, request, result })

  const reportProvisional = (
    booking: string,
    session: string,
    request: DeskRequest,
    { promise, outcome, decision }: DecidedHere,
  ): void => {
    if (decision.kind !== 'already') promises.add(promise)
    report(booking, session, request, ok({ outcome, provisional: decision }))
  }

  const onAnswer = ({ row, result }: Answered): void => {
    if (row.type !== 'desk.book') return
    const { booking, desk, date, pay, price } = commands['desk.book'].payload.parse(row.payload)
    const outcome = result as Result<OutcomeOf<'desk.book'>, FoyerError>
    promises.settle(booking, outcome.ok ? outcome.value.booking : null)
    const request = pending.get(booking) ?? { kind: 'desk', desk, date, pay, price, free: false }
    pending.delete(booking)
    const booked = outcome.ok ? ok({ outcome: outcome.value, provisional: null }) : outcome
    if (row.session) report(booking, row.session, request, booked)
  }

  const book: Booking['book'] = async (session, request, facts) => {
    const booking = newId(system)
    const { desk, date, pay, price } = request
    const payload = { booking, desk, date, pay, price }
    const decide = () => {
      const known = facts()
      return known && decideHere(catalogue(), known, booking, request, system.now())
    }
    if (link.view() === 'offline') {
      const verdict = decide()
      if (!verdict) return
      if (!verdict.ok) return report(booking, session, request, verdict)
      outbox.enqueue('desk.book', payload, { session, promised: verdict.value.promise })
      pending.set(booking, request)
      return reportProvisional(booking, session, request, verdict.value)
    }
    pending.set(booking, request)
    const id = outbox.request('desk.book', payload, session)
    if (await outbox.waitFor(id, delays.decideLocally)) return
    const verdict = decide()
    if (!verdict) return
    if (!verdict.ok) {
      if (outbox.withdraw(id)) pending.delete(booking)
      return report(booking, session, request, verdict)
    }
    // Answered in this very moment: the hub's word counts and is on its way to the screen.
    if (!outbox.promise(id, verdict.value.promise)) return
    reportProvisional(booking, session, request, verdict.value)
  }

  return { book, close: outbox.answered.on(onAnswer) }
}
