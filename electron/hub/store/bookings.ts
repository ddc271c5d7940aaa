import type { BookingFacts, OccupancyFacts } from '../../../shared/domain/facts.ts'
import type {
  AccountId,
  BookingId,
  DeviceId,
  Instant,
  ItemId,
  LocalDate,
  LocationId,
  PassId,
} from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

export interface BookingRecord extends BookingFacts {
  account: AccountId
  location: LocationId
  madeAt: Instant
  device: DeviceId
}
type Row = Omit<BookingRecord, 'cancelled'> & { cancelled: number }

const columns = `id, account, location, item, date, from_at "from", until_at "until", made_at madeAt, device,
  cancelled_at IS NOT NULL cancelled`

/** Desk bookings and the days they make paid for. Overlaps are refused by the schema itself (I1). */
export function bookingsStore(db: Sqlite) {
  const find = db.prepare<[string], Row>(`SELECT ${columns} FROM booking WHERE id = ?`)
  const onItem = db.prepare<[string, number], Row>(
    `SELECT ${columns} FROM booking WHERE item = ? AND until_at > ? AND cancelled_at IS NULL`,
  )
  const endedOn = db.prepare<[string, number, number], Row>(
    `SELECT ${columns} FROM booking WHERE item = ? AND until_at > ? AND until_at <= ? AND cancelled_at IS NULL`,
  )
  const held = db.prepare<[string, number, number], OccupancyFacts>(
    `SELECT id booking, item, from_at "from", until_at "until" FROM booking
     WHERE item = ? AND until_at > ? AND from_at < ? AND cancelled_at IS NULL`,
  )
  const insert = db.prepare<[string, string, string, string, string, number, number, number, string]>(
    `INSERT INTO booking (id, account, location, item, date, from_at, until_at, made_at, device)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const cancel = db.prepare<[number, string]>('UPDATE booking SET cancelled_at = ? WHERE id = ?')
  const checkOut = db.prepare<[number, number, string]>(
    'UPDATE booking SET until_at = ?, checked_out_at = ? WHERE id = ?',
  )
  const spend = db.prepare<[string, string]>('UPDATE day_pass SET used_on = ? WHERE id = ?')
  const useDay = db.prepare<[string, string, string, string | null, string | null]>(
    'INSERT INTO day_use VALUES (?, ?, ?, ?, ?)',
  )
  const addConflict = db.prepare<[string, string, string]>('INSERT INTO conflict VALUES (?, ?, ?)')
  const record = ({ cancelled, ...row }: Row): BookingRecord => ({ ...row, cancelled: cancelled === 1 })

  return {
    find(id: BookingId): BookingRecord | undefined {
      const row = find.get(id)
      return row && record(row)
    },
    /** Bookings of a desk that are not over at `now`, nor cancelled. */
    openOn: (item: ItemId, now: Instant): BookingRecord[] => onItem.all(item, now).map(record),
    /** Bookings of a desk that ended in (after, now]. */
    endedOn: (item: ItemId, after: Instant, now: Instant): BookingRecord[] =>
      endedOn.all(item, after, now).map(record),
    /** Who holds a desk at any moment of [from, until). */
    held: (item: ItemId, from: Instant, until: Instant): OccupancyFacts[] => held.all(item, from, until),
    add: (b: Omit<BookingRecord, 'cancelled'>): void =>
      void insert.run(b.id, b.account, b.location, b.item, b.date, b.from, b.until, b.madeAt, b.device),
    cancel: (id: BookingId, at: Instant): void => void cancel.run(at, id),
    checkOut: (id: BookingId, at: Instant): void => void checkOut.run(at, at, id),
    spendPass: (pass: PassId, date: LocalDate): void => void spend.run(date, pass),
    useDay: (
      account: AccountId,
      location: string,
      date: LocalDate,
      by: { pass: string | null; purchase: string | null },
    ) => void useDay.run(account, location, date, by.pass, by.purchase),
    addConflict: (id: string, booking: BookingId, row: object): void =>
      void addConflict.run(id, booking, JSON.stringify(row)),
  }
}
