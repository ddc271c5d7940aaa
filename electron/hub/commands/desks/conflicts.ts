import type { PayloadOf } from '../../../../shared/contract/commands.ts'
import type { Person } from '../../../../shared/contract/person.ts'
import type { DeskBookingOutcome } from '../../../../shared/domain/booking.ts'
import { liveBooking } from '../../../../shared/domain/live.ts'
import { newId } from '../../../lib/system.ts'
import type { PersonContext } from '../../pipeline/context.ts'
import { projectConflict } from '../../projections/reception.ts'
import type { BookingRecord } from '../../store/bookings.ts'

/**
 * One record for reception when two kiosks promised what only one could keep (R9.4): the same desk to two people, or
 * one person's pass twice. `person`: as before the command. `when`: the time of the promise.
 */
export function recordConflict(
  context: PersonContext,
  person: Person,
  payload: PayloadOf<'desk.book'>,
  outcome: DeskBookingOutcome,
  when: number,
): void {
  const other = outcome.insteadOf
    ? holderOf(context, outcome)
    : spentTwice(context, person, payload, outcome, when)
  if (!outcome.insteadOf && !other) return
  const { store, place, device } = context
  const label = (id: string): string => place().deskById.get(id)?.label ?? id
  const kiosk = (id: string): string => store.devices.find(id)?.name ?? id
  const row = {
    at: context.now,
    desk: label(payload.desk),
    given: outcome.desk.label,
    kiosks: [kiosk(device.id), ...(other ? [kiosk(other.device)] : [])],
    times: [when, ...(other ? [other.madeAt] : [])],
    who: person.profile.name,
  }
  const id = newId(context.system)
  store.bookings.addConflict(id, outcome.booking.id, row)
  projectConflict(context, id, row)
  context.activity('conflict', person.profile.name, row.desk, row.given)
}

function holderOf(
  context: PersonContext,
  { booking, insteadOf }: DeskBookingOutcome,
): BookingRecord | undefined {
  if (!insteadOf) return undefined
  return context.store.bookings
    .openOn(insteadOf.id, booking.from)
    .find((held) => held.from < booking.until && held.from < held.until)
}

/** The kiosk believed that it spent a pass, and another one had done so for the same day. */
function spentTwice(
  context: PersonContext,
  { facts }: Person,
  { pay, date }: PayloadOf<'desk.book'>,
  { spends }: DeskBookingOutcome,
  when: number,
): BookingRecord | undefined {
  if (
    pay !== 'pass' ||
    spends !== null ||
    !facts.dayUses.some((day) => day.date === date && day.pass !== null)
  )
    return undefined
  const earlier = liveBooking(facts.bookings, date, when)
  const record = earlier ? context.store.bookings.find(earlier.id) : undefined
  return record && record.device !== context.device.id ? record : undefined
}
