import type { RowOf } from '../../../shared/contract/rows.ts'
import { localDateOf } from '../../../shared/domain/time.ts'
import type { SubscriptionRecord } from '../store/subscriptions.ts'
import { projectAllGrants } from '../commands/doors/hosts.ts'
import type { Run } from '../pipeline/context.ts'

/** Somebody's plan as reception sees it, while it runs or is to come (R8.1). */
export function projectSubscription(run: Run, subscription: SubscriptionRecord): void {
  const { id, account, plan, startsOn, endsOn, renewsOn } = subscription
  const today = localDateOf(run.now, run.place().facts.zone)
  if (endsOn !== null && endsOn < today) return run.publish('reception', 'subscription', id, null)
  const { name = '', email = '' } = run.store.people.profile(account) ?? {}
  const planName = run.store.entitlements.plan(plan)?.name ?? plan
  const row = { account, name, email, plan, planName, startsOn, endsOn, renewsOn }
  run.publish('reception', 'subscription', id, row)
}

/** At every start: plans may have come with an upgrade, and their names and hours with the settings file. */
export function projectPlans(run: Run): void {
  const { store } = run
  const today = localDateOf(run.now, run.place().facts.zone)
  for (const subscription of store.subscriptions.runningFrom(today)) projectSubscription(run, subscription)
  projectStaffOffers(run)
  const terms = store.entitlements.planTerms()
  if (store.meta.get('plans') === terms) return
  store.meta.set('plans', terms)
  projectAllGrants(run)
}

/** What reception can give to somebody: plans on offer, and desks and offices that nobody has or is to have (R4.1). */
export function projectStaffOffers(run: Run): void {
  const { store } = run
  const { desks, facts } = run.place()
  const assigned = new Set(store.entitlements.assignedFrom(localDateOf(run.now, facts.zone)))
  const offers = new Map<string, RowOf<'reception', 'offer'>>()
  for (const { row } of store.items.items()) {
    if (row.kind !== 'plan' && row.kind !== 'office') continue
    if (row.kind === 'plan' ? row.plan !== null : !assigned.has(row.id))
      offers.set(row.id, { kind: row.kind, name: row.name, order: row.order })
  }
  desks.forEach(({ id, label }, order) => {
    if (!assigned.has(id)) offers.set(id, { kind: 'desk', name: label, order })
  })
  for (const [id, row] of offers) run.publish('reception', 'offer', id, row)
  for (const id of store.scopes.liveIds('reception', 'offer'))
    if (!offers.has(id)) run.publish('reception', 'offer', id, null)
}
