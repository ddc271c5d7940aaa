import type { Money } from '../../../shared/domain/facts.ts'
import type { AccountId, LocalDate, OrderId, PlanId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

/** Somebody's plan, with what was agreed for each period. */
export interface SubscriptionRecord {
  id: string
  account: AccountId
  plan: PlanId
  /** First and last day, inclusive; `endsOn` null = until ended. */
  startsOn: LocalDate
  endsOn: LocalDate | null
  /** First day of the period that comes next; null = it is not renewed. */
  renewsOn: LocalDate | null
  price: Money | null
}
type Row = Omit<SubscriptionRecord, 'price'> & { amount: number | null; currency: string | null }

const columns = 'id, account, plan, starts_on startsOn, ends_on endsOn, renews_on renewsOn, amount, currency'

/** Subscriptions as they run on: periods, ends, and the passes that they brought. */
export function subscriptionsStore(db: Sqlite, { wrote }: Memory) {
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM subscription WHERE id = ?`)
  const due = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM subscription WHERE renews_on <= ? ORDER BY renews_on, id LIMIT +?`,
  )
  const dueOf = db.prepare<[string, string], Row>(
    `SELECT ${columns} FROM subscription WHERE account = +? AND renews_on <= ? ORDER BY renews_on, id`,
  )
  const openEnded = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM subscription WHERE ends_on IS NULL AND id > ? ORDER BY id LIMIT +?`,
  )
  const ending = db.prepare<[string, string, string, number], Row>(
    `SELECT ${columns} FROM subscription WHERE (ends_on, id) > (?, ?) AND ends_on < ? ORDER BY ends_on, id LIMIT +?`,
  )
  const addPeriod = db.prepare<[string, string, string | null]>(
    'INSERT INTO subscription_period VALUES (?, ?, ?)',
  )
  const periods = db.prepare<[string], { startsOn: LocalDate; order: OrderId | null }>(
    `SELECT starts_on startsOn, purchase "order" FROM subscription_period WHERE subscription = +? ORDER BY starts_on`,
  )
  const setTerm = db
    .prepare<[string | null, string | null, string], AccountId>(
      'UPDATE subscription SET ends_on = ?, renews_on = ? WHERE id = ? RETURNING account',
    )
    .pluck()
  const takeBack = db
    .prepare<[string], AccountId>(
      'DELETE FROM day_pass WHERE subscription = ? AND used_on IS NULL RETURNING account',
    )
    .pluck()
  const shorten = db
    .prepare<[string, string], AccountId>(
      `UPDATE day_pass SET expires_on = min(expires_on, ?) WHERE subscription = ? AND used_on IS NULL
       RETURNING account`,
    )
    .pluck()
  return {
    find(id: string): SubscriptionRecord | undefined {
      const row = find.get(id)
      return row && recordOf(row)
    },
    /** Those of which a period begins on that day or began before, earliest first. */
    dueOn: (today: LocalDate, limit: number): SubscriptionRecord[] => due.all(today, limit).map(recordOf),
    /** The same of one person. */
    dueOf: (account: AccountId, today: LocalDate): SubscriptionRecord[] =>
      dueOf.all(account, today).map(recordOf),
    /** Those without an end, by id, at most `limit` after `id`. */
    openEndedAfter: (id: string, limit: number): SubscriptionRecord[] =>
      openEnded.all(id, limit).map(recordOf),
    /** Those whose last day is before `before`, by last day and id, at most `limit` after the given one. */
    endingAfter: (
      { endsOn, id }: { endsOn: LocalDate; id: string },
      before: LocalDate,
      limit: number,
    ): SubscriptionRecord[] => ending.all(endsOn, id, before, limit).map(recordOf),
    /** Throws when that period began already (I2). */
    addPeriod: (subscription: string, startsOn: LocalDate, order: OrderId | null): void =>
      void addPeriod.run(subscription, startsOn, order),
    /** In order. Empty for one that was taken over from elsewhere. */
    periods: (subscription: string): { startsOn: LocalDate; order: OrderId | null }[] =>
      periods.all(subscription),
    setTerm: (id: string, endsOn: LocalDate | null, renewsOn: LocalDate | null): void =>
      wrote(setTerm.get(endsOn, renewsOn, id), 'subscriptions'),
    /** Takes the passes back that were not used. */
    takePassesBack: (subscription: string): void => wrote(takeBack.all(subscription)[0], 'passes'),
    /** No pass that it brought is good after its last day. */
    endPasses: (subscription: string, last: LocalDate): void =>
      wrote(shorten.all(last, subscription)[0], 'passes'),
  }
}

function recordOf({ amount, currency, ...row }: Row): SubscriptionRecord {
  return { ...row, price: amount === null || currency === null ? null : { amount, currency } }
}
