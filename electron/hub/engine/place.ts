import type { DeskRow, ItemRow, LocationRow, TermsRow } from '../../../shared/contract/rows.ts'
import type { DeskFacts, PlaceFacts } from '../../../shared/domain/facts.ts'
import type { DoorId, ItemId } from '../../../shared/domain/ids.ts'
import type { DoorRecord } from '../store/doors.ts'
import type { Store } from '../store/store.ts'

/** The location as decisions need it: read from the store once, and again after it changed. */
export interface Place {
  facts: PlaceFacts
  row: LocationRow
  terms: TermsRow
  desks: DeskRow[]
  deskById: ReadonlyMap<ItemId, DeskFacts>
  items: ItemRow[]
  doors: ReadonlyMap<DoorId, DoorRecord>
}

/** Throws when no location was set up: `openEngine` sees to that first. */
export function loadPlace(store: Store): Place {
  const settings = store.places.location()
  if (!settings) throw new Error('the hub has no location')
  const doors = store.doors.all()
  const desks = store.places.desks()
  const { id, zone, openingHours, dayEnd, singleDay, termsVersion } = settings
  return {
    facts: { id, zone, openingHours, dayEnd, singleDay, termsVersion, doors: doors.map((door) => door.id) },
    row: { ...settings, doors: doors.map((door) => ({ id: door.id, name: door.name })) },
    terms: { version: termsVersion, texts: store.places.terms(id, termsVersion) },
    desks,
    deskById: new Map(desks.map((desk) => [desk.id, desk])),
    items: store.places.publicItems(),
    doors: new Map(doors.map((door) => [door.id, door])),
  }
}
