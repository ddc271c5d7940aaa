import type { DeviceId, Instant } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** A command that was seen before. `outcome_json` null: a door's answer is awaited. */
export interface SeenCommand {
  device: DeviceId
  type: string
  outcome_json: string | null
}

export interface NewCommand {
  id: string
  device: DeviceId
  /** Number in the device's outbox; null for a command that is not durable. */
  seq: number | null
  type: string
  at: Instant
  receivedAt: Instant
  outcome: string | null
}

/** What was asked and what was answered: a repeat gets the same answer (I2). */
export function commandsStore(db: Sqlite) {
  const find = db.prepare<[string], SeenCommand>(
    'SELECT device, type, outcome_json FROM command WHERE id = ?',
  )
  const lastSeq = db
    .prepare<[string], number>(
      'SELECT seq FROM command WHERE device = +? AND seq IS NOT NULL ORDER BY seq DESC LIMIT 1',
    )
    .pluck()
  const insert = db.prepare<[string, string, number | null, string, number, number, string | null]>(
    `INSERT INTO command VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET outcome_json = excluded.outcome_json`,
  )
  const settle = db.prepare<[string, string]>('UPDATE command SET outcome_json = ? WHERE id = ?')
  const forget = db.prepare<[number, number]>(
    `DELETE FROM command WHERE id IN
       (SELECT id FROM command WHERE seq IS NULL AND received_at < ? ORDER BY received_at LIMIT +?)`,
  )
  const oldest = db.prepare<[string, number, number], { seq: number; receivedAt: Instant }>(
    `SELECT seq, received_at receivedAt FROM command
     WHERE device = +? AND seq IS NOT NULL AND seq <= ? ORDER BY seq LIMIT +?`,
  )
  const forgetSeqs = db.prepare<[string, number]>(
    'DELETE FROM command WHERE device = ? AND seq IS NOT NULL AND seq <= ?',
  )
  return {
    find: (id: string): SeenCommand | undefined => find.get(id),
    /** 0 when the device never sent a durable command. */
    lastSeq: (device: DeviceId): number => lastSeq.get(device) ?? 0,
    /** Keeps an answer; one that was re-decided takes the place of the earlier one. */
    keep: ({ id, device, seq, type, at, receivedAt, outcome }: NewCommand): void =>
      void insert.run(id, device, seq, type, at, receivedAt, outcome),
    settle: (id: string, outcome: string): void => void settle.run(outcome, id),
    /** Forgets answers to commands that no outbox repeats, oldest first, at most `limit`. How many there were. */
    forgetBefore: (at: Instant, limit: number): number => forget.run(at, limit).changes,
    /**
     * Forgets what came from a device's outbox before `at`, lowest numbers first, at most `limit`; never the newest `kept`.
     * How many there were.
     */
    forgetDurable(device: DeviceId, at: Instant, kept: number, limit: number): number {
      const last = lastSeq.get(device)
      if (last === undefined) return 0
      const lowest = oldest.all(device, last - kept, limit)
      const young = lowest.findIndex(({ receivedAt }) => receivedAt >= at)
      const newest = young === -1 ? lowest.at(-1) : lowest[young - 1]
      return newest ? forgetSeqs.run(device, newest.seq).changes : 0
    },
  }
}
