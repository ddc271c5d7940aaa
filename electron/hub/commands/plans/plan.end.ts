import { failure } from '../../../../shared/contract/errors.ts'
import { lastDayOf } from '../../../../shared/domain/obligations.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { personChanged } from '../../projections/person.ts'
import { presentPerson } from '../present.ts'
import { setTerm } from './plans.ts'

/**
 * Ends a plan with the period that is paid for; its passes stay good as long as they were.
 * Errors: `subscription-unknown`, `already-done` (its last day is known already).
 */
export const planEnd = defineCommand<'plan.end', { account: string }>('plan.end', {
  run(context, { subscription: id }) {
    const { store, account, now } = context
    const subscription = store.subscriptions.find(id)
    if (subscription?.account !== account) return failure('subscription-unknown')
    if (subscription.endsOn !== null) return failure('already-done')
    const { startsOn, renewsOn, plan } = subscription
    const endsOn = lastDayOf(startsOn, renewsOn, localDateOf(now, context.place().facts.zone))
    setTerm(context, subscription, endsOn, null)
    context.person = personChanged(context, account, { session: context.session })
    const planName = store.entitlements.plan(plan)?.name ?? plan
    context.activity('plan-ended', context.person.profile.name, planName, endsOn)
    context.audit('plan.end', id, { endsOn })
    return ok({ account })
  },
  present: presentPerson,
})
