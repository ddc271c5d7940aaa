import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'

/** Ends somebody's booking now: the desk is free, the day's access over (R5.5). Errors: `booking-unknown`, `already-done`. */
export const staffCheckOut = defineCommand('staff.checkOut', {
  run(context, { booking: id }) {
    const { store, now } = context
    const booking = store.bookings.find(id)
    if (!booking) return failure('booking-unknown')
    if (booking.cancelled || booking.until <= now) return failure('already-done')
    store.bookings.checkOut(id, now)
    const person = personChanged(context, booking.account, { only: { date: booking.date } })
    context.activity(
      'checked-out',
      person.profile.name,
      context.place().deskById.get(booking.item)?.label ?? '',
    )
    context.audit('staff.checkOut', id)
    return ok({})
  },
})
