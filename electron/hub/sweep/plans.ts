import type { AccountId, LocalDate } from '../../../shared/domain/ids.ts'
import { periodsDue } from '../../../shared/domain/periods.ts'
import { atLocal, localDateOf } from '../../../shared/domain/time.ts'
import type { SubscriptionRecord } from '../store/subscriptions.ts'
import { personChanged } from '../projections/person.ts'
import { beginPeriod } from '../commands/plans/plans.ts'
import { projectStaffOffers, projectSubscription } from '../projections/plans.ts'
import type { Run } from '../pipeline/context.ts'

/**
 * What a new day brings: periods that begin and plans that are over. A hub that was off for months catches up period by
 * period; each is counted from 00:00 at the location on its first day, so that it matters to nobody when we look.
 * Whoever stands at a kiosk at that moment is told.
 */
export function sweepPlans(run: Run): void {
  const today = localDateOf(run.now, run.place().facts.zone)
  const changed = new Set<AccountId>()
  for (const subscription of run.store.subscriptions.dueOn(today)) {
    renew(run, subscription, today)
    changed.add(subscription.account)
  }
  for (const subscription of endedBefore(run, today)) {
    projectSubscription(run, subscription)
    tell(run, subscription, 'plan-ended', subscription.endsOn ?? '')
    run.audit('plan.ended', subscription.id, { plan: subscription.plan, endsOn: subscription.endsOn })
    changed.add(subscription.account)
  }
  for (const account of changed) personChanged(run, account)
  projectStaffOffers(run)
}

function renew(run: Run, subscription: SubscriptionRecord, today: LocalDate): void {
  const { id, plan: planId, endsOn } = subscription
  const plan = run.store.entitlements.plan(planId)
  if (!plan) throw new Error(`no plan ${planId}`)
  const { periods, renewsOn } = periodsDue(subscription, today)
  for (const startsOn of periods) {
    const at = atLocal(startsOn, '00:00', run.place().facts.zone)
    const order = beginPeriod(run, subscription, plan, startsOn, at)
    tell(run, subscription, 'plan-renewed', startsOn)
    run.audit('plan.renewed', id, { plan: planId, startsOn, order: order?.id ?? null })
  }
  run.store.subscriptions.setTerm(id, endsOn, renewsOn)
  projectSubscription(run, { ...subscription, renewsOn })
}

/** Plans that are still on reception's list and are over: each is found once, as the list is on disk. */
function endedBefore(run: Run, today: LocalDate): SubscriptionRecord[] {
  return run.store.scopes.liveIds('reception', 'subscription').flatMap((id) => {
    const record = run.store.subscriptions.find(id)
    return record && record.endsOn !== null && record.endsOn < today ? [record] : []
  })
}

function tell(
  run: Run,
  { account, plan }: SubscriptionRecord,
  what: 'plan-renewed' | 'plan-ended',
  day: LocalDate,
): void {
  const name = run.store.people.profile(account)?.name ?? ''
  run.activity(what, name, run.store.entitlements.plan(plan)?.name ?? plan, day)
}
