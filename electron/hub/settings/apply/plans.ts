import type { ItemRow } from '../../../../shared/contract/rows.ts'
import type { JobContext } from '../../pipeline/context.ts'
import type { PlanSetting } from '../read/plans.ts'
import type { Config } from '../read/schema.ts'
import type { Defaults } from './defaults.ts'

/**
 * Brings the plans on offer in line with the settings file. One that is no longer in it is on offer no more; whoever has it
 * keeps it, on its last terms.
 */
export function putPlans(
  context: JobContext,
  location: string,
  { plans: said }: Config,
  defaults: Defaults,
): void {
  const { items, entitlements } = context.store
  const wanted = said ?? defaults.plans
  wanted.forEach((plan, order) => {
    const row = planRow(plan, order)
    entitlements.putPlan(plan.id, plan.name, row.plan)
    items.putItem(location, row)
  })
  const ids = new Set(wanted.map(({ id }) => id))
  for (const { row } of items.items(location))
    if (row.kind === 'plan' && !ids.has(row.id)) items.retire(row.id, context.now)
}

type PlanRow = ItemRow & { plan: NonNullable<ItemRow['plan']> }

/** A plan as it stands in the catalogue, under its own id. */
export function planRow(setting: PlanSetting, order: number): PlanRow {
  const { id, name, description = '', price, visibility = 'public', period } = setting
  const { kind, hours = null, passes = null, minutes = 0, resources = [] } = setting
  return {
    id,
    kind: 'plan',
    name,
    description,
    price: price ?? null,
    per: period === 'month' ? 'month' : 'once',
    order,
    visibility,
    exclusive: false,
    area: '',
    capacity: null,
    features: [],
    photo: null,
    bookable: null,
    event: null,
    plan: { kind, hours, passes, minutes, resources, period },
    stock: null,
    at: null,
  }
}
