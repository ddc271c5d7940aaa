import type { Person } from '../../../shared/contract/person.ts'
import type { Grant, PersonFacts } from '../../../shared/domain/facts.ts'
import { deriveGrants } from '../../../shared/domain/grants.ts'
import type { GrantId, LocalDate } from '../../../shared/domain/ids.ts'
import { randomBelow } from '../../lib/system.ts'
import type { JobContext } from '../pipeline/context.ts'
import { loadPerson } from '../pipeline/load-person.ts'
import { type Step, startWalk, walkThrough } from '../pipeline/walks.ts'
import type { GrantRecord } from '../store/grants.ts'
import type { DayChange } from './bookings.ts'
import { projectDoorsForHosts } from './reception.ts'

/** Milliseconds for which reception still sees a grant that is over. */
const grantShownAfter = 24 * 3_600_000
/** Our own range of credential numbers (DOORS.md, "Credentials"); none is used twice while the first is remembered. */
const credentials = { from: 2_000_000_000, count: 2_000_000_000 }

type RevokedBy = { at: number; by: string; reason: string } | null

/**
 * Brings a person's grants in the scopes in line with their facts (R6.1): for the devices that host doors while they
 * may open, for reception a day longer. With `only`, those of the bookings of one day.
 */
export function projectGrants(context: JobContext, person: Person, only?: DayChange): void {
  const { facts } = person
  const considered = only ? ofDay(facts, only.date) : facts
  const { grants } = context.store
  const ofThatDay = only && new Set(grantsOfDay(considered, only))
  const records = ofThatDay
    ? [...ofThatDay].flatMap((id) => grants.find(id) ?? [])
    : grants.ofAccount(facts.account)
  const left = new Map(records.map((record) => [record.id, record]))
  for (const grant of deriveGrants(considered, context.place().facts)) {
    const known = left.get(grant.id) ?? (ofThatDay?.has(grant.id) ? undefined : grants.find(grant.id))
    left.delete(grant.id)
    // One that nobody remembers any more is not made anew.
    if (!known && stageOf(context, grant) === 2) continue
    const record = known ?? newGrant(context, grant)
    projectGrant(context, person, grant, record)
  }
  for (const record of left.values()) withdraw(context, record)
}

const nothingHeld = { reservations: [], eventPlaces: [] }

/** The facts that the grants of one day's bookings follow from. */
export function ofDay(facts: PersonFacts, date: LocalDate): PersonFacts {
  const bookings = facts.bookings.filter((booking) => booking.date === date)
  return { ...facts, bookings, subscriptions: [], assignments: [], manualGrants: [], ...nothingHeld }
}

function grantsOfDay({ bookings }: PersonFacts, { cancelled }: DayChange): GrantId[] {
  const ids = bookings.map(({ id }) => id)
  if (cancelled) ids.push(cancelled)
  return ids.map((id) => `day-booking:${id}`)
}

function newGrant(context: JobContext, { id, account, until }: Grant): GrantRecord {
  let credential: number
  do credential = credentials.from + randomBelow(context.system, credentials.count)
  while (context.store.grants.isTaken(credential))
  context.store.grants.add(id, account, credential, until)
  return { id, account, credential, until, stage: 0, held: {} }
}

function stageOf({ now }: JobContext, { until }: Grant): GrantRecord['stage'] {
  if (until === null || now < until) return 0
  return now - until < grantShownAfter ? 1 : 2
}

function projectGrant(context: JobContext, person: Person, grant: Grant, record: GrantRecord): void {
  const { id, account, doors, from, until, hours, cause, revokedAt } = grant
  const stage = stageOf(context, grant)
  if (stage === 2 && record.stage === 2) return
  if (stage !== record.stage || until !== record.until) context.store.grants.setStage(id, until, stage)

  const window = { doors, from, until, hours }
  for (const host of hostsOf(context, doors)) {
    const row = { account, ...window, credential: record.credential, revokedAt }
    context.publish(`doors:${host}`, 'grant', id, stage === 0 ? row : null)
  }
  const { name, email } = person.profile
  const because = { kind: cause.kind, label: cause.label }
  const revoked = revokedAt === null ? null : revokedBy(context, account, revokedAt)
  const row = { account, name, email, ...window, cause: because, revoked, held: record.held }
  context.publish('reception', 'grant', id, stage < 2 ? row : null)
}

/** Its fact is gone, so the grant is: a booking was cancelled, a plan moved. */
function withdraw(context: JobContext, { id, stage }: GrantRecord): void {
  if (stage === 2) return
  context.store.grants.setStage(id, context.now, 2)
  context.publish('reception', 'grant', id, null)
  for (const host of hostsOf(context, context.place().facts.doors))
    context.publish(`doors:${host}`, 'grant', id, null)
}

function hostsOf(context: JobContext, doors: readonly string[]): Set<string> {
  const hosts = new Set<string>()
  for (const door of doors) {
    const host = context.place().doors.get(door)?.hostDevice
    if (host != null) hosts.add(host)
  }
  return hosts
}

function revokedBy(context: JobContext, account: string, at: number): RevokedBy {
  const record = context.store.grants.revocationsOf(account).find((one) => one.at === at)
  return record ? { at, by: record.by, reason: record.reason } : { at, by: '', reason: '' }
}

/** Every grant that is not over: after doors, hosts or plans changed. Slow with many members, and rare. */
export function projectAllGrants(context: JobContext): void {
  startWalk(context, 'grants', allGrants)
}

/** A host is told of its doors last: one that knew only some of the grants would take the others from the door. */
export const allGrants: Step = (context, cursor, hasTime) => {
  const next = walkThrough(cursor, hasTime, {
    read: context.store.grants.accounts,
    cursorOf: (account) => account,
    seeTo(account) {
      const person = loadPerson(context, account, context.now)
      if (person) projectGrants(context, person)
    },
  })
  if (next === null) projectDoorsForHosts(context)
  return next
}

/** Grants that are over: gone from their doors at once, from reception a day later. */
export const grantsOver: Step = (context, cursor, hasTime) =>
  walkThrough(cursor, hasTime, {
    read: (account, limit) =>
      context.store.grants.due(context.now, context.now - grantShownAfter, account, limit),
    cursorOf: (account) => account,
    seeTo(account) {
      const person = loadPerson(context, account, context.now)
      if (person) projectGrants(context, person)
    },
  })
