import type { FoyerError } from '../../../../shared/contract/errors.ts'
import { samePrice } from '../../../../shared/domain/billing.ts'
import { isPaid } from '../../../../shared/domain/booking.ts'
import { liveBooking } from '../../../../shared/domain/live.ts'
import { passesLeft } from '../../../../shared/domain/passes.ts'
import type { FlowContext, Step } from '../events.ts'
import { factsOf } from '../person.ts'
import type { DeskRequest } from '../request.ts'
import type { FlowState, SignedIn } from '../state.ts'
import { go } from '../steps.ts'

export function toDesks(state: FlowState, selected: string | null, error: FoyerError | null = null): Step {
  return go(state, { name: 'desks', selected, error })
}

/**
 * Whether a desk is to be shown again before it is booked; null = go on. What the person's own facts rule out is said
 * before they are asked for name and terms; all else is for `decideDeskBooking`. `isNew`: they have only now said who they
 * are, so what would cost more than they thought, or could cost less, is shown to them (R1.4, R5.2).
 */
export function reviewDesk(
  state: FlowState & { signedIn: SignedIn },
  { desk, date, pay, price }: DeskRequest,
  isNew: boolean,
  context: FlowContext,
): Step | null {
  const place = context.catalogue.place()
  if (!place) return null
  const facts = factsOf(state.signedIn)
  const at = { ...state, date }
  if (liveBooking(facts.bookings, date, context.now)?.item === desk) return null
  if (isPaid(facts, date, context.now)) return isNew && pay !== 'included' ? toDesks(at, desk) : null
  // It was picked before anybody knew of the pass: a free day is not sold (R1.4).
  if (isNew && pay === 'single' && passesLeft(facts.passes, date) > 0) return toDesks(at, desk)
  const undone = { ...at, pending: null }
  if (pay === 'pass' && passesLeft(facts.passes, date) === 0)
    return toDesks(undone, desk, { code: 'no-pass-left' })
  if (pay === 'single' && !samePrice(price, place.singleDay))
    return toDesks(undone, desk, { code: 'price-changed', params: { ...place.singleDay } })
  return null
}
