import { failure } from '../../../../shared/contract/errors.ts'
import { decideStart } from '../../../../shared/domain/obligations.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { personChanged } from '../../projections/person.ts'
import { planOnOffer, startPlan } from './plans.ts'

/**
 * Gives somebody a plan from a day on, whoever may see it; what it costs is due. They accept the terms at their first own
 * obligation (R4.4). Errors: `account-unknown`, `plan-unknown`, `plan-running`, `date-past`, `date-too-far`.
 */
export const staffSubscribe = defineCommand('staff.subscribe', {
  run(context, { account, plan: planId, startsOn }) {
    const person = loadPerson(context, account, context.now)
    if (!person) return failure('account-unknown')
    const plan = planOnOffer(context.store.items.item(planId))
    if (!plan) return failure('plan-unknown')
    const decided = decideStart(person.facts, context.place().facts, plan, startsOn, context.now)
    if (!decided.ok) return decided
    const { subscription, order } = startPlan(context, { account, plan, startsOn, price: plan.price })
    personChanged(context, account)
    const detail = { account, plan: planId, startsOn, order: order?.id ?? null }
    context.audit('staff.subscribe', subscription.id, detail)
    return ok({})
  },
})
