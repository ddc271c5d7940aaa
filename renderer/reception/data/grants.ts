import type { Grant } from '../../../shared/domain/facts.ts'
import { grantStateAt } from '../../../shared/domain/grants.ts'
import type { Instant, Zone } from '../../../shared/domain/ids.ts'
import { byName } from './people.ts'
import { reachOf, stillAtDoors } from './reach.ts'
import type { GrantRow } from './rows.ts'
import { matches } from './search.ts'

/** The state of a grant as its row shows it (R8.1). */
export type GrantWord =
  | 'active'
  | 'expiring'
  | 'scheduled'
  | 'outside-hours'
  | 'pending'
  | 'expired'
  | 'revoked'

export interface ListedGrant {
  row: GrantRow
  word: GrantWord
}

interface GrantGroups {
  now: ListedGrant[]
  later: ListedGrant[]
  earlier: ListedGrant[]
}

const expiringWithin = 30 * 60_000
/** Milliseconds for which a revoked grant stays where it was clicked, so that its result is read there. */
const revokedShownFor = 10 * 60_000

/** The state of a grant at an instant. */
export function grantWord(row: GrantRow, zone: Zone, at: Instant): GrantWord {
  const { state } = grantStateAt(asGrant(row), zone, at)
  if (state !== 'active') return state
  if (row.doors.some((door) => reachOf(row, door, false) !== 'at-door')) return 'pending'
  return row.until !== null && row.until - at <= expiringWithin ? 'expiring' : 'active'
}

/** True when no door should hold it any more. */
export function isOver(word: GrantWord): boolean {
  return word === 'expired' || word === 'revoked'
}

/** Grants that count now, later and no more; the first two by name, the last by what ended latest. */
export function groupGrants(
  rows: readonly GrantRow[],
  zone: Zone,
  at: Instant,
  words: readonly string[],
  doorName: (id: string) => string,
): GrantGroups {
  const groups: GrantGroups = { now: [], later: [], earlier: [] }
  for (const row of rows) {
    if (!matches(words, row.name, row.email, row.cause.label, ...row.doors.map(doorName))) continue
    const word = grantWord(row, zone, at)
    groups[groupOf(row, word, at)].push({ row, word })
  }
  groups.now.sort((a, b) => byName(a.row, b.row))
  groups.later.sort((a, b) => a.row.from - b.row.from || byName(a.row, b.row))
  groups.earlier.sort((a, b) => endedAt(b.row) - endedAt(a.row) || byName(a.row, b.row))
  return groups
}

function groupOf(row: GrantRow, word: GrantWord, at: Instant): keyof GrantGroups {
  if (word === 'expired') return 'earlier'
  if (row.revoked && at - row.revoked.at > revokedShownFor && stillAtDoors(row).length === 0) return 'earlier'
  return row.from > at ? 'later' : 'now'
}

function endedAt(row: GrantRow): Instant {
  return row.revoked?.at ?? row.until ?? 0
}

function asGrant(row: GrantRow): Grant {
  const { id, account, doors, from, until, hours } = row
  return {
    id,
    account,
    doors,
    from,
    until,
    hours,
    cause: { ...row.cause, id },
    revokedAt: row.revoked?.at ?? null,
  }
}
