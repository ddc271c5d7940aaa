import { failure } from '../../../../shared/contract/errors.ts'
import { decideSubscribe } from '../../../../shared/domain/obligations.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { defineCommand } from '../../pipeline/command.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { visibleItem } from '../../projections/offers.ts'
import { personChanged } from '../../projections/person.ts'
import { type KeptOrder, presentOrder } from '../present.ts'
import { planOnOffer, startPlan } from './plans.ts'

/**
 * Signs up for a plan from a day on (R4.3). The id of the subscription is the device's: the same again is the same
 * subscription, with one order and one set of passes (I2). Errors: `plan-unknown`, also for one that this person may not
 * see (R1.2); those of `decideSubscribe`.
 */
export const planSubscribe = defineCommand<'plan.subscribe', KeptOrder>('plan.subscribe', {
  run(context, { subscription: id, plan: planId, startsOn, price }) {
    const { store, account, now } = context
    const known = store.subscriptions.find(id)
    if (known) {
      if (known.account !== account || known.plan !== planId || known.startsOn !== startsOn)
        return failure('invalid-input', { field: 'subscription' })
      return ok({ account, order: store.subscriptions.periods(id)[0]?.order ?? null })
    }
    const person = loadPerson(context, account, now)
    if (!person) return failure('session-invalid')
    const plan = planOnOffer(visibleItem(context, planId, person.facts))
    if (!plan) return failure('plan-unknown')
    const facts = { person: person.facts, place: context.place().facts, plan }
    const decided = decideSubscribe(facts, { startsOn, price }, now)
    if (!decided.ok) return decided

    const { order } = startPlan(context, { id, account, plan, startsOn, price: decided.value.charges })
    context.audit('plan.subscribe', id, { plan: planId, startsOn, order: order?.id ?? null })
    context.person = personChanged(context, account, { session: context.session })
    return ok({ account, order: order?.id ?? null })
  },
  present: presentOrder,
})
