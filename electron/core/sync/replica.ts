import type { FoyerError } from '../../../shared/contract/errors.ts'
import type { ChangedRow, Changes, ScopeName } from '../../../shared/contract/rows.ts'
import type { Result } from '../../../shared/domain/result.ts'
import type { Log } from '../../lib/log.ts'
import type { System } from '../../lib/system.ts'
import type { ReplicaStep } from '../store/replica-table.ts'
import { delays } from './delays.ts'
import { checkedRows } from './rows.ts'

/** Where a replica lies: on disk for what names nobody, in memory for what reception sees (I7). */
export interface ReplicaStorage {
  position(): { hub: string | null; rev: number }
  /** Rows and position together or not at all; memory that follows it is updated before it returns. */
  apply(step: ReplicaStep): void
}

export interface Page {
  /** Before the cursor that was asked for: the hub does not know any more what is gone since, and begins a snapshot. */
  from?: number
  to: number
  rows: ChangedRow[]
  more: boolean
}

export interface Replica {
  /** The hub sends changes of this scope from now on; `head` is its newest rev. Catches up if need be. */
  follow(hub: string, head: number): void
  changes(changes: Changes): void
  /** The link is gone: nothing more is asked until `follow`. */
  pause(): void
}

interface ReplicaDeps {
  scope: ScopeName
  storage: ReplicaStorage
  since(cursor: number): Promise<Result<Page, FoyerError>>
  system: System
  log: Log
}

/**
 * Keeps one scope equal to the hub's rows of it (I5). Changes that follow on are applied; after a gap the rows since are
 * asked for; repeats are ignored. A hub with another id, one that is behind us (restored from a backup), or one that has
 * forgotten what is gone since we were there, means that our rows are worth nothing: they are replaced by a snapshot, all of it in one transaction. Half of one would say of
 * the other half that it is gone, and a door would lose its grants.
 */
export function createReplica({ scope, storage, since, system, log }: ReplicaDeps): Replica {
  let hub: string | null = null
  /** Counts `follow` and `pause`: answers to earlier questions are not ours any more. */
  let epoch = 0
  let wanted = 0
  /** As far as a snapshot has come in; null = our rows are of this hub, and the next ones are added to them. */
  let snapshot: { to: number; rows: ChangedRow[] } | null = null
  let catching = false

  /** Rows that were checked. False when the disk did not take it (it is full, say): nothing was applied. */
  const apply = (rows: readonly ChangedRow[], to: number, more = false): boolean => {
    if (hub === null) return false
    const reset = snapshot !== null
    try {
      storage.apply({ hub, to, rows, reset, more })
    } catch (error) {
      log('error', 'replica-not-written', { scope, why: (error as Error).message })
      return false
    }
    snapshot = null
    return true
  }

  const take = (page: Page): boolean => {
    const { to, more } = page
    const rows = checkedRows(scope, page.rows, log)
    if (!snapshot) return apply(rows, to, more)
    for (const row of rows) snapshot.rows.push(row)
    snapshot.to = to
    return more || apply(snapshot.rows, to)
  }

  const later = (): void => {
    const mine = epoch
    catching = false
    system.after(delays.since, () => {
      if (mine === epoch) void catchUp()
    })
  }

  const catchUp = async (): Promise<void> => {
    if (catching || hub === null) return
    catching = true
    const mine = epoch
    let next: Promise<Result<Page, FoyerError>> | null = null
    while (snapshot || storage.position().rev < wanted) {
      const cursor = snapshot ? snapshot.to : storage.position().rev
      const answer: Result<Page, FoyerError> = await (next ?? since(cursor))
      if (mine !== epoch) return
      if (!answer.ok) {
        log('warn', 'since-failed', { scope, code: answer.error.code })
        return later()
      }
      const page: Page = answer.value
      const { from = cursor, to, more } = page
      if (from < cursor) snapshot = { to: 0, rows: [] }
      // The hub makes the next page while this one is put away.
      next = more ? since(to) : null
      if (!take(page)) return later()
      // The hub says that there is nothing more: a head that promised more was wrong, do not ask for ever.
      if (!more && to <= cursor) wanted = to
      if (more) wanted = Math.max(wanted, to + 1)
    }
    catching = false
  }

  return {
    follow(hubId, head) {
      epoch++
      catching = false
      hub = hubId
      const at = storage.position()
      snapshot = at.hub !== hubId || head < at.rev ? { to: 0, rows: [] } : null
      wanted = Math.max(wanted, head)
      void catchUp()
    },
    changes({ from, to, rows }) {
      wanted = Math.max(wanted, to)
      const { rev } = storage.position()
      if (hub === null || catching || snapshot || to <= rev) return
      if (from > rev) return void catchUp()
      const news = rows.filter((row) => row.rev > rev)
      if (!apply(checkedRows(scope, news, log), to)) later()
    },
    pause() {
      epoch++
      catching = false
      hub = null
      snapshot = null
      wanted = 0
    },
  }
}
