import { failure } from '../../../../shared/contract/errors.ts'
import { lastDayOf } from '../../../../shared/domain/obligations.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { personChanged } from '../../projections/person.ts'
import { setTerm } from './plans.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { presentPerson } from '../present.ts'

/**
 * Ends a plan with the period that is paid for; its passes stay good as long as they were.
 * Errors: `subscription-unknown`, `already-done` (its last day is known already).
 */
export const planEnd = defineCommand<'plan.end', { account: string }>('plan.end', {
  run(run, { subscription: id }) {
    const { store, account, now } = run
    const subscription = store.subscriptions.find(id)
    if (subscription?.account !== account) return failure('subscription-unknown')
    if (subscription.endsOn !== null) return failure('already-done')
    const { startsOn, renewsOn, plan } = subscription
    const endsOn = lastDayOf(startsOn, renewsOn, localDateOf(now, run.place().facts.zone))
    setTerm(run, subscription, endsOn, null)
    run.person = personChanged(run, account, { session: run.session })
    const planName = store.entitlements.plan(plan)?.name ?? plan
    run.activity('plan-ended', run.person.profile.name, planName, endsOn)
    run.audit('plan.end', id, { endsOn })
    return ok({ account })
  },
  present: presentPerson,
})
