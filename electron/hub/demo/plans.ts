import plans from '../../../resources/demo/plans.json' with { type: 'json' }
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { planTerm } from '../../../shared/domain/obligations.ts'
import { nextPeriod } from '../../../shared/domain/periods.ts'
import { type PlanSetting, planConfig } from '../settings/read/plans.ts'
import type { SubscriptionRecord } from '../store/subscriptions.ts'

/** What the demo offers, written as in foyer.yaml but for the currency. */
export function demoPlans(currency: string): PlanSetting[] {
  return plans.map(({ price, ...plan }) => planConfig.parse({ ...plan, price: { amount: price, currency } }))
}

/** The term of somebody who has had a plan of the demo for a while: what is past was paid for. */
export function demoTerm(
  planId: string,
  startsOn: LocalDate,
  today: LocalDate,
  currency: string,
): Pick<SubscriptionRecord, 'startsOn' | 'endsOn' | 'renewsOn' | 'price'> {
  const plan = demoPlans(currency).find(({ id }) => id === planId)
  if (!plan) throw new Error(`the demo has no plan ${planId}`)
  const { endsOn, renewsOn } = planTerm({ passes: plan.passes ?? null, period: plan.period }, startsOn)
  const next = renewsOn && nextPeriod(startsOn, today < startsOn ? startsOn : today)
  return { startsOn, endsOn, renewsOn: next, price: plan.price ?? null }
}
