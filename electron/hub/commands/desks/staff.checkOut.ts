import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { personChanged } from '../../projections/person.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** Ends somebody's booking now: the desk is free, the day's access over (R5.5). Errors: `booking-unknown`, `already-done`. */
export const staffCheckOut = defineCommand('staff.checkOut', {
  run(run, { booking: id }) {
    const { store, now } = run
    const booking = store.bookings.find(id)
    if (!booking) return failure('booking-unknown')
    if (booking.cancelled || booking.until <= now) return failure('already-done')
    store.bookings.checkOut(id, now)
    const person = personChanged(run, booking.account, { only: { date: booking.date } })
    run.activity('checked-out', person.profile.name, run.place().deskById.get(booking.item)?.label ?? '')
    run.audit('staff.checkOut', id)
    return ok({})
  },
})
