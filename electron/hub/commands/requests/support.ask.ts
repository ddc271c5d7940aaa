import { failure } from '../../../../shared/contract/errors.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { visibleItem } from '../../projections/offers.ts'
import { personChanged } from '../../projections/person.ts'
import { projectRequest } from '../../projections/reception.ts'
import { presentPerson } from '../present.ts'

/**
 * A question to reception, or an enquiry about an item. No terms are asked for (R3.1). Error: `item-unknown`, also for
 * what this person may not see (R1.2).
 */
export const supportAsk = defineCommand<'support.ask', { account: AccountId }>('support.ask', {
  run(context, { request: id, item, text }) {
    const { store, account, now } = context
    const made = store.requests.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'request' })
    if (made) return ok({ account })
    const asking = loadPerson(context, account, now)
    if (!asking) return failure('session-invalid')
    if (item !== null && !visibleItem(context, item, asking.facts)) return failure('item-unknown')
    store.requests.add({ id, account, item, text, at: now })
    const request = store.requests.find(id)
    if (request) projectRequest(context, request)
    const { name, email } = asking.profile
    context.activity('asked', name || email, request?.about ?? '')
    context.audit('support.ask', id, { item })
    context.person = personChanged(context, account, { session: context.session })
    return ok({ account })
  },
  present: presentPerson,
})
