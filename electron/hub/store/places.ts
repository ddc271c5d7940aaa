import type { LocationRow } from '../../../shared/contract/rows.ts'
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
  asks_billing: number
  tax_json: string
  pays_online: number
  country: string
}

/** The place and what it offers. */
export function placesStore(db: Sqlite) {
  const find = db.prepare<[string], LocationTable>('SELECT * FROM location WHERE id = ?')
  const ids = db.prepare<[], string>('SELECT id FROM location ORDER BY id').pluck()
  const putLocation = db.prepare<[LocationTable]>(
    `INSERT INTO location VALUES (:id, :name, :zone, :hours_json, :day_end, :single_amount, :currency, :languages_json,
       :privacy_json, :help_phone, :terms_version, :idle_ask_after, :idle_forget_after, :asks_billing, :tax_json,
       :pays_online, :country)
     ON CONFLICT (id) DO UPDATE SET name = :name, zone = :zone, hours_json = :hours_json, day_end = :day_end,
       single_amount = :single_amount, currency = :currency, languages_json = :languages_json,
       privacy_json = :privacy_json, help_phone = :help_phone, terms_version = :terms_version,
       idle_ask_after = :idle_ask_after, idle_forget_after = :idle_forget_after, asks_billing = :asks_billing,
       tax_json = :tax_json, pays_online = :pays_online, country = :country`,
  )
  const terms = db.prepare<[string, number], { language: string; text: string; hash: string }>(
    'SELECT language, text, hash FROM terms WHERE location = ? AND version = ?',
  )
  const putTerms = db.prepare<[string, number, string, string, string]>(
    `INSERT INTO terms VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, hash = excluded.hash`,
  )
  const putNetwork = db.prepare<[string, string]>(
    `INSERT INTO network_location (id, name) VALUES (?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, retired_at = NULL`,
  )
  const network = db
    .prepare<[], string>('SELECT id FROM network_location WHERE retired_at IS NULL ORDER BY id')
    .pluck()
  const retireNetwork = db.prepare<[number, string]>(
    'UPDATE network_location SET retired_at = ? WHERE id = ?',
  )

  return {
    /** The locations that this hub serves. */
    locations: (): LocationId[] => ids.all(),
    location(id: LocationId): LocationSettings | undefined {
      const row = find.get(id)
      return row && fromTable(row)
    },
    putLocation: (settings: LocationSettings): void => void putLocation.run(toTable(settings)),
    terms: (id: LocationId, version: number): TermsTexts =>
      Object.fromEntries(
        terms.all(id, version).map(({ language, text, hash }) => [language, { text, hash }]),
      ),
    putTerms: (id: LocationId, version: number, language: string, text: string, hash: string): void =>
      void putTerms.run(id, version, language, text, hash),
    /** A location of the network: somebody may be a member there (R1.2). */
    putNetworkLocation: (id: LocationId, name: string): void => void putNetwork.run(id, name),
    networkLocations: (): LocationId[] => network.all(),
    /** It left the network: its members are no members of it any more. */
    retireNetworkLocation: (id: LocationId, at: number): void => void retireNetwork.run(at, id),
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
    asksBilling: row.asks_billing === 1,
    tax: JSON.parse(row.tax_json) as LocationSettings['tax'],
    paysOnline: row.pays_online === 1,
    country: row.country,
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
    asks_billing: settings.asksBilling ? 1 : 0,
    tax_json: JSON.stringify(settings.tax),
    pays_online: settings.paysOnline ? 1 : 0,
    country: settings.country,
  }
}
