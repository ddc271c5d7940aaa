import type { DoorGrantRow } from '../../../shared/contract/rows.ts'
import type { Grant } from '../../../shared/domain/facts.ts'
import { heldWindow, nextBoundary } from '../../../shared/domain/grants.ts'
import type { GrantId, Instant, Zone } from '../../../shared/domain/ids.ts'
import type { WantedGrant } from './driver.ts'

export type GrantRow = DoorGrantRow & { id: GrantId }

export interface Wanted {
  /** All rows, each time; what did not change costs next to nothing. */
  set(rows: readonly GrantRow[]): void
  /** What the controller should hold at `now`, and when that changes next by itself; null = never. */
  at(now: Instant, zone: Zone): { wanted: ReadonlyMap<GrantId, WantedGrant>; nextAt: Instant | null }
}

/** True from `from` until before `until`. */
interface Known {
  from: Instant
  until: Instant | null
  zone: Zone
  window: { from: Instant; until: Instant | null } | null
}

interface Entry {
  row: GrantRow
  text: string
  known: Known | null
}

const day = 86_400_000

/**
 * Working out windows costs milliseconds where there are weekly hours, so each is kept until its next boundary, and
 * grants that are well within their term share those of their hours: a plan's members all change at closing time.
 */
export function createWanted(): Wanted {
  let entries = new Map<GrantId, Entry>()

  const of = (entry: Entry, now: Instant, zone: Zone, shared: Map<string, Known>): Known => {
    const { known } = entry
    if (known && known.zone === zone && known.from <= now && (known.until === null || now < known.until))
      return known
    entry.known =
      (sharesHours(entry.row, now) && ofHours(entry.row, now, zone, shared)) || workOut(entry.row, now, zone)
    return entry.known
  }

  return {
    set(rows) {
      const before = entries
      entries = new Map()
      for (const row of rows) {
        const text = JSON.stringify(row)
        const same = before.get(row.id)
        entries.set(row.id, same?.text === text ? same : { row, text, known: null })
      }
    },
    at(now, zone) {
      const wanted = new Map<GrantId, WantedGrant>()
      const shared = new Map<string, Known>()
      let nextAt: Instant | null = null
      for (const [id, entry] of entries) {
        const known = of(entry, now, zone, shared)
        const { credential } = entry.row
        if (known.window) wanted.set(id, { grant: id, credential, ...known.window })
        if (known.until !== null && (nextAt === null || known.until < nextAt)) nextAt = known.until
      }
      return { wanted, nextAt }
    },
  }
}

function workOut(row: GrantRow, now: Instant, zone: Zone): Known {
  const grant = toGrant(row)
  return { from: now, until: nextBoundary(grant, zone, now), zone, window: heldWindow(grant, zone, now) }
}

/** Neither its beginning nor its end is near what the rules look at: today, and two weeks and 36 h ahead. */
function sharesHours({ hours, from, until, revokedAt }: GrantRow, now: Instant): boolean {
  return (
    hours !== null &&
    revokedAt === null &&
    from <= now - 2 * day &&
    (until === null || until > now + 30 * day)
  )
}

/** As for a grant without beginning and end; null when the hours have no boundary, so that the end may be the next. */
function ofHours(row: GrantRow, now: Instant, zone: Zone, shared: Map<string, Known>): Known | null {
  const key = JSON.stringify(row.hours)
  const known = shared.get(key) ?? workOut({ ...row, from: now - 2 * day, until: null }, now, zone)
  shared.set(key, known)
  return known.until === null ? null : known
}

/** The rules look at its time only; what it follows from stays at the hub. */
function toGrant({ id, account, doors, from, until, hours, revokedAt }: GrantRow): Grant {
  const cause = { kind: 'staff', id, label: '' } as const
  return { id, account, doors, from, until, hours, revokedAt, cause }
}
