import type { Bookable } from '../../../shared/contract/offers.ts'
import type { DeskRow, ItemRow } from '../../../shared/contract/rows.ts'
import type { AccountId, ItemId, LocationId } from '../../../shared/domain/ids.ts'
import type { Visibility } from '../../../shared/domain/visibility.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** Who may know of something (R1.2). */
export interface Audience {
  location: LocationId
  visibility: Visibility
  exclusiveTo: AccountId[] | null
}
export interface ItemRecord {
  row: ItemRow
  audience: Audience
}
export interface DeskRecord {
  row: DeskRow
  audience: Audience
}

interface Table {
  id: string
  location: string
  kind: 'desk' | ItemRow['kind']
  name: string
  area: string
  bookable: number
  x: number
  y: number
  features_json: string
  description: string
  price_amount: number | null
  price_currency: string | null
  per: ItemRow['per']
  position: number
  visibility: Visibility
  exclusive_json: string | null
  capacity: number | null
  photo: string | null
  bookable_json: string | null
  stock: number | null
  posted_at: number | null
  event_from: number | null
  event_until: number | null
  event_place: string | null
  event_places: number | null
  event_taken: number
  plan_kind: 'continuous' | 'passes' | null
  plan_hours: string | null
  plan_minutes: number | null
  plan_resources: string | null
  plan_pass_count: number | null
  plan_pass_days: number | null
  plan_period: 'month' | 'once' | null
}

const select = `SELECT i.*, e.from_at event_from, e.until_at event_until, e.place event_place, e.places event_places,
    (SELECT count(*) FROM event_place p WHERE p.event = i.id AND p.cancelled_at IS NULL) event_taken,
    p.kind plan_kind, p.hours_json plan_hours, p.minutes plan_minutes, p.resources_json plan_resources,
    p.pass_count plan_pass_count, p.pass_days plan_pass_days, p.period plan_period
  FROM item i LEFT JOIN event e ON e.item = i.id AND i.kind = 'event' LEFT JOIN plan p ON p.id = i.id AND i.kind = 'plan'`

