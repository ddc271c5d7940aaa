import { failure } from '../../../../shared/contract/errors.ts'
import type { AccountId } from '../../../../shared/domain/ids.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { visibleItem } from '../../projections/offers.ts'
import { loadPerson, personChanged } from '../../projections/person.ts'
import { projectRequest } from '../../engine/requests.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { presentPerson } from '../present.ts'

/**
 * A question to reception, or an enquiry about an item. No terms are asked for (R3.1). Error: `item-unknown`, also for
 * what this person may not see (R1.2).
 */
export const supportAsk = defineCommand<'support.ask', { account: AccountId }>('support.ask', {
  run(run, { request: id, item, text }) {
    const { store, account, now } = run
    const made = store.requests.find(id)
    if (made && made.account !== account) return failure('invalid-input', { field: 'request' })
    if (made) return ok({ account })
    const asking = loadPerson(run, account, now)
    if (!asking) return failure('session-invalid')
    if (item !== null && !visibleItem(run, item, asking.facts)) return failure('item-unknown')
    store.requests.add({ id, account, item, text, at: now })
    const request = store.requests.find(id)
    if (request) projectRequest(run, request)
    const { name, email } = asking.profile
    run.activity('asked', name || email, request?.about ?? '')
    run.audit('support.ask', id, { item })
    run.person = personChanged(run, account, { session: run.session })
    return ok({ account })
  },
  present: presentPerson,
})
