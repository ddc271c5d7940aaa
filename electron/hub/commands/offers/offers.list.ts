import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { rememberOffers } from '../../projections/notify-offers.ts'
import { offersOf } from '../../projections/offers.ts'

/** What this person sees beyond the public catalogue (R1.2). A kiosk is told again when it changes. */
export const offersList = defineCommand('offers.list', {
  readOnly: true,
  run(context) {
    const person = loadPerson(context, context.account, context.now)
    if (!person) return failure('session-invalid')
    const offers = offersOf(context, person.facts)
    if (!context.device.roles.includes('phone'))
      rememberOffers(context, { id: context.session, device: context.device.id }, offers)
    return ok(offers)
  },
})
