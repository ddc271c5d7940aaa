import type { OccupancyFacts } from '../../../shared/domain/facts.ts'
import type { AccountId, DeviceId, Instant, ItemId, LocalDate, OrderId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

/** A room, a piece of equipment or a parking space that somebody has from `from` until `until`. */
export interface ReservationRecord {
  id: string
  account: AccountId
  item: ItemId
  date: LocalDate
  from: Instant
  until: Instant
  /** Minutes that a plan paid for. */
  covered: number
  order: OrderId | null
  madeAt: Instant
  device: DeviceId
  cancelled: boolean
}
type Row = Omit<ReservationRecord, 'cancelled'> & { cancelled: number }

const columns = `id, account, item, date, from_at "from", until_at "until", covered, purchase "order", made_at madeAt,
  device, cancelled_at IS NOT NULL cancelled`

/** Reservations. Overlaps are refused by the schema itself (I1). */
export function reservationsStore(db: Sqlite, { wrote }: Memory) {
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM reservation WHERE id = ?`)
  const openAfter = db.prepare<[number, string, number], Row>(
    `SELECT ${columns} FROM reservation
     WHERE (until_at, id) > (?, ?) AND cancelled_at IS NULL ORDER BY until_at, id LIMIT +?`,
  )
  const openOn = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM reservation WHERE item = +? AND until_at > ? AND cancelled_at IS NULL ORDER BY from_at`,
  )
  const ended = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM reservation WHERE until_at > ? AND until_at <= ? AND cancelled_at IS NULL`,
  )
  const held = db.prepare<[string, number, number], OccupancyFacts>(
    `SELECT id booking, item, from_at "from", until_at "until" FROM reservation
     WHERE item = ? AND until_at > ? AND from_at < ? AND cancelled_at IS NULL`,
  )
  const insert = db.prepare<
    [string, string, string, string, number, number, number, string | null, number, string]
  >(
    `INSERT INTO reservation (id, account, item, date, from_at, until_at, covered, purchase, made_at, device)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const cancel = db
    .prepare<[number, string], AccountId>(
      'UPDATE reservation SET cancelled_at = ? WHERE id = ? RETURNING account',
    )
    .pluck()
  const record = ({ cancelled, ...row }: Row): ReservationRecord => ({ ...row, cancelled: cancelled === 1 })

  return {
    find(id: string): ReservationRecord | undefined {
      const row = find.get(id)
      return row && record(row)
    },
    /** The next `limit` that were not cancelled, after one that ends then and has that id, in this order. */
    openAfter: (until: Instant, id: string, limit: number): ReservationRecord[] =>
      openAfter.all(until, id, limit).map(record),
    openOn: (item: ItemId, now: Instant): ReservationRecord[] => openOn.all(item, now).map(record),
    /** Those that ended in (after, now]. */
    ended: (after: Instant, now: Instant): ReservationRecord[] => ended.all(after, now).map(record),
    /** Who holds an item at any moment of [from, until). */
    held: (item: ItemId, from: Instant, until: Instant): OccupancyFacts[] => held.all(item, from, until),
    /** Throws when somebody holds it at that time (I1). */
    add(r: Omit<ReservationRecord, 'cancelled'>): void {
      insert.run(r.id, r.account, r.item, r.date, r.from, r.until, r.covered, r.order, r.madeAt, r.device)
      wrote(r.account, 'reservations')
    },
    cancel: (id: string, at: Instant): void => wrote(cancel.get(at, id), 'reservations'),
  }
}
