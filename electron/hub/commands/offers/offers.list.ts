import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { offersOf } from '../../projections/offers.ts'
import { loadPerson } from '../../projections/person.ts'
import { rememberOffers } from '../../projections/tell-offers.ts'
import { defineCommand } from '../../pipeline/command.ts'

/** What this person sees beyond the public catalogue (R1.2). A kiosk is told again when it changes. */
export const offersList = defineCommand('offers.list', {
  readOnly: true,
  run(run) {
    const person = loadPerson(run, run.account, run.now)
    if (!person) return failure('session-invalid')
    const offers = offersOf(run, person.facts)
    if (!run.device.roles.includes('phone'))
      rememberOffers(run, { id: run.session, device: run.device.id }, offers)
    return ok(offers)
  },
})
