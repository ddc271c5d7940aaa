import type { AccountId, LocalDate } from '../../../shared/domain/ids.ts'
import { periodsDue } from '../../../shared/domain/periods.ts'
import { addDays, atLocal, localDateOf } from '../../../shared/domain/time.ts'
import { beginPeriod } from '../commands/plans/plans.ts'
import type { JobContext } from '../pipeline/context.ts'
import { isWalking, type Step, startWalk, walkThrough } from '../pipeline/walks.ts'
import { personChanged } from '../projections/person.ts'
import { endCursor, projectStaffOffers, projectSubscription } from '../projections/plans.ts'
import type { SubscriptionRecord } from '../store/subscriptions.ts'

/**
 * What a new day brings: periods that begin and plans that are over. A hub that was off for months catches up period by
 * period; each is counted from 00:00 at the location on its first day, so that it matters to nobody when we look.
 * Whoever stands at a kiosk at that moment is told.
 */
export function sweepPlans(context: JobContext): void {
  startWalk(context, 'plans-begin', beginningPlans)
  startWalk(context, 'plans-ended', endedPlans)
  projectStaffOffers(context)
}

/** The periods of one person that are due while the walk has not come to them: for whatever is decided about them now. */
export function beginPeriodsOf(context: JobContext, account: AccountId): void {
  if (!isWalking(context, 'plans-begin')) return
  const today = todayOf(context)
  const due = context.store.subscriptions.dueOf(account, today)
  for (const subscription of due) renew(context, subscription, today)
  if (due.length > 0) personChanged(context, account)
}

/** None is found twice: what was renewed is due another day. */
export const beginningPlans: Step = (context, cursor, hasTime) => {
  const today = todayOf(context)
  return withPeople(context, (changed) =>
    walkThrough(cursor, hasTime, {
      read: (_, limit) => context.store.subscriptions.dueOn(today, limit),
      cursorOf: () => today,
      seeTo(subscription) {
        renew(context, subscription, today)
        changed.add(subscription.account)
      },
    }),
  )
}

/** Days for which plans that ended are looked at again: an end can be set a little late, and a clock put right. */
const lookedBack = 7

/** Plans that are over and still on reception's list: each is found once, as the list is on disk. */
export const endedPlans: Step = (context, cursor, hasTime) => {
  const { store } = context
  const today = todayOf(context)
  const seenUntil = `plans-ended:${context.location}`
  const next = withPeople(context, (changed) =>
    walkThrough(cursor === '' ? `${store.meta.get(seenUntil) ?? ''}|` : cursor, hasTime, {
      read(after, limit) {
        const [endsOn = '', id = ''] = after.split('|')
        return store.subscriptions.endingAfter({ endsOn, id }, today, limit)
      },
      cursorOf: endCursor,
      seeTo(subscription) {
        if (!store.scopes.isLive(context.scopeKey('reception'), 'subscription', subscription.id)) return
        end(context, subscription)
        changed.add(subscription.account)
      },
    }),
  )
  if (next === null) store.meta.set(seenUntil, addDays(today, -lookedBack))
  return next
}

/** Each person once, however many of their plans changed. */
function withPeople(context: JobContext, walk: (changed: Set<AccountId>) => string | null): string | null {
  const changed = new Set<AccountId>()
  const next = walk(changed)
  for (const account of changed) personChanged(context, account)
  return next
}

function todayOf(context: JobContext): LocalDate {
  return localDateOf(context.now, context.place().facts.zone)
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

function end(context: JobContext, subscription: SubscriptionRecord): void {
  const { id, plan, endsOn } = subscription
  projectSubscription(context, subscription)
  tell(context, subscription, 'plan-ended', endsOn ?? '')
  context.audit('plan.ended', id, { plan, endsOn })
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
