import type { RowOf } from '../../../shared/contract/rows.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import type { JobContext } from '../pipeline/context.ts'
import type { SubscriptionRecord } from '../store/subscriptions.ts'
import { projectAllGrants } from './grants.ts'
import { keepOnly } from './keep-only.ts'

/** Somebody's plan as reception sees it, while it runs or is to come (R8.1). */
export function projectSubscription(context: JobContext, subscription: SubscriptionRecord): void {
  const { id, account, plan, startsOn, endsOn, renewsOn } = subscription
  const today = localDateOf(context.now, context.place().facts.zone)
  if (endsOn !== null && endsOn < today) return context.publish('reception', 'subscription', id, null)
  const { name = '', email = '' } = context.store.people.profile(account) ?? {}
  const planName = context.store.entitlements.plan(plan)?.name ?? plan
  const row = { account, name, email, plan, planName, startsOn, endsOn, renewsOn }
  context.publish('reception', 'subscription', id, row)
}

/** At every start: plans may have come with an upgrade, and their names and hours with the settings file. */
export function projectPlans(context: JobContext): void {
  const { store } = context
  const today = localDateOf(context.now, context.place().facts.zone)
  for (const subscription of store.subscriptions.runningFrom(today))
    projectSubscription(context, subscription)
  projectStaffOffers(context)
  const terms = store.entitlements.planTerms()
  if (store.meta.get(`plans:${context.location}`) === terms) return
  store.meta.set(`plans:${context.location}`, terms)
  projectAllGrants(context)
}

/** What reception can give to somebody: plans on offer, and desks and offices that nobody has or is to have (R4.1). */
export function projectStaffOffers(context: JobContext): void {
  const { store } = context
  const { desks, facts } = context.place()
  const assigned = new Set(store.entitlements.assignedFrom(localDateOf(context.now, facts.zone)))
  const offers = new Map<string, RowOf<'reception', 'offer'>>()
  for (const { row } of store.items.items(context.location)) {
    if (row.kind !== 'plan' && row.kind !== 'office') continue
    if (row.kind === 'plan' ? row.plan !== null : !assigned.has(row.id))
      offers.set(row.id, { kind: row.kind, name: row.name, order: row.order })
  }
  desks.forEach(({ id, label }, order) => {
    if (!assigned.has(id)) offers.set(id, { kind: 'desk', name: label, order })
  })
  for (const [id, row] of offers) context.publish('reception', 'offer', id, row)
  keepOnly(context, 'reception', 'offer', offers.keys())
}
