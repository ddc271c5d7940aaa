import { failure } from '../../../../shared/contract/errors.ts'
import type { LocalDate } from '../../../../shared/domain/ids.ts'
import { nextPeriod } from '../../../../shared/domain/periods.ts'
import { ok } from '../../../../shared/domain/result.ts'
import { addDays, localDateOf } from '../../../../shared/domain/time.ts'
import { cancelOrder } from '../orders/orders.ts'
import { personChanged } from '../../projections/person.ts'
import { setTerm } from './plans.ts'
import type { Run } from '../../pipeline/context.ts'
import type { SubscriptionRecord } from '../../store/subscriptions.ts'
import { defineCommand } from '../../pipeline/command.ts'

/**
 * Sets the last day of a plan, sooner or later than it was: access, passes and renewals end with it. A day before its first
 * takes the plan back, as long as it has not run for a day: its unused passes are gone and nobody owes for it.
 * Errors: `subscription-unknown` (one that is over is none), `date-past`.
 */
export const staffEndPlan = defineCommand('staff.endPlan', {
  run(run, { subscription: id, endsOn, reason }) {
    const { store } = run
    const today = localDateOf(run.now, run.place().facts.zone)
    const subscription = store.subscriptions.find(id)
    if (!subscription || isOver(subscription, today)) return failure('subscription-unknown')
    const takesBack = endsOn < subscription.startsOn
    if (takesBack ? subscription.startsOn < today : endsOn < today) return failure('date-past')

    if (takesBack) takeBack(run, subscription, today)
    else endOn(run, subscription, endsOn)
    const person = personChanged(run, subscription.account)
    const planName = store.entitlements.plan(subscription.plan)?.name ?? subscription.plan
    run.activity('plan-ended', person.profile.name, planName, endsOn)
    run.audit('staff.endPlan', id, { endsOn, reason, takenBack: takesBack })
    return ok({})
  },
})

function isOver({ endsOn }: SubscriptionRecord, today: LocalDate): boolean {
  return endsOn !== null && endsOn < today
}

/** Its last day lies behind, so that it counts for nothing: no membership, no plan that runs. */
function takeBack(run: Run, subscription: SubscriptionRecord, today: LocalDate): void {
  setTerm(run, subscription, addDays(today, -2), null)
  run.store.subscriptions.takePassesBack(subscription.id)
  for (const { order } of run.store.subscriptions.periods(subscription.id)) cancelOrder(run, order)
}

function endOn(run: Run, subscription: SubscriptionRecord, endsOn: LocalDate): void {
  const next = nextRenewal(run, subscription)
  setTerm(run, subscription, endsOn, next !== null && next <= endsOn ? next : null)
  run.store.subscriptions.endPasses(subscription.id, endsOn)
}

/** Renewals that an earlier end had called off come back where the plan lasts longer now. */
function nextRenewal(run: Run, { id, plan, startsOn, renewsOn }: SubscriptionRecord): LocalDate | null {
  const last = run.store.subscriptions.periods(id).at(-1)
  const isRenewed = run.store.entitlements.plan(plan)?.period === 'month'
  return renewsOn ?? (isRenewed && last ? nextPeriod(startsOn, last.startsOn) : null)
}
