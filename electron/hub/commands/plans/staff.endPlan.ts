import { failure } from '../../../../shared/contract/errors.ts'
import type { LocalDate } from '../../../../shared/domain/ids.ts'
import { nextPeriod } from '../../../../shared/domain/periods.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { addDays, localDateOf } from '../../../../shared/domain/time.ts'
import { defineCommand } from '../../pipeline/command.ts'
import type { JobContext } from '../../pipeline/context.ts'
import { personChanged } from '../../projections/person.ts'
import type { SubscriptionRecord } from '../../store/subscriptions.ts'
import { cancelOrder } from '../orders/orders.ts'
import { setTerm } from './plans.ts'

/**
 * Sets the last day of a plan, sooner or later than it was: access, passes and renewals end with it. A day before its first
 * takes the plan back, as long as it has not run for a day: its unused passes are gone and nobody owes for it.
 * Errors: `subscription-unknown` (one that is over is none), `date-past`.
 */
export const staffEndPlan = defineCommand('staff.endPlan', {
  run(context, { subscription: id, endsOn, reason }) {
    const { store } = context
    const today = localDateOf(context.now, context.place().facts.zone)
    const subscription = store.subscriptions.find(id)
    if (!subscription || isOver(subscription, today)) return failure('subscription-unknown')
    const takesBack = endsOn < subscription.startsOn
    if (takesBack ? subscription.startsOn < today : endsOn < today) return failure('date-past')

    if (takesBack) takeBack(context, subscription, today)
    else endOn(context, subscription, endsOn)
    const person = personChanged(context, subscription.account)
    const planName = store.entitlements.plan(subscription.plan)?.name ?? subscription.plan
    context.activity('plan-ended', person.profile.name, planName, endsOn)
    context.audit('staff.endPlan', id, { endsOn, reason, takenBack: takesBack })
    return ok({})
  },
})

function isOver({ endsOn }: SubscriptionRecord, today: LocalDate): boolean {
  return endsOn !== null && endsOn < today
}

/** Its last day lies behind, so that it counts for nothing: no membership, no plan that runs. */
function takeBack(context: JobContext, subscription: SubscriptionRecord, today: LocalDate): void {
  setTerm(context, subscription, addDays(today, -2), null)
  context.store.subscriptions.takePassesBack(subscription.id)
  for (const { order } of context.store.subscriptions.periods(subscription.id)) cancelOrder(context, order)
}

function endOn(context: JobContext, subscription: SubscriptionRecord, endsOn: LocalDate): void {
  const next = nextRenewal(context, subscription)
  setTerm(context, subscription, endsOn, next !== null && next <= endsOn ? next : null)
  context.store.subscriptions.endPasses(subscription.id, endsOn)
}

/** Renewals that an earlier end had called off come back where the plan lasts longer now. */
function nextRenewal(
  context: JobContext,
  { id, plan, startsOn, renewsOn }: SubscriptionRecord,
): LocalDate | null {
  const last = context.store.subscriptions.periods(id).at(-1)
  const isRenewed = context.store.entitlements.plan(plan)?.period === 'month'
  return renewsOn ?? (isRenewed && last ? nextPeriod(startsOn, last.startsOn) : null)
}
