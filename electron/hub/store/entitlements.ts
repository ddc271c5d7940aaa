import type { ItemRow } from '../../../shared/contract/rows.ts'
import type { AccountId, ItemId, LocalDate, LocationId, PassId, PlanId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** Plans, and what gives a person access: subscriptions, assignments, day passes. */
export function entitlementsStore(db: Sqlite) {
  const plan = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO plan (id, name, kind, hours_json, minutes, resources_json, pass_count, pass_days, period)
     VALUES (:id, :name, :kind, :hours, :minutes, :resources, :count, :days, :period)
     ON CONFLICT (id) DO UPDATE SET name = :name, kind = :kind, hours_json = :hours, minutes = :minutes,
       resources_json = :resources, pass_count = :count, pass_days = :days, period = :period`,
  )
  const subscribe = db.prepare<[string, string, string, string, string, string | null, string | null]>(
    `INSERT INTO subscription (id, account, location, plan, starts_on, ends_on, renews_on) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  )
  const startsOn = db.prepare<[string], string>('SELECT starts_on FROM subscription WHERE id = ?').pluck()
  const setStart = db.prepare<[string, string]>('UPDATE subscription SET starts_on = ? WHERE id = ?')
  const assign = db.prepare<[string, string, string, string, string | null]>(
    'INSERT INTO assignment VALUES (?, ?, ?, ?, ?)',
  )
  const assignedTo = db
    .prepare<[string, string], string>(
      'SELECT account FROM assignment WHERE item = ? AND coalesce(ends_on >= ?, 1) LIMIT 1',
    )
    .pluck()
  const addPass = db.prepare<[string, string, string, string, string]>(
    'INSERT INTO day_pass (id, account, location, valid_from, expires_on) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    /** A plan's terms; who may sign up for it sees it as an item of the same id. */
    putPlan: (id: PlanId, name: string, offer: NonNullable<ItemRow['plan']>): void =>
      void plan.run({
        id,
        name,
        kind: offer.kind,
        hours: offer.hours && JSON.stringify(offer.hours),
        minutes: offer.minutes,
        resources: JSON.stringify(offer.resources),
        count: offer.passes?.count ?? null,
        days: offer.passes?.validDays ?? null,
        period: offer.period,
      }),
    subscribe: (
      location: LocationId,
      s: {
        id: string
        account: AccountId
        plan: string
        startsOn: LocalDate
        endsOn: LocalDate | null
        renewsOn: LocalDate | null
      },
    ): void => void subscribe.run(s.id, s.account, location, s.plan, s.startsOn, s.endsOn, s.renewsOn),
    startOf: (subscription: string): LocalDate | undefined => startsOn.get(subscription),
    setStart: (subscription: string, date: LocalDate): void => void setStart.run(date, subscription),
    assign: (a: {
      id: string
      account: AccountId
      item: ItemId
      startsOn: LocalDate
      endsOn: LocalDate | null
    }) => void assign.run(a.id, a.account, a.item, a.startsOn, a.endsOn),
    /** Whose an item is on that day or later; undefined = nobody's. */
    assignedTo: (item: ItemId, on: LocalDate): AccountId | undefined => assignedTo.get(item, on),
    addPass: (
      location: LocationId,
      p: { id: PassId; account: AccountId; validFrom: LocalDate; expiresOn: LocalDate },
    ): void => void addPass.run(p.id, p.account, location, p.validFrom, p.expiresOn),
  }
}
