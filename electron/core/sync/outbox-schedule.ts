import type { Instant } from '../../../shared/domain/ids.ts'
import { backoff } from '../../lib/retry.ts'
import type { System } from '../../lib/system.ts'
import type { OutboxRow, OutboxTable } from '../store/outbox-table.ts'
import { delays } from './delays.ts'

/** After so many failures a row no longer holds up the others. */
const maxAttempts = 5
/** Characters of payload in one batch. In UTF-8 at most three times as much, which fits into a packet of the hub's. */
const batchSize = 262_144

interface Backoff {
  /** Failures that were the row's own; a lost connection is none. */
  attempts: number
  until: Instant
}

/** Which rows of the outbox are sent next. */
export interface OutboxSchedule {
  /**
   * The next rows in order, `limit` at most, that fit into one packet. `wakeAt`: when the first of those that were left
   * out may be tried again; null = there is none.
   */
  next(limit: number): { rows: OutboxRow[]; wakeAt: Instant | null }
  /** Tried again later; `counts` = it may be the row's own fault. Gives how often it was. */
  failed(id: string, counts: boolean): number
  settled(id: string): void
  /** The hub is back: what only failed for want of it goes at once. */
  hurry(): void
}

/** In order of `seq`; a row that failed holds up the others for `maxAttempts`, then it lets them pass. */
export function createSchedule(table: OutboxTable, system: System): OutboxSchedule {
  const backoffs = new Map<string, Backoff>()

  return {
    next(limit) {
      const rows: OutboxRow[] = []
      const passed: OutboxRow[] = []
      let wakeAt: Instant | null = null
      let size = 0
      for (const row of inOrder(table, limit)) {
        const { attempts, until } = backoffs.get(row.id) ?? { attempts: 0, until: 0 }
        if (until > system.now()) {
          wakeAt = Math.min(wakeAt ?? until, until)
          if (attempts < maxAttempts) break
          passed.push(row)
          continue
        }
        size += row.size
        if (rows.length === limit || (rows.length > 0 && size > batchSize)) break
        rows.push(row)
      }
      // The hub takes numbers in rising order only. On disk before any of the others is sent: the next start knows of no
      // failures, and goes by the numbers alone.
      const last = rows.at(-1)?.seq ?? 0
      for (const { id, seq } of passed) if (seq < last) table.requeue(id)
      return { rows, wakeAt }
    },
    failed(id, counts) {
      const attempts = (backoffs.get(id)?.attempts ?? 0) + (counts ? 1 : 0)
      backoffs.set(id, { attempts, until: system.now() + backoff(delays.retry, attempts, 0) })
      return attempts
    },
    settled: (id) => void backoffs.delete(id),
    hurry: () => {
      for (const one of backoffs.values()) if (one.attempts === 0) one.until = 0
    },
  }
}

/** All rows, read a page at a time: mostly the first is enough. */
function* inOrder(table: OutboxTable, limit: number): Generator<OutboxRow> {
  for (let seq = 0; ; ) {
    const page = table.after(seq, limit)
    yield* page
    if (page.length < limit) return
    seq = page.at(-1)?.seq ?? seq
  }
}