/** Desks and everything else that is on offer, whoever may see it. What was retired is not there. */
export function itemsStore(db: Sqlite) {
  const all = db.prepare<[string], Table>(
    `${select} WHERE i.location = ? AND i.retired_at IS NULL ORDER BY i.kind, i.position, i.id`,
  )
  const one = db.prepare<[string], Table>(`${select} WHERE i.id = ? AND i.retired_at IS NULL`)
  const put = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO item (id, location, kind, name, area, bookable, x, y, features_json, description, price_amount,
       price_currency, per, position, visibility, exclusive_json, capacity, photo, bookable_json, stock, stock_said,
       posted_at)
     VALUES (:id, :location, :kind, :name, :area, :bookable, :x, :y, :features, :description, :amount, :currency, :per,
       :position, :visibility, :exclusive, :capacity, :photo, :bookableJson, :stock, :stock, :at)
     ON CONFLICT (id) DO UPDATE SET kind = :kind, name = :name, area = :area, bookable = :bookable, x = :x, y = :y,
       features_json = :features, description = :description, price_amount = :amount, price_currency = :currency,
       per = :per, position = :position, visibility = :visibility, exclusive_json = :exclusive, capacity = :capacity,
       photo = :photo, bookable_json = :bookableJson, posted_at = :at, retired_at = NULL,
       stock = CASE WHEN stock_said IS :stock AND retired_at IS NULL THEN stock ELSE :stock END, stock_said = :stock`,
  )
  const putEvent = db.prepare<[string, number, number, string, number | null]>(
    `INSERT INTO event VALUES (?, ?, ?, ?, ?) ON CONFLICT (item) DO UPDATE
     SET from_at = excluded.from_at, until_at = excluded.until_at, place = excluded.place, places = excluded.places`,
  )
  const retire = db.prepare<[number, string]>('UPDATE item SET retired_at = ? WHERE id = ?')
  const bookable = db.prepare<[number, string]>('UPDATE item SET bookable = ? WHERE id = ?')
  const allAudiences = db.prepare<
    [string],
    { id: string } & Pick<Table, 'location' | 'visibility' | 'exclusive_json'>
  >(
    "SELECT id, location, visibility, exclusive_json FROM item WHERE location = ? AND kind <> 'desk' AND retired_at IS NULL",
  )
  const audiencesWith = db.prepare<[string], Pick<Table, 'location' | 'visibility' | 'exclusive_json'>>(
    'SELECT location, visibility, exclusive_json FROM item WHERE photo = ? AND retired_at IS NULL',
  )
  const name = db.prepare<[string], string>('SELECT name FROM item WHERE id = ?').pluck()
  const take = db.prepare<[number, string]>(
    'UPDATE item SET stock = stock - ? WHERE id = ? AND stock IS NOT NULL',
  )
  const desk = { bookable: 0, x: 0, y: 0 }
  const noItem = { description: '', amount: null, currency: null, per: null, capacity: null, photo: null }

  return {
    desks: (location: LocationId): DeskRecord[] =>
      all
        .all(location)
        .filter(({ kind }) => kind === 'desk')
        .map((table) => ({ row: deskOf(table), audience: audienceOf(table) })),
    items: (location: LocationId): ItemRecord[] =>
      all
        .all(location)
        .filter(({ kind }) => kind !== 'desk')
        .map((table) => ({ row: itemOf(table), audience: audienceOf(table) })),
    /** Anything but a desk. */
    item(id: ItemId): ItemRecord | undefined {
      const table = one.get(id)
      return table && table.kind !== 'desk' ? { row: itemOf(table), audience: audienceOf(table) } : undefined
    },
    putDesk: (
      location: LocationId,
      d: DeskRow,
      position: number,
      exclusiveTo: AccountId[] | null = null,
    ): void =>
      void put.run({
        ...noItem,
        id: d.id,
        location,
        kind: 'desk',
        name: d.label,
        area: d.area,
        bookable: d.bookable ? 1 : 0,
        x: d.x,
        y: d.y,
        features: JSON.stringify(d.features),
        position,
        visibility: d.visibility,
        exclusive: exclusiveTo && JSON.stringify(exclusiveTo),
        bookableJson: null,
        stock: null,
        at: null,
      }),
    /**
     * An item and, for an event, when and where it is. A plan's terms are in the entitlements. Its stock counts when
     * another number is given than the last time: what was sold in between stays sold.
     */
    putItem(location: LocationId, i: ItemRow, exclusiveTo: AccountId[] | null = null): void {
      put.run({
        ...desk,
        id: i.id,
        location,
        kind: i.kind,
        name: i.name,
        area: i.area,
        features: JSON.stringify(i.features),
        description: i.description,
        amount: i.price?.amount ?? null,
        currency: i.price?.currency ?? null,
        per: i.per,
        position: i.order,
        visibility: i.visibility,
        exclusive: exclusiveTo && JSON.stringify(exclusiveTo),
        capacity: i.capacity,
        photo: i.photo,
        bookableJson: i.bookable && JSON.stringify(i.bookable),
        stock: i.stock,
        at: i.at,
      })
      if (i.event) putEvent.run(i.id, i.event.from, i.event.until, i.event.where, i.event.places)
    },
    retire: (id: string, at: number): void => void retire.run(at, id),
    /** False for a desk that is somebody's own. */
    setBookable: (id: ItemId, is: boolean): void => void bookable.run(is ? 1 : 0, id),
    /** Takes pieces out of the shop. Throws when there are not as many. */
    takeStock: (id: ItemId, pieces: number): void => void take.run(pieces, id),
    /** Also of a desk, and of what is not on offer any more; '' = there never was one. */
    nameOf: (id: ItemId): string => name.get(id) ?? '',
    /** Who may know of what, desks aside. */
    allAudiences: (location: LocationId): Map<ItemId, Audience> =>
      new Map(allAudiences.all(location).map((table) => [table.id, audienceOf(table)])),
    /** Who may know of the items that show a picture. */
    audiencesWithPhoto: (hash: string): Audience[] => audiencesWith.all(hash).map(audienceOf),
  }
}

function audienceOf({
  location,
  visibility,
  exclusive_json,
}: Pick<Table, 'location' | 'visibility' | 'exclusive_json'>): Audience {
  return {
    location,
    visibility,
    exclusiveTo: exclusive_json === null ? null : (JSON.parse(exclusive_json) as AccountId[]),
  }
}

function deskOf(table: Table): DeskRow {
  const { id, name, area, bookable, x, y, features_json, visibility } = table
  const features = JSON.parse(features_json) as string[]
  return { id, label: name, area, bookable: bookable === 1, x, y, features, visibility }
}

function itemOf(table: Table): ItemRow {
  const { price_amount: amount, price_currency: currency } = table
  return {
    id: table.id,
    kind: table.kind as ItemRow['kind'],
    name: table.name,
    description: table.description,
    price: amount === null || currency === null ? null : { amount, currency },
    per: table.per,
    order: table.position,
    visibility: table.visibility,
    exclusive: table.exclusive_json !== null,
    area: table.area,
    capacity: table.capacity,
    features: JSON.parse(table.features_json) as string[],
    photo: table.photo,
    bookable: table.bookable_json === null ? null : (JSON.parse(table.bookable_json) as Bookable),
    event: eventOf(table),
    plan: planOf(table),
    stock: table.stock,
    at: table.posted_at,
  }
}

function eventOf(table: Table): ItemRow['event'] {
  if (table.event_from === null || table.event_until === null) return null
  return {
    from: table.event_from,
    until: table.event_until,
    where: table.event_place ?? '',
    places: table.event_places,
    taken: table.event_taken,
  }
}

function planOf(table: Table): ItemRow['plan'] {
  const { plan_kind: kind, plan_period: period, plan_pass_count: count, plan_pass_days: validDays } = table
  if (kind === null || period === null) return null
  return {
    kind,
    hours:
      table.plan_hours === null
        ? null
        : (JSON.parse(table.plan_hours) as NonNullable<ItemRow['plan']>['hours']),
    passes: count === null || validDays === null ? null : { count, validDays },
    minutes: table.plan_minutes ?? 0,
    resources: JSON.parse(table.plan_resources ?? '[]') as string[],
    period,
  }
}
