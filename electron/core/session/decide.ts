import type { OutcomeOf } from '../../../shared/contract/commands.ts'
import { type FoyerError, failure } from '../../../shared/contract/errors.ts'
import { type DeskBookingOutcome, decideDeskBooking } from '../../../shared/domain/booking.ts'
import type { PersonFacts } from '../../../shared/domain/facts.ts'
import type { BookingId, Instant } from '../../../shared/domain/ids.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import type { DeskPromise } from '../store/outbox-table.ts'
import type { Catalogue } from '../sync/catalogue.ts'
import type { DeskRequest } from './request.ts'

export interface DecidedHere {
  /** What the hub would answer with. */
  outcome: OutcomeOf<'desk.book'>
  promise: DeskPromise
  decision: DeskBookingOutcome
}

/**
 * What the hub would say, said here (R9.2, I4): the same function on this kiosk's own facts. `promised` is false: a desk
 * that looks taken here is refused, so that only another kiosk can have promised it too (R9.4).
 * Errors: those of `decideDeskBooking`; 'hub-unreachable' before the place is known.
 */
export function decideHere(
  catalogue: Catalogue,
  person: PersonFacts,
  booking: BookingId,
  { desk, date, pay, price }: Pick<DeskRequest, 'desk' | 'date' | 'pay' | 'price'>,
  now: Instant,
): Result<DecidedHere, FoyerError> {
  const place = catalogue.place()
  if (!place) return failure('hub-unreachable')
  const facts = { person, place, desks: catalogue.desks(), occupancies: catalogue.occupancies(date) }
  const verdict = decideDeskBooking(facts, { booking, desk, date, pay, price, promised: false }, now)
  if (!verdict.ok) return verdict
  const decision = verdict.value
  const { kind, booking: made, desk: given, cancels } = decision
  const { id, item, from, until } = made
  return ok({
    outcome: { kind, booking: made, deskLabel: given.label, pass: '', insteadOf: null, person: null },
    promise: { booking: id, item, date: made.date, from, until, cancels },
    decision,
  })
}
