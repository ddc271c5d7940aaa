import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { AccountId, LocalDate } from '../../../shared/domain/ids.ts'
import { planTerm } from '../../../shared/domain/obligations.ts'
import { newId } from '../../lib/system.ts'
import type { Run } from './run.ts'

/** A plan as an item of the catalogue. */
export type PlanItem = ItemRow & { plan: NonNullable<ItemRow['plan']> }

export interface NewSubscription {
  /** Chosen by the device where that makes a repeat harmless; else made here. */
  id?: string
  account: AccountId
  plan: PlanItem
  startsOn: LocalDate
}

/** A plan that is on offer, whoever may see it; undefined = there is none of that id. */
export function planItem(run: Run, id: string): PlanItem | undefined {
  const row = run.store.items.item(id)?.row
  return row?.kind === 'plan' && row.plan ? { ...row, plan: row.plan } : undefined
}

/**
 * Gives somebody a plan from a day on, with the passes of its first period (R4.3). Whether they may have it, and what it
 * costs, was decided before; `personChanged` is the caller's too. Returns the subscription's id.
 */
export function startPlan(
  run: Run,
  { id = newId(run.system), account, plan, startsOn }: NewSubscription,
): string {
  const { entitlements } = run.store
  const location = run.place().facts.id
  const { endsOn, renewsOn, passes } = planTerm(plan.plan, startsOn)
  entitlements.subscribe(location, { id, account, plan: plan.id, startsOn, endsOn, renewsOn })
  for (const pass of passes) entitlements.addPass(location, { id: newId(run.system), account, ...pass })
  projectSubscription(run, { id, account, plan: plan.id, planName: plan.name, startsOn, endsOn, renewsOn })
  return id
}

/** A plan that runs or is to come, as reception sees it. */
export function projectSubscription(
  run: Run,
  {
    id,
    ...row
  }: {
    id: string
    account: AccountId
    plan: string
    planName: string
    startsOn: LocalDate
    endsOn: LocalDate | null
    renewsOn: LocalDate | null
  },
): void {
  const { name = '', email = '' } = run.store.people.profile(row.account) ?? {}
  run.publish('reception', 'subscription', id, { name, email, ...row })
}
