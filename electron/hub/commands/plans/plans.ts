import type { Order } from '../../../../shared/contract/person.ts'
import { isIncluded } from '../../../../shared/domain/coverage.ts'
import type { Money } from '../../../../shared/domain/facts.ts'
import type { AccountId, Instant, LocalDate } from '../../../../shared/domain/ids.ts'
import { type PlanOfferFacts, passesOf, planTerm } from '../../../../shared/domain/obligations.ts'
import { localDateOf } from '../../../../shared/domain/time.ts'
import { newId } from '../../../lib/system.ts'
import type { JobContext } from '../../pipeline/context.ts'
import { loadPerson } from '../../pipeline/load-person.ts'
import { freeDesk } from '../../projections/bookings.ts'
import { projectSubscription } from '../../projections/plans.ts'
import type { ItemRecord } from '../../store/items.ts'
import type { SubscriptionRecord } from '../../store/subscriptions.ts'
import { addOrder } from '../orders/orders.ts'

/** A plan as it can be had now. `price` null = it costs nothing. */
export interface PlanOnOffer extends PlanOfferFacts {
  name: string
}

export function planOnOffer(record: ItemRecord | undefined): PlanOnOffer | undefined {
  if (!record?.row.plan) return undefined
  const { id, name, price, plan } = record.row
  return { id, name, ...plan, price: price && price.amount > 0 ? price : null }
}

export interface NewSubscription {
  /** Chosen by the device where a person signs up, so that tapping twice is once (I2); else made here. */
  id?: string
  account: AccountId
  plan: PlanOnOffer
  startsOn: LocalDate
  /** What each period costs. */
  price: Money | null
}

/**
 * Gives somebody a plan from a day on: its first period, with the order and the passes (R4.3). What is allowed was decided
 * before (`decideSubscribe`, `decideStart`); whoever calls tells that the person changed.
 */
export function startPlan(
  context: JobContext,
  { id = newId(context.system), account, plan, startsOn, price }: NewSubscription,
): { subscription: SubscriptionRecord; order: Order | null } {
  const { endsOn, renewsOn } = planTerm(plan, startsOn)
  const subscription = { id, account, plan: plan.id, startsOn, endsOn, renewsOn, price }
  context.store.entitlements.subscribe(context.place().facts.id, subscription)
  const order = beginPeriod(context, subscription, plan, startsOn, context.now)
  projectSubscription(context, subscription)
  context.activity('plan-started', context.store.people.profile(account)?.name ?? '', plan.name, startsOn)
  return { subscription, order }
}

/** A period of a plan begins: what was agreed is due, and its passes are there. Throws when it began before (I2). */
export function beginPeriod(
  context: JobContext,
  { id, account, price }: SubscriptionRecord,
  plan: Pick<PlanOnOffer, 'name' | 'passes'>,
  startsOn: LocalDate,
  at: Instant,
): Order | null {
  const { subscriptions, entitlements } = context.store
  const what = `${plan.name}, ${startsOn}`
  const order = price ? addOrder(context, { account, what, price, at }) : null
  subscriptions.addPeriod(id, startsOn, order?.id ?? null)
  for (const pass of passesOf(plan, startsOn)) {
    const mark = { id: newId(context.system), account, subscription: id }
    entitlements.addPass(context.place().facts.id, { ...pass, ...mark })
  }
  return order
}

/**
 * Sets the last day of a plan. Desks that were booked for later because the plan included them are given back, or the plan
 * would open the door after its end (R6.2). Whoever calls tells that the person changed.
 */
export function setTerm(
  context: JobContext,
  subscription: SubscriptionRecord,
  endsOn: LocalDate,
  renewsOn: LocalDate | null,
): void {
  context.store.subscriptions.setTerm(subscription.id, endsOn, renewsOn)
  projectSubscription(context, { ...subscription, endsOn, renewsOn })
  giveBackDesks(context, subscription.account, endsOn)
}

function giveBackDesks(context: JobContext, account: AccountId, after: LocalDate): void {
  const facts = loadPerson(context, account, context.now)?.facts
  if (!facts) return
  const today = localDateOf(context.now, context.place().facts.zone)
  for (const { id, date, cancelled } of facts.bookings) {
    const paid = facts.dayUses.some((use) => use.date === date)
    if (cancelled || date <= after || date < today || paid || isIncluded(facts, date)) continue
    context.store.bookings.cancel(id, context.now)
    freeDesk(context, id)
  }
}
