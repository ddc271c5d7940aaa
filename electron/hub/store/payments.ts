import type { AccountId, Instant, OrderId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

export type PaymentState = 'open' | 'closed' | 'paid' | 'failed' | 'expired'

/** A page of the payment provider on which an order can or could be paid (R3.5). */
export interface PaymentRecord {
  /** The provider's own name for it. */
  ref: string
  order: OrderId
  url: string
  state: PaymentState
  at: Instant
}

const columns = 'ref, purchase "order", url, state, at'

/** At most one page of an order is open: the schema says so. */
export function paymentsStore(db: Sqlite, { wrote }: Memory) {
  const find = db.prepare<[string], PaymentRecord>(`SELECT ${columns} FROM payment WHERE ref = ?`)
  const latest = db.prepare<[string], PaymentRecord>(
    `SELECT ${columns} FROM payment WHERE purchase = +? ORDER BY (state = 'open') DESC, at DESC, ref DESC LIMIT 1`,
  )
  const unsettled = db.prepare<[], PaymentRecord>(
    `SELECT ${columns} FROM payment WHERE state IN ('open', 'closed') ORDER BY at`,
  )
  const insert = db.prepare<[string, string, string, number]>(
    "INSERT INTO payment (ref, purchase, url, state, at) VALUES (?, ?, ?, 'open', ?)",
  )
  const setState = db.prepare<[string, string]>('UPDATE payment SET state = ? WHERE ref = ?')
  const payer = db
    .prepare<[string], AccountId>(
      'SELECT account FROM purchase WHERE id = (SELECT purchase FROM payment WHERE ref = ?)',
    )
    .pluck()
  return {
    find: (ref: string): PaymentRecord | undefined => find.get(ref),
    /** The page that is open, else the newest there was. */
    latestOf: (order: OrderId): PaymentRecord | undefined => latest.get(order),
    /** Whose last word the provider has not said yet: to be asked about again after a start. */
    unsettled: (): PaymentRecord[] => unsettled.all(),
    open(ref: string, order: OrderId, url: string, at: Instant): void {
      insert.run(ref, order, url, at)
      wrote(payer.get(ref), 'orders')
    },
    settle(ref: string, state: Exclude<PaymentState, 'open'>): void {
      setState.run(state, ref)
      wrote(payer.get(ref), 'orders')
    },
  }
}
