import type { Person } from '../../../shared/contract/person.ts'
import type { Grant, PersonFacts } from '../../../shared/domain/facts.ts'
import { deriveGrants } from '../../../shared/domain/grants.ts'
import type { LocalDate } from '../../../shared/domain/ids.ts'
import { randomBelow } from '../../lib/system.ts'
import type { GrantRecord } from '../store/grants.ts'
import type { DayChange } from './person.ts'
import type { Run } from '../pipeline/context.ts'

/** Milliseconds for which reception still sees a grant that is over. */
export const grantShownAfter = 24 * 3_600_000
/** Our own range of credential numbers (DOORS.md, "Credentials"); none is ever used twice. */
const credentials = { from: 2_000_000_000, count: 2_000_000_000 }

type RevokedBy = { at: number; by: string; reason: string } | null

/**
 * Brings a person's grants in the scopes in line with their facts (R6.1): for the devices that host doors while they
 * may open, for reception a day longer. With `only`, those of the bookings of one day.
 */
export function projectGrants(run: Run, person: Person, only?: DayChange): void {
  const { facts } = person
  const considered = only ? ofDay(facts, only.date) : facts
  const known = only ? knownOfDay(run, considered, only) : run.store.grants.ofAccount(facts.account)
  const left = new Map(known.map((record) => [record.id, record]))
  for (const grant of deriveGrants(considered, run.place().facts)) {
    const record = left.get(grant.id) ?? run.store.grants.find(grant.id) ?? newGrant(run, grant)
    left.delete(grant.id)
    projectGrant(run, person, grant, record)
  }
  for (const record of left.values()) withdraw(run, record)
}

const nothingHeld = { reservations: [], eventPlaces: [] }

/** The facts that the grants of one day's bookings follow from. */
export function ofDay(facts: PersonFacts, date: LocalDate): PersonFacts {
  const bookings = facts.bookings.filter((booking) => booking.date === date)
  return { ...facts, bookings, subscriptions: [], assignments: [], manualGrants: [], ...nothingHeld }
}

function knownOfDay(run: Run, { bookings }: PersonFacts, { cancelled }: DayChange): GrantRecord[] {
  const ids = bookings.map(({ id }) => id)
  if (cancelled) ids.push(cancelled)
  return ids.flatMap((id) => run.store.grants.find(`day-booking:${id}`) ?? [])
}

function newGrant(run: Run, { id, account, until }: Grant): GrantRecord {
  let credential: number
  do credential = credentials.from + randomBelow(run.system, credentials.count)
  while (run.store.grants.isTaken(credential))
  run.store.grants.add(id, account, credential, until)
  return { id, account, credential, until, stage: 0, held: {} }
}

function projectGrant(run: Run, person: Person, grant: Grant, record: GrantRecord): void {
  const { id, account, doors, from, until, hours, cause, revokedAt } = grant
  const overSince = until === null ? -Infinity : run.now - until
  const stage = overSince < 0 ? 0 : overSince < grantShownAfter ? 1 : 2
  if (stage === 2 && record.stage === 2) return
  if (stage !== record.stage || until !== record.until) run.store.grants.setStage(id, until, stage)

  const window = { doors, from, until, hours }
  for (const host of hostsOf(run, doors)) {
    const row = { account, ...window, credential: record.credential, revokedAt }
    run.publish(`doors:${host}`, 'grant', id, stage === 0 ? row : null)
  }
  const { name, email } = person.profile
  const because = { kind: cause.kind, label: cause.label }
  const revoked = revokedAt === null ? null : revokedBy(run, account, revokedAt)
  const row = { account, name, email, ...window, cause: because, revoked, held: record.held }
  run.publish('reception', 'grant', id, stage < 2 ? row : null)
}

/** Its fact is gone, so the grant is: a booking was cancelled, a plan moved. */
function withdraw(run: Run, { id, stage }: GrantRecord): void {
  if (stage === 2) return
  run.store.grants.setStage(id, run.now, 2)
  run.publish('reception', 'grant', id, null)
  for (const host of hostsOf(run, run.place().facts.doors)) run.publish(`doors:${host}`, 'grant', id, null)
}

function hostsOf(run: Run, doors: readonly string[]): Set<string> {
  const hosts = new Set<string>()
  for (const door of doors) {
    const host = run.place().doors.get(door)?.hostDevice
    if (host != null) hosts.add(host)
  }
  return hosts
}

function revokedBy(run: Run, account: string, at: number): RevokedBy {
  const record = run.store.grants.revocationsOf(account).find((one) => one.at === at)
  return record ? { at, by: record.by, reason: record.reason } : { at, by: '', reason: '' }
}
