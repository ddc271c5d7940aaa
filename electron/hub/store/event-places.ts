import type { AccountId, DeviceId, Instant, ItemId, OrderId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'
import type { Memory } from './memory.ts'

/** A place at an event that somebody has. */
export interface EventPlaceRecord {
  id: string
  account: AccountId
  event: ItemId
  order: OrderId | null
  madeAt: Instant
  device: DeviceId
  cancelled: boolean
}
type Row = Omit<EventPlaceRecord, 'cancelled'> & { cancelled: number }

/** Places at events. More than there are, or two for one person, are refused by the schema itself. */
export function eventPlacesStore(db: Sqlite, { wrote }: Memory) {
  const find = db.prepare<[string], Row>(
    `SELECT id, account, event, purchase "order", made_at madeAt, device, cancelled_at IS NOT NULL cancelled
     FROM event_place WHERE id = ?`,
  )
  const insert = db.prepare<[string, string, string, string | null, number, string]>(
    'INSERT INTO event_place (id, account, event, purchase, made_at, device) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const cancel = db
    .prepare<[number, string], AccountId>(
      'UPDATE event_place SET cancelled_at = ? WHERE id = ? RETURNING account',
    )
    .pluck()
  const has = db
    .prepare<[string, string], number>(
      'SELECT 1 FROM event_place WHERE event = ? AND account = ? AND cancelled_at IS NULL',
    )
    .pluck()
  const clear = db
    .prepare<[number, string], AccountId>(
      'UPDATE event_place SET cancelled_at = ? WHERE event = ? AND cancelled_at IS NULL RETURNING account',
    )
    .pluck()
  const times = db.prepare<[string], { from: number; until: number }>(
    'SELECT from_at "from", until_at "until" FROM event WHERE item = ?',
  )
  return {
    find(id: string): EventPlaceRecord | undefined {
      const row = find.get(id)
      return row && { ...row, cancelled: row.cancelled === 1 }
    },
    /** Throws when the event is full or the person has a place. */
    add(p: Omit<EventPlaceRecord, 'cancelled'>): void {
      insert.run(p.id, p.account, p.event, p.order, p.madeAt, p.device)
      wrote(p.account, 'eventPlaces')
    },
    has: (event: ItemId, account: AccountId): boolean => has.get(event, account) !== undefined,
    cancel: (id: string, at: Instant): void => wrote(cancel.get(at, id), 'eventPlaces'),
    /** Takes every place back: the event is another one now. */
    clear(event: ItemId, at: Instant): void {
      for (const account of clear.all(at, event)) wrote(account, 'eventPlaces')
    },
    /** When an event is, also one that is not on offer any more. */
    times: (event: ItemId): { from: Instant; until: Instant } | undefined => times.get(event),
  }
}
