import type { OutcomeOf, PayloadOf } from '../../../../shared/contract/commands.ts'
import { failure } from '../../../../shared/contract/errors.ts'
import { type DeskBookingOutcome, decideDeskBooking } from '../../../../shared/domain/booking.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { type PassClaims, signPassLater } from '../../../lib/pass.ts'
import { defineCommand } from '../../pipeline/command.ts'
import type { PersonContext } from '../../pipeline/context.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { personChanged } from '../../projections/person.ts'
import { recordConflict } from './conflicts.ts'
import { bookingFactsFor, passClaims, writeBooking } from './desk-booking.ts'

type Kept = Pick<OutcomeOf<'desk.book'>, 'kind' | 'booking' | 'deskLabel' | 'insteadOf'> & {
  account: AccountId
  /** What the pass says; the signature is made anew for every answer. Null: the day was revoked. */
  claims: PassClaims | null
}

/**
 * Books a desk; today, that is checking in (R5.1). Errors: those of `decideDeskBooking`; `desk-taken` too when the
 * schema refused what the rules had let through (I1).
 */
export const deskBook = defineCommand<'desk.book', Kept>('desk.book', {
  run(context, payload) {
    // A promise is judged as of when the screen made it (R9.4).
    const when = context.promised ? context.at : context.now
    const person = loadPerson(context, context.account, when)
    if (!person) return failure('session-invalid')
    const facts = bookingFactsFor(context, person.facts, payload)
    const decided = decideDeskBooking(facts, { ...payload, promised: context.promised }, when)
    if (!decided.ok) return decided
    const outcome = decided.value

    const after = outcome.kind === 'already' ? person : writeBooking(context, person, outcome, when)
    if (context.promised) recordConflict(context, person, payload, outcome, when)
    tell(context, person.profile.name, payload, outcome)
    const only = { date: payload.date, cancelled: outcome.cancels }
    context.person = personChanged(context, context.account, {
      only,
      session: context.session,
      person: after,
    })
    const { kind, booking, desk, insteadOf } = outcome
    const claims = passClaims(context.place().facts, after.facts, booking)
    if (claims) context.pass = signPassLater(context.keys.pass, claims)
    return ok({
      kind,
      booking,
      deskLabel: desk.label,
      insteadOf: insteadOf?.label ?? null,
      account: context.account,
      claims,
    })
  },
  refused: (constraint) =>
    constraint === 'primary-key' ? failure('invalid-input', { field: 'booking' }) : failure('desk-taken'),
  async present({ account, claims, ...kept }, { deps, person, pass }) {
    return {
      ...kept,
      pass: (await pass) ?? (claims ? await signPassLater(deps.keys.pass, claims) : ''),
      person: person ?? loadPerson(deps, account, deps.system.now()) ?? null,
    }
  },
})

function tell(
  context: PersonContext,
  name: string,
  payload: PayloadOf<'desk.book'>,
  outcome: DeskBookingOutcome,
): void {
  const { kind, desk, booking, spends, charges } = outcome
  const isToday = payload.date === localDateOf(context.now, context.place().facts.zone)
  const arrived = kind === 'already' ? 'welcome-back' : kind === 'moved' ? 'moved-desk' : 'checked-in'
  context.activity(isToday ? arrived : 'booked', name, desk.label, isToday ? '' : payload.date)
  context.audit('desk.book', booking.id, {
    kind,
    desk: desk.id,
    date: payload.date,
    spends,
    charges,
    at: context.at,
  })
}
