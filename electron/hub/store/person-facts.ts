import type { Billing } from '../../../shared/contract/basics.ts'
import type { Person, SupportRequest } from '../../../shared/contract/person.ts'
import type {
  AssignmentFacts,
  BookingFacts,
  DayPassFacts,
  DayUseFacts,
  EventPlaceFacts,
  ManualGrantFacts,
  MembershipFacts,
  PersonFacts,
  PlanFacts,
  ReservationFacts,
  RevocationFacts,
  SubscriptionFacts,
} from '../../../shared/domain/facts.ts'
import type { AccountId, ItemId, LocalDate, LocationId } from '../../../shared/domain/ids.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import { ordersStore } from './orders.ts'
import { type ProfileRow, profileFrom, profileOf } from './people.ts'

/**
 * Reads what a person's decisions are made from (I4). Many small statements: a look-up by key takes 1 µs, a join 10,
 * and a check-in loads a person twice.
 */
export function personFactsStore(db: Sqlite) {
  const profile = db.prepare<[string], ProfileRow & { billing: string | null }>(
    profileOf.replace('FROM', ', billing_json billing FROM'),
  )
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
  const held = heldOf(db)
  const memberships = membershipsOf(db)
  const orders = ordersStore(db)
  const requests = requestsOf(db)
  const entitlements = entitlementsOf(db)

  return {
    /** Profile and facts of a person at a location; bookings, days and passes from `from` on. Undefined: no account. */
    load(account: AccountId, location: string, from: LocalDate): Person | undefined {
      const who = profile.get(account)
      if (!who) return undefined
      const { billing, ...row } = who
      const revoked = revocations.all(account)
      const entitled = entitlements(account, location, from)
      const facts: PersonFacts = {
        account,
        hasName: who.name !== '',
        hasBilling: billing !== null,
        memberships: memberships(account, location, addDays(from, 1), entitled),
        acceptedTerms: terms.all(account, location),
        ...entitled,
        ...held(account, from),
        passes: passes.all(account, from, location, from),
        bookings: bookings(account, location, from, revoked.length > 0),
        dayUses: dayUses.all(account, location, from),
        revocations: revoked,
      }
      return {
        profile: profileFrom(row),
        facts,
        billing: billing === null ? null : (JSON.parse(billing) as Billing),
        orders: orders.ofAccount(account),
        requests: requests(account),
      }
    },
  }
}

/** Cancelled ones count only where something was revoked: moving to another desk must not bring access back. */
function bookingsOf(db: Sqlite) {
  type Row = Omit<BookingFacts, 'cancelled'> & { cancelled: number }
  const select = `SELECT id, item, date, from_at "from", until_at "until", cancelled_at IS NOT NULL cancelled
    FROM booking WHERE account = ? AND location = ? AND date >= ?`
  const uncancelled = db.prepare<[string, string, string], Row>(`${select} AND cancelled_at IS NULL`)
  const all = db.prepare<[string, string, string], Row>(select)
  return (
    account: AccountId,
    location: LocationId,
    from: LocalDate,
    withCancelled: boolean,
  ): BookingFacts[] =>
    (withCancelled ? all : uncancelled)
      .all(account, location, from)
      .map(({ cancelled, ...row }) => ({ ...row, cancelled: cancelled === 1 }))
}

/** Minutes that a plan paid for count for its whole period, and a period is a month: those are looked back for. */
const daysOfPeriod = 31

function heldOf(db: Sqlite) {
  const reservations = db.prepare<[string, string], ReservationFacts>(
    `SELECT id, item, (SELECT name FROM item WHERE id = reservation.item) itemName, from_at "from", until_at "until",
       covered
     FROM reservation WHERE account = ? AND date >= ? AND cancelled_at IS NULL ORDER BY from_at`,
  )
  const places = db.prepare<[string, number], EventPlaceFacts>(
    `SELECT p.id, p.event, i.name eventName, e.from_at "from", e.until_at "until"
     FROM event_place p JOIN event e ON e.item = p.event JOIN item i ON i.id = p.event
     WHERE p.account = ? AND p.cancelled_at IS NULL AND e.until_at > ? ORDER BY e.from_at`,
  )
  return (account: AccountId, from: LocalDate) => ({
    reservations: reservations.all(account, addDays(from, -daysOfPeriod)),
    // By UTC: `from` is yesterday, so that nothing of today is missed in any zone.
    eventPlaces: places.all(account, Date.parse(from)),
  })
}

/** Where somebody belongs: by name, or here by what they have or will have (R1.2, R4.3). */
function membershipsOf(db: Sqlite) {
  const named = db.prepare<[string], MembershipFacts>(
    `SELECT location, role FROM membership
     WHERE account = ? AND location IN (SELECT id FROM network_location WHERE retired_at IS NULL)`,
  )
  return (
    account: AccountId,
    here: LocationId,
    today: LocalDate,
    { subscriptions, assignments }: Pick<PersonFacts, 'subscriptions' | 'assignments'>,
  ): MembershipFacts[] => {
    const known = named.all(account)
    const entitled = [...subscriptions, ...assignments].some(
      ({ endsOn }) => endsOn === null || endsOn >= today,
    )
    if (!entitled || known.some(({ location }) => location === here)) return known
    return [...known, { location: here, role: 'member' }]
  }
}

/** How many questions a person is shown. */
const requestsShown = 20

function requestsOf(db: Sqlite) {
  const of = db.prepare<
    [string, number],
    Omit<SupportRequest, 'answer'> & { answer: string | null; answeredAt: number | null; by: string | null }
  >(
    `SELECT id, coalesce((SELECT name FROM item WHERE id = request.item), '') about, text, at, answer,
       answered_at answeredAt, (SELECT name FROM staff WHERE id = request.answered_by) by
     FROM request WHERE account = ? ORDER BY at DESC, id DESC LIMIT ?`,
  )
  return (account: AccountId): SupportRequest[] =>
    of.all(account, requestsShown).map(({ answer, answeredAt, by, ...request }) => ({
      ...request,
      answer: answer === null || answeredAt === null ? null : { text: answer, at: answeredAt, by: by ?? '' },
    }))
}

function entitlementsOf(db: Sqlite) {
  const subscriptions = db.prepare<
    [string, string, string],
    Omit<SubscriptionFacts, 'plan'> & { plan: string }
  >(
    `SELECT id, plan, starts_on startsOn, ends_on endsOn, renews_on renewsOn FROM subscription
     WHERE account = ? AND location = ? AND coalesce(ends_on >= ?, 1)`,
  )
  const plan = db.prepare<
    [string],
    Omit<PlanFacts, 'hours' | 'resources'> & { hours: string | null; resources: string }
  >('SELECT id, name, kind, hours_json hours, minutes, resources_json resources FROM plan WHERE id = ?')
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
    if (!row) return []
    const hours = row.hours === null ? null : (JSON.parse(row.hours) as PlanFacts['hours'])
    return [{ ...row, hours, resources: JSON.parse(row.resources) as ItemId[] }]
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
