import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { Money } from '../../../shared/domain/facts.ts'
import type { AccountId, ItemId, LocalDate, LocationId, PassId, PlanId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

export type PlanRecord = { id: PlanId; name: string } & NonNullable<ItemRow['plan']>

interface PlanTable extends Pick<PlanRecord, 'id' | 'name' | 'kind' | 'minutes' | 'period'> {
  hours: string | null
  resources: string
  count: number | null
  days: number | null
}

/** Plans, and what gives a person access: subscriptions, assignments, day passes. */
export function entitlementsStore(db: Sqlite, { wrote, forgetAll }: Memory) {
  const plan = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO plan (id, name, kind, hours_json, minutes, resources_json, pass_count, pass_days, period)
     VALUES (:id, :name, :kind, :hours, :minutes, :resources, :count, :days, :period)
     ON CONFLICT (id) DO UPDATE SET name = :name, kind = :kind, hours_json = :hours, minutes = :minutes,
       resources_json = :resources, pass_count = :count, pass_days = :days, period = :period`,
  )
  const findPlan = db.prepare<[string], PlanTable>(
    `SELECT id, name, kind, hours_json hours, minutes, resources_json resources, pass_count count, pass_days days, period
     FROM plan WHERE id = ?`,
  )
  const allPlans = db
    .prepare<[], string>('SELECT json_array(id, name, kind, hours_json) FROM plan ORDER BY id')
    .pluck()
  const subscribe = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO subscription (id, account, location, plan, starts_on, ends_on, renews_on, amount, currency)
     VALUES (:id, :account, :location, :plan, :startsOn, :endsOn, :renewsOn, :amount, :currency)`,
  )
  const startsOn = db.prepare<[string], string>('SELECT starts_on FROM subscription WHERE id = ?').pluck()
  const setStart = db
    .prepare<[string, string | null, string], AccountId>(
      'UPDATE subscription SET starts_on = ?, renews_on = ? WHERE id = ? RETURNING account',
    )
    .pluck()
  const assign = db.prepare<[string, string, string, string, string | null]>(
    'INSERT INTO assignment VALUES (?, ?, ?, ?, ?)',
  )
  const assignedTo = db
    .prepare<[string, string], string>(
      'SELECT account FROM assignment WHERE item = ? AND coalesce(ends_on >= ?, 1) LIMIT 1',
    )
    .pluck()
  const assigned = db
    .prepare<[string], string>(
      `SELECT item FROM assignment WHERE ends_on IS NULL
       UNION ALL SELECT item FROM assignment WHERE ends_on >= ?`,
    )
    .pluck()
  const addPass = db.prepare<[string, string, string, string, string, string | null]>(
    'INSERT INTO day_pass (id, account, location, valid_from, expires_on, subscription) VALUES (?, ?, ?, ?, ?, ?)',
  )
  return {
    /** A plan's terms; who may sign up for it sees it as an item of the same id. */
    putPlan(id: PlanId, name: string, offer: NonNullable<ItemRow['plan']>): void {
      plan.run({
        id,
        name,
        kind: offer.kind,
        hours: offer.hours && JSON.stringify(offer.hours),
        minutes: offer.minutes,
        resources: JSON.stringify(offer.resources),
        count: offer.passes?.count ?? null,
        days: offer.passes?.validDays ?? null,
        period: offer.period,
      })
      forgetAll()
    },
    subscribe: (
      location: LocationId,
      s: {
        id: string
        account: AccountId
        plan: string
        startsOn: LocalDate
        endsOn: LocalDate | null
        renewsOn: LocalDate | null
        /** What each period costs; null = nothing. */
        price: Money | null
      },
    ): void => {
      const { price, ...rest } = s
      subscribe.run({ ...rest, location, amount: price?.amount ?? null, currency: price?.currency ?? null })
      wrote(s.account, 'subscriptions')
    },
    /** A plan's terms, on offer or not: who has it keeps it. */
    plan(id: PlanId): PlanRecord | undefined {
      const table = findPlan.get(id)
      return table && planFrom(table)
    },
    /** What grants follow from in all plans: for telling whether that changed. */
    planTerms: (): string => JSON.stringify(allPlans.all()),
    /** Desks and offices that are somebody's own, on that day or later. */
    assignedFrom: (date: LocalDate): ItemId[] => [...new Set(assigned.all(date))],
    startOf: (subscription: string): LocalDate | undefined => startsOn.get(subscription),
    setStart: (subscription: string, date: LocalDate, renewsOn: LocalDate | null): void =>
      wrote(setStart.get(date, renewsOn, subscription), 'subscriptions'),
    assign(a: {
      id: string
      account: AccountId
      item: ItemId
      startsOn: LocalDate
      endsOn: LocalDate | null
    }): void {
      assign.run(a.id, a.account, a.item, a.startsOn, a.endsOn)
      wrote(a.account, 'assignments')
    },
    /** Whose an item is on that day or later; undefined = nobody's. */
    assignedTo: (item: ItemId, on: LocalDate): AccountId | undefined => assignedTo.get(item, on),
    addPass(
      location: LocationId,
      p: {
        id: PassId
        account: AccountId
        validFrom: LocalDate
        expiresOn: LocalDate
        /** The subscription that brings it; none = given without one. */
        subscription?: string
      },
    ): void {
      addPass.run(p.id, p.account, location, p.validFrom, p.expiresOn, p.subscription ?? null)
      wrote(p.account, 'passes')
    },
  }
}

function planFrom({ id, name, kind, hours, minutes, resources, count, days, period }: PlanTable): PlanRecord {
  return {
    id,
    name,
    kind,
    hours: hours === null ? null : (JSON.parse(hours) as PlanRecord['hours']),
    passes: count === null || days === null ? null : { count, validDays: days },
    minutes,
    resources: JSON.parse(resources) as ItemId[],
    period,
  }
}
