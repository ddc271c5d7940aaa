import type { DeskRow, LocationRow, TermsRow } from '../../../shared/contract/rows.ts'
import type { DeskFacts, PlaceFacts } from '../../../shared/domain/facts.ts'
import type { DoorId, ItemId, LocationId } from '../../../shared/domain/ids.ts'
import type { DoorRecord } from '../store/doors.ts'
import type { Audience } from '../store/items.ts'
import type { Store } from '../store/store.ts'

/** The location as decisions need it: read from the store once, and again after it changed. */
export interface Place {
  facts: PlaceFacts
  row: LocationRow
  terms: TermsRow
  desks: DeskRow[]
  deskById: ReadonlyMap<ItemId, DeskFacts>
  /** Who may know of which desk (R1.2). */
  deskAudience: ReadonlyMap<ItemId, Audience>
  /** Who may know of what else is on offer. */
  itemAudience: ReadonlyMap<ItemId, Audience>
  doors: ReadonlyMap<DoorId, DoorRecord>
}

/** Throws for a location that was not set up: `openEngine` sees to that first. */
export function loadPlace(store: Store, location: LocationId): Place {
  const settings = store.places.location(location)
  if (!settings) throw new Error(`the hub has no location ${location}`)
  const doors = store.doors.ofLocation(location)
  const records = store.items.desks(location)
  const desks = records.map(({ row }) => row)
  const { id, zone, openingHours, dayEnd, singleDay, termsVersion, asksBilling } = settings
  const shown = Number(store.meta.get(`terms:${location}`) ?? termsVersion)
  return {
    facts: {
      id,
      zone,
      openingHours,
      dayEnd,
      singleDay,
      termsVersion,
      asksBilling,
      doors: doors.map((door) => door.id),
    },
    row: { ...settings, doors: doors.map((door) => ({ id: door.id, name: door.name })) },
    terms: { version: shown, texts: store.places.terms(id, shown) },
    desks,
    deskById: new Map(desks.map((desk) => [desk.id, desk])),
    itemAudience: store.items.allAudiences(location),
    deskAudience: new Map(records.map(({ row, audience }) => [row.id, audience])),
    doors: new Map(doors.map((door) => [door.id, door])),
  }
}

/** For what names no location of its own, such as a mistyped pairing code. Throws before a location was set up. */
export function firstLocation(deps: { locations(): LocationId[] }): LocationId {
  const [location] = deps.locations()
  if (location === undefined) throw new Error('the hub has no location')
  return location
}
