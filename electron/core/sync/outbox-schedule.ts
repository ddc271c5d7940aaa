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
  /** It has a number above those that were let pass. */
  isRenumbered: boolean
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

  /** Whether a row is sent now, holds up those behind it, or is passed by them. */
  const turnOf = (row: OutboxRow): 'now' | 'hold' | 'pass' => {
    const waits = backoffs.get(row.id)
    if (!waits) return 'now'
    const isPatient = waits.attempts < maxAttempts
    if (waits.until > system.now()) return isPatient ? 'hold' : 'pass'
    if (isPatient || waits.isRenumbered) return 'now'
    // Others went before it, or are about to: the hub takes numbers in rising order only. It comes again at the end.
    table.requeue(row.id)
    waits.isRenumbered = true
    return 'pass'
  }

  return {
    next(limit) {
      const rows: OutboxRow[] = []
      let size = 0
      let wakeAt = Number.POSITIVE_INFINITY
      const wait = (row: OutboxRow): void => {
        const { until = 0 } = backoffs.get(row.id) ?? {}
        if (until > system.now()) wakeAt = Math.min(wakeAt, until)
      }
      const result = () => ({ rows, wakeAt: wakeAt < Number.POSITIVE_INFINITY ? wakeAt : null })
      for (
        let page = table.after(0, limit);
        page.length > 0;
        page = table.after(page.at(-1)?.seq ?? 0, limit)
      ) {
        for (const row of page) {
          const turn = turnOf(row)
          if (turn !== 'now') wait(row)
          if (turn === 'hold') return result()
          if (turn === 'pass') continue
          if (rows.length > 0 && (rows.length === limit || size + row.size > batchSize)) return result()
          rows.push(row)
          size += row.size
        }
      }
      return result()
    },
    failed(id, counts) {
      const attempts = (backoffs.get(id)?.attempts ?? 0) + (counts ? 1 : 0)
      const until = system.now() + backoff(delays.retry, attempts, 0)
      backoffs.set(id, { attempts, until, isRenumbered: false })
      return attempts
    },
    settled: (id) => void backoffs.delete(id),
    hurry: () => {
      for (const one of backoffs.values()) if (one.attempts === 0) one.until = 0
    },
  }
}
