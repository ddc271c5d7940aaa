import type { AccountId, LocalDate } from '../../../shared/domain/ids.ts'
import { periodsDue } from '../../../shared/domain/periods.ts'
import { atLocal, localDateOf } from '../../../shared/domain/time.ts'
import { beginPeriod } from '../commands/plans/plans.ts'
import type { JobContext } from '../pipeline/context.ts'
import { personChanged } from '../projections/person.ts'
import { projectStaffOffers, projectSubscription } from '../projections/plans.ts'
import type { SubscriptionRecord } from '../store/subscriptions.ts'

/**
 * What a new day brings: periods that begin and plans that are over. A hub that was off for months catches up period by
 * period; each is counted from 00:00 at the location on its first day, so that it matters to nobody when we look.
 * Whoever stands at a kiosk at that moment is told.
 */
export function sweepPlans(context: JobContext): void {
  const today = localDateOf(context.now, context.place().facts.zone)
  const changed = new Set<AccountId>()
  for (const subscription of context.store.subscriptions.dueOn(today)) {
    renew(context, subscription, today)
    changed.add(subscription.account)
  }
  for (const subscription of endedBefore(context, today)) {
    projectSubscription(context, subscription)
    tell(context, subscription, 'plan-ended', subscription.endsOn ?? '')
    context.audit('plan.ended', subscription.id, { plan: subscription.plan, endsOn: subscription.endsOn })
    changed.add(subscription.account)
  }
  for (const account of changed) personChanged(context, account)
  projectStaffOffers(context)
}

function renew(context: JobContext, subscription: SubscriptionRecord, today: LocalDate): void {
  const { id, plan: planId, endsOn } = subscription
  const plan = context.store.entitlements.plan(planId)
  if (!plan) throw new Error(`no plan ${planId}`)
  const { periods, renewsOn } = periodsDue(subscription, today)
  for (const startsOn of periods) {
    const at = atLocal(startsOn, '00:00', context.place().facts.zone)
    const order = beginPeriod(context, subscription, plan, startsOn, at)
    tell(context, subscription, 'plan-renewed', startsOn)
    context.audit('plan.renewed', id, { plan: planId, startsOn, order: order?.id ?? null })
  }
  context.store.subscriptions.setTerm(id, endsOn, renewsOn)
  projectSubscription(context, { ...subscription, renewsOn })
}

/** Plans that are still on reception's list and are over: each is found once, as the list is on disk. */
function endedBefore(context: JobContext, today: LocalDate): SubscriptionRecord[] {
  return context.store.scopes.liveIds(context.scopeKey('reception'), 'subscription').flatMap((id) => {
    const record = context.store.subscriptions.find(id)
    return record && record.endsOn !== null && record.endsOn < today ? [record] : []
  })
}

function tell(
  context: JobContext,
  { account, plan }: SubscriptionRecord,
  what: 'plan-renewed' | 'plan-ended',
  day: LocalDate,
): void {
  const name = context.store.people.profile(account)?.name ?? ''
  context.activity(what, name, context.store.entitlements.plan(plan)?.name ?? plan, day)
}
