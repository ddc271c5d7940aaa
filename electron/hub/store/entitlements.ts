import type { PlanFacts } from '../../../shared/domain/facts.ts'
import type { AccountId, ItemId, LocalDate, LocationId, PassId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** Plans, and what gives a person access: subscriptions, assignments, day passes. */
export function entitlementsStore(db: Sqlite) {
  const plan = db.prepare<[string, string, string, string | null]>('INSERT INTO plan VALUES (?, ?, ?, ?)')
  const subscribe = db.prepare<[string, string, string, string, string, string | null]>(
    'INSERT INTO subscription VALUES (?, ?, ?, ?, ?, ?)',
  )
  const startsOn = db.prepare<[string], string>('SELECT starts_on FROM subscription WHERE id = ?').pluck()
  const setStart = db.prepare<[string, string]>('UPDATE subscription SET starts_on = ? WHERE id = ?')
  const assign = db.prepare<[string, string, string, string, string | null]>(
    'INSERT INTO assignment VALUES (?, ?, ?, ?, ?)',
  )
  const addPass = db.prepare<[string, string, string, string, string]>(
    'INSERT INTO day_pass (id, account, location, valid_from, expires_on) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    addPlan: ({ id, name, kind, hours }: PlanFacts): void =>
      void plan.run(id, name, kind, hours && JSON.stringify(hours)),
    subscribe: (
      location: LocationId,
      s: { id: string; account: AccountId; plan: string; startsOn: LocalDate; endsOn: LocalDate | null },
    ): void => void subscribe.run(s.id, s.account, location, s.plan, s.startsOn, s.endsOn),
    startOf: (subscription: string): LocalDate | undefined => startsOn.get(subscription),
    setStart: (subscription: string, date: LocalDate): void => void setStart.run(date, subscription),
    assign: (a: {
      id: string
      account: AccountId
      item: ItemId
      startsOn: LocalDate
      endsOn: LocalDate | null
    }) => void assign.run(a.id, a.account, a.item, a.startsOn, a.endsOn),
    addPass: (
      location: LocationId,
      p: { id: PassId; account: AccountId; validFrom: LocalDate; expiresOn: LocalDate },
    ): void => void addPass.run(p.id, p.account, location, p.validFrom, p.expiresOn),
  }
}
