import { failure } from '../../../../shared/contract/errors.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { isCountry } from '../../../lib/countries.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { presentPerson } from '../present.ts'

/**
 * Whom bills are made out to from now on (R3.3); those that were made stay as they are. A tax id is kept as it was typed:
 * its form is each country's own. Error: `invalid-input {field}` for a country that there is not.
 */
export const billingSave = defineCommand<'billing.save', { account: string }>('billing.save', {
  run(context, details) {
    if (!isCountry(details.country))
      return failure('invalid-input', { field: 'country' }, 'country: expected an ISO 3166-1 code such as DE')
    context.store.people.setBilling(context.account, details)
    context.audit('billing.save', context.account)
    context.person = personChanged(context, context.account, { session: context.session })
    return ok({ account: context.account })
  },
  present: presentPerson,
})
