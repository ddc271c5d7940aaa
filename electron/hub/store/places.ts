import type { DeskRow, ItemRow, LocationRow } from '../../../shared/contract/rows.ts'
import type { LocationId } from '../../../shared/domain/ids.ts'
import type { Sqlite } from '../../lib/sqlite.ts'

/** The location's own settings; its doors are in the doors store. */
export type LocationSettings = Omit<LocationRow, 'doors'>
export type TermsTexts = Record<string, { text: string; hash: string }>

interface LocationTable {
  id: string
  name: string
  zone: string
  hours_json: string
  day_end: string
  single_amount: number
  currency: string
  languages_json: string
  privacy_json: string
  help_phone: string
  terms_version: number
  idle_ask_after: number
  idle_forget_after: number
}
type DeskTable = Omit<DeskRow, 'bookable' | 'features'> & { bookable: number; features: string }
type ItemTable = Omit<ItemRow, 'price'> & { amount: number | null; currency: string | null }

/** The place and what it offers. */
export function placesStore(db: Sqlite) {
  const find = db.prepare<[], LocationTable>('SELECT * FROM location LIMIT 1')
  const putLocation = db.prepare<[LocationTable]>(
    `INSERT INTO location VALUES (:id, :name, :zone, :hours_json, :day_end, :single_amount, :currency, :languages_json,
       :privacy_json, :help_phone, :terms_version, :idle_ask_after, :idle_forget_after)
     ON CONFLICT (id) DO UPDATE SET name = :name, zone = :zone, hours_json = :hours_json, day_end = :day_end,
       single_amount = :single_amount, currency = :currency, languages_json = :languages_json,
       privacy_json = :privacy_json, help_phone = :help_phone, terms_version = :terms_version,
       idle_ask_after = :idle_ask_after, idle_forget_after = :idle_forget_after`,
  )
  const terms = db.prepare<[string, number], { language: string; text: string; hash: string }>(
    'SELECT language, text, hash FROM terms WHERE location = ? AND version = ?',
  )
  const putTerms = db.prepare<[string, number, string, string, string]>(
    `INSERT INTO terms VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, hash = excluded.hash`,
  )
  const desks = db.prepare<[], DeskTable>(
    `SELECT id, name label, area, bookable, x, y, features_json features FROM item
     WHERE kind = 'desk' AND retired_at IS NULL ORDER BY position`,
  )
  const putDesk = db.prepare<[string, string, string, string, number, number, number, string, number]>(
    `INSERT INTO item (id, location, kind, name, area, bookable, x, y, features_json, position)
     VALUES (?, ?, 'desk', ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, area = excluded.area, bookable = excluded.bookable,
       x = excluded.x, y = excluded.y, features_json = excluded.features_json, position = excluded.position,
       retired_at = NULL`,
  )
  const items = db.prepare<[], ItemTable>(
    `SELECT id, kind, name, description, price_amount amount, price_currency currency, per, position "order" FROM item
     WHERE kind <> 'desk' AND visibility = 'public' AND retired_at IS NULL ORDER BY kind, position`,
  )
  const putItem = db.prepare<
    [string, string, string, string, string, number | null, string | null, string | null, number]
  >(
    `INSERT INTO item (id, location, kind, name, description, price_amount, price_currency, per, position)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const retire = db.prepare<[number, string]>('UPDATE item SET retired_at = ? WHERE id = ?')

  return {
    location(): LocationSettings | undefined {
      const row = find.get()
      return row && fromTable(row)
    },
    putLocation: (settings: LocationSettings): void => void putLocation.run(toTable(settings)),
    terms: (id: LocationId, version: number): TermsTexts =>
      Object.fromEntries(
        terms.all(id, version).map(({ language, text, hash }) => [language, { text, hash }]),
      ),
    putTerms: (id: LocationId, version: number, language: string, text: string, hash: string): void =>
      void putTerms.run(id, version, language, text, hash),
    desks: (): DeskRow[] =>
      desks.all().map((row) => ({
        ...row,
        bookable: row.bookable === 1,
        features: JSON.parse(row.features) as string[],
      })),
    putDesk: (location: LocationId, d: DeskRow, position: number): void =>
      void putDesk.run(
        d.id,
        location,
        d.label,
        d.area,
        d.bookable ? 1 : 0,
        d.x,
        d.y,
        JSON.stringify(d.features),
        position,
      ),
    /** Everything else that the public may see (R1.1, R1.2). */
    publicItems: (): ItemRow[] =>
      items.all().map(({ amount, currency, ...item }) => ({
        ...item,
        price: amount === null || currency === null ? null : { amount, currency },
      })),
    addItem: (location: LocationId, i: ItemRow): void =>
      void putItem.run(
        i.id,
        location,
        i.kind,
        i.name,
        i.description,
        i.price?.amount ?? null,
        i.price?.currency ?? null,
        i.per,
        i.order,
      ),
    retireItem: (id: string, at: number): void => void retire.run(at, id),
  }
}

function fromTable(row: LocationTable): LocationSettings {
  return {
    id: row.id,
    name: row.name,
    zone: row.zone,
    openingHours: JSON.parse(row.hours_json) as LocationSettings['openingHours'],
    dayEnd: row.day_end,
    singleDay: { amount: row.single_amount, currency: row.currency },
    languages: JSON.parse(row.languages_json) as LocationSettings['languages'],
    privacyPolicy: JSON.parse(row.privacy_json) as LocationSettings['privacyPolicy'],
    helpPhone: row.help_phone,
    termsVersion: row.terms_version,
    idleAskAfter: row.idle_ask_after,
    idleForgetAfter: row.idle_forget_after,
  }
}

function toTable(settings: LocationSettings): LocationTable {
  return {
    id: settings.id,
    name: settings.name,
    zone: settings.zone,
    hours_json: JSON.stringify(settings.openingHours),
    day_end: settings.dayEnd,
    single_amount: settings.singleDay.amount,
    currency: settings.singleDay.currency,
    languages_json: JSON.stringify(settings.languages),
    privacy_json: JSON.stringify(settings.privacyPolicy),
    help_phone: settings.helpPhone,
    terms_version: settings.termsVersion,
    idle_ask_after: settings.idleAskAfter,
    idle_forget_after: settings.idleForgetAfter,
  }
}
