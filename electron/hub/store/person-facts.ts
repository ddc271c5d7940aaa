import type { Person, Profile } from '../../../shared/contract/facts.ts'
import type {
  AssignmentFacts,
  BookingFacts,
  DayPassFacts,
  DayUseFacts,
  ManualGrantFacts,
  PersonFacts,
  PlanFacts,
  RevocationFacts,
  SubscriptionFacts,
} from '../../../shared/domain/facts.ts'
import type { AccountId, LocalDate } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/**
 * Reads what a person's decisions are made from (I4). Many small statements: a look-up by key takes 1 µs, a join 10,
 * and a check-in loads a person twice.
 */
export function personFactsStore(db: Sqlite) {
  const profile = db.prepare<[string], Profile>('SELECT email, name, phone, bio FROM account WHERE id = ?')
  const terms = db
    .prepare<[string, string], number>('SELECT version FROM acceptance WHERE account = ? AND location = ?')
    .pluck()
  const passes = db.prepare<[string, string, string, string], DayPassFacts>(
    `SELECT id, valid_from validFrom, expires_on expiresOn, used_on usedOn FROM day_pass
     WHERE account = ? AND expires_on >= ? AND location = ? AND coalesce(used_on >= ?, 1)`,
  )
  const dayUses = db.prepare<[string, string, string], DayUseFacts>(
    'SELECT date, pass, purchase "order" FROM day_use WHERE account = ? AND location = ? AND date >= ?',
  )
  const revocations = db.prepare<[string], RevocationFacts>(
    'SELECT grant_id "grant", at FROM revocation WHERE account = ?',
  )
  const bookings = bookingsOf(db)
  const entitlements = entitlementsOf(db)

  return {
    /** Profile and facts of a person at a location; bookings, days and passes from `from` on. Undefined: no account. */
    load(account: AccountId, location: string, from: LocalDate): Person | undefined {
      const who = profile.get(account)
      if (!who) return undefined
      const revoked = revocations.all(account)
      const facts: PersonFacts = {
        account,
        hasName: who.name !== '',
        acceptedTerms: terms.all(account, location),
        ...entitlements(account, location, from),
        passes: passes.all(account, from, location, from),
        bookings: bookings(account, from, revoked.length > 0),
        dayUses: dayUses.all(account, location, from),
        revocations: revoked,
      }
      return { profile: who, facts }
    },
  }
}

/** Cancelled ones count only where something was revoked: moving to another desk must not bring access back. */
function bookingsOf(db: Sqlite) {
  type Row = Omit<BookingFacts, 'cancelled'> & { cancelled: number }
  const select = `SELECT id, item, date, from_at "from", until_at "until", cancelled_at IS NOT NULL cancelled
    FROM booking WHERE account = ? AND date >= ?`
  const uncancelled = db.prepare<[string, string], Row>(`${select} AND cancelled_at IS NULL`)
  const all = db.prepare<[string, string], Row>(select)
  return (account: AccountId, from: LocalDate, withCancelled: boolean): BookingFacts[] =>
    (withCancelled ? all : uncancelled)
      .all(account, from)
      .map(({ cancelled, ...row }) => ({ ...row, cancelled: cancelled === 1 }))
}

function entitlementsOf(db: Sqlite) {
  const subscriptions = db.prepare<
    [string, string, string],
    Omit<SubscriptionFacts, 'plan'> & { plan: string }
  >(
    `SELECT id, plan, starts_on startsOn, ends_on endsOn FROM subscription
     WHERE account = ? AND location = ? AND coalesce(ends_on >= ?, 1)`,
  )
  const plan = db.prepare<[string], Omit<PlanFacts, 'hours'> & { hours: string | null }>(
    'SELECT id, name, kind, hours_json hours FROM plan WHERE id = ?',
  )
  const assignments = db.prepare<[string, string], Omit<AssignmentFacts, 'itemName'>>(
    `SELECT id, item, starts_on startsOn, ends_on endsOn FROM assignment
     WHERE account = ? AND coalesce(ends_on >= ?, 1)`,
  )
  const item = db
    .prepare<[string, string], string>('SELECT name FROM item WHERE id = ? AND location = ?')
    .pluck()
  const manual = db.prepare<[string], Omit<ManualGrantFacts, 'doors'> & { doors: string }>(
    `SELECT id, doors_json doors, from_at "from", until_at "until",
       (SELECT name FROM staff WHERE id = manual_grant.staff) staff
     FROM manual_grant WHERE account = ?`,
  )
  const planOf = (id: string): PlanFacts[] => {
    const row = plan.get(id)
    return row
      ? [{ ...row, hours: row.hours === null ? null : (JSON.parse(row.hours) as PlanFacts['hours']) }]
      : []
  }
  return (account: AccountId, location: string, from: LocalDate) => ({
    subscriptions: subscriptions
      .all(account, location, from)
      .flatMap((row) => planOf(row.plan).map((known) => ({ ...row, plan: known }))),
    assignments: assignments.all(account, from).flatMap((row) => {
      const itemName = item.get(row.item, location)
      return itemName === undefined ? [] : [{ ...row, itemName }]
    }),
    manualGrants: manual.all(account).map((row) => ({ ...row, doors: JSON.parse(row.doors) as string[] })),
  })
}
